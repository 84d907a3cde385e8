/// How many columns a character takes on a terminal: 0, 1 or 2.
///
/// Our own, because the C library's table differs between systems and lags behind the emoji.
/// Source: Unicode Standard Annex 11 (East Asian Width) for wide and full-width characters, the
/// general categories Mn and Me and the conjoining Hangul letters for those that take no column.
public enum CharacterWidth {
  /// The columns of one character; control characters, which never reach a cell, count for 0.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) ? 0 : 1 }
    if isCommonSymbol(value) { return 1 }
    if isCombining(scalar) { return 0 }
    return isWide(value) ? 2 : 1
  }

  /// The columns of a string whose every character stands alone; prefer `SafeText.width`.
  public static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Whether the character is drawn over the one before it.
  static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x300 || isCommonSymbol(value) { return false }
    if value < 0x370 { return true }
    // Vowels and final consonants of Hangul join the syllable before them.
    if value >= 0x1160 && value <= 0x11FF || value >= 0xD7B0 && value <= 0xD7FF { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Punctuation, arrows, box drawing and blocks: narrow and frequent, so told first.
  private static func isCommonSymbol(_ value: UInt32) -> Bool {
    value >= 0x2010 && value < 0x20D0 || value >= 0x2100 && value < 0x231A
      || value >= 0x2400 && value < 0x25FD
  }

  /// Whether the character needs no further question before it is shown: frequent punctuation,
  /// symbols and blocks, without the separators and bidirectional controls among them.
  static func isShownAsIs(_ value: UInt32) -> Bool {
    value >= 0x2010 && value < 0x2028 || value >= 0x202F && value < 0x2060
      || value >= 0x20A0 && value < 0x20C1 || value >= 0x2100 && value < 0x218C
      || value >= 0x2190 && value < 0x231A || value >= 0x2440 && value < 0x244B
      || value >= 0x2460 && value < 0x25FD || value >= 0x2600 && value < 0x27C0 && !isWide(value)
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].1 < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].0 <= value
  }
}
