/// Which characters frames, bars and marks are drawn with.
public enum GlyphSet: String, Hashable, Sendable, CaseIterable {
  /// Box drawing, blocks and marks of Unicode.
  case unicode
  /// Characters of a keyboard only: for screen readers, braille and poor fonts.
  case ascii
}
