/// The invisible characters that belong to an emoji: the joiner between two emoji and the
/// selectors of presentation after one.
enum EmojiSequence {
  /// Whether a joiner or selector stands where an emoji sequence has it; elsewhere it hides
  /// something.
  static func keeps(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    guard let previous else { return false }
    if scalar.value == 0x200D {
      guard let next else { return false }
      let endsEmoji =
        isPictograph(previous) || previous.value == 0xFE0F
        || previous.properties.isEmojiModifier
      return endsEmoji && isPictograph(next)
    }
    return previous.properties.isEmoji
  }

  /// Whether the character is drawn as a picture or may be; digits, which are emoji too, are not.
  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }

  /// Whether a modifier of skin colour belongs to the emoji before it.
  static func modifies(_ scalar: Unicode.Scalar, after previous: UInt32) -> Bool {
    guard scalar.value >= 0x1F3FB, scalar.value <= 0x1F3FF else { return false }
    return Unicode.Scalar(previous)?.properties.isEmojiModifierBase ?? false
  }
}
