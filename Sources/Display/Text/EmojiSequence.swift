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
  static func modifies(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1F3FB && scalar.value <= 0x1F3FF && previous.properties.isEmojiModifierBase
  }

  /// Whether a character of safe text takes no cell of its own and is not drawn over one either:
  /// terminals disagree on joined emoji, so each emoji is drawn by itself, two columns wide.
  static func isSilent(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    let value = scalar.value
    if value < 0x200D { return false }
    if value == 0x200D || value == 0xFE0E || value == 0xFE0F { return true }
    guard let previous else { return false }
    return modifies(scalar, after: previous)
  }
}
