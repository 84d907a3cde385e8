import Language
import Testing

@Suite struct ScalarSpaceTests {
  /// Every scalar up to U+3100 agrees with the property table of the standard library.
  @Test func spaceIsWhatUnicodeCallsWhiteSpace() {
    for value in UInt32(0)..<0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(scalar.isSpace == scalar.properties.isWhitespace, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [
    ("a  b", "a b"), ("  a b ", "a b"), ("a\u{A0}\u{202F}b", "a b"), ("a\n\tb\r\n", "a b"),
    ("", ""),
    (" \u{3000} ", ""), ("déjà  vu", "déjà vu"), ("a\u{200B}b", "a\u{200B}b"),
  ])
  func spacesBecomeOne(text: String, single: String) {
    #expect(text.withSingleSpaces == single)
    #expect(
      text.withSingleSpaces
        == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  @Test(arguments: [
    ("je vous demande", "vous", true), ("je vous demande", "demande", true), ("je", "je", true),
    ("je", "jes", false), ("abcabd", "abd", true), ("", "", true), ("a", "", true),
    ("", "a", false),
    ("aaab", "aab", true), ("été", "té", true),
  ])
  func aNeedleIsFound(text: String, needle: String, isThere: Bool) {
    #expect(text.holds(needle) == isThere)
  }
}
