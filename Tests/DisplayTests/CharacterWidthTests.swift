import Testing

@testable import Display

@Suite struct CharacterWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("ß", 1), ("…", 1), ("€", 1), ("—", 1), ("█", 1), ("▏", 1), ("┌", 1),
      ("漢", 2), ("あ", 2), ("한", 2), ("Ａ", 2), ("　", 2), ("ｱ", 1), ("👍", 2), ("🚑", 2),
      ("⌚", 2), ("★", 1), ("❤", 1), ("✓", 1), ("⚠", 1), ("🇫", 1), ("\u{301}", 0),
      ("\u{20DD}", 0), ("\u{0E31}", 0), ("\u{05B0}", 0), ("\u{1160}", 0), ("\u{1B}", 0),
      ("\u{9B}", 0), ("\u{A0}", 1), ("\u{202F}", 1), ("𠀀", 2), ("ｶ", 1), ("〈", 2), ("○", 1),
    ] as [(Unicode.Scalar, Int)])
  func widths(_ scalar: Unicode.Scalar, _ width: Int) {
    #expect(CharacterWidth.of(scalar) == width)
  }

  @Test func rangesAscend() {
    var previous: UInt32 = 0
    for (first, last) in CharacterWidth.wideRanges {
      #expect(first > previous && last >= first)
      previous = last
    }
  }

  @Test(arguments: [("été", 3), ("漢字", 4), ("e\u{301}", 1), ("👍🏽", 2), ("👨‍👩‍👧", 6), ("🇫🇷", 2)])
  func widthsOfText(_ text: String, _ width: Int) {
    #expect(SafeText(text).width == width)
  }
}
