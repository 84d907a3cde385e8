import Testing

@testable import Display

@Suite struct SafeTextTrackingTests {
  /// The characters of the tracked ranges, as they stand in the safe text.
  private func tracked(_ text: SafeText) -> [String] {
    let scalars = Array(text.content.unicodeScalars)
    return text.tracked.map { String(String.UnicodeScalarView(scalars[$0])) }
  }

  @Test func rangesFollowWhatTheyMark() {
    let hostile = "a\u{202E}b malade\r\nla nuit\u{1B}!"
    let start = Array(hostile.unicodeScalars).firstIndex(of: "m") ?? 0
    let safe = SafeText(hostile, tracking: [start..<start + 6, 1..<2, start + 8..<start + 10])
    #expect(tracked(safe) == ["malade", "‹U+202E›", "la"])
  }

  @Test func rangesOutsideAreCut() {
    let safe = SafeText("abc", tracking: [1..<99, 50..<60, 0..<0, -5..<2])
    #expect(tracked(safe) == ["bc", "", "", "ab"])
  }

  @Test func sumsMoveRanges() {
    let sum = "« " + SafeText("x malade", tracking: [2..<8])
    #expect(tracked(sum) == ["malade"])
  }

  @Test func linesShareRanges() {
    let lines = SafeText.lines("un deux\r\ntrois\n\nquatre", tracking: [3..<14, 16..<17])
    #expect(lines.map(\.content) == ["un deux", "trois", "", "quatre"])
    #expect(lines.map(tracked) == [["deux"], ["trois"], [], ["q"]])
  }

  @Test func lineEnds() {
    #expect(SafeText.lines("").map(\.content) == [""])
    #expect(SafeText.lines("a\n").map(\.content) == ["a"])
    #expect(SafeText.lines("a\u{0C}b\u{2029}c\u{85}d").map(\.content) == ["a", "b", "c", "d"])
    #expect(SafeText.lines("a\rb").map(\.content) == ["a␍b"])
    let many = SafeText.lines(String(repeating: "\n", count: SafeText.maximumLines + 10))
    #expect(many.count == SafeText.maximumLines + 1)
  }

  @Test func slicesKeepCharactersWhole() {
    let text = SafeText("ae\u{301}漢字z")
    #expect(text[1..<3].content == "e\u{301}")
    #expect(text[0..<2].content == "a")
    #expect(text[3..<4].width == 2)
    #expect(text[0..<Int.max] == text)
    #expect(text[9..<12].isEmpty)
  }

  @Test func highlightedLine() {
    let text = SafeText("toute la famille malade", tracking: [9..<16, 17..<23, 14..<16])
    let line = StyledLine(text, Style(.text), highlighting: Style(.highlight))
    #expect(line.runs.map(\.text.content) == ["toute la ", "famille", " ", "malade"])
    #expect(line.runs.map(\.style.role) == [.text, .highlight, .text, .highlight])
    #expect(line.text.content == text.content)
  }

  @Test func hexadecimal() {
    let lines = HexView.lines(of: "a\u{1B}[31m0123456789é")
    #expect(
      lines.map(\.content) == [
        "000000  61 1B 5B 33 31 6D 30 31  32 33 34 35 36 37 38 39  a.[31m0123456789",
        "000010  C3 A9                                             ..",
      ])
    let long = HexView.lines(of: [UInt8](repeating: 0, count: HexView.maximumBytes + 5))
    #expect(long.last?.content == "+ 5")
  }
}
