import Testing

@testable import Display

@Suite struct FittingTests {
  private let texts = [
    "", "a", "Le Petit Bouchon", "été à Sète", "漢字かな交じり", "a漢b字c", "e\u{301}e\u{301}",
  ]

  @Test func truncationNeverExceeds() {
    for text in texts.map({ SafeText($0) }) {
      for columns in -1...20 {
        let cut = text.truncated(to: columns)
        #expect(cut.width <= max(columns, 0) || text.width <= columns)
        #expect(cut.width == SafeText.columns(of: cut.content))
        #expect(text.fitted(to: columns).width == max(columns, text.isEmpty ? 0 : 0, 0))
      }
    }
  }

  @Test func truncationMarksTheEnd() {
    #expect(SafeText("Le Petit Bouchon").truncated(to: 9).content == "Le Petit…")
    #expect(SafeText("Le Petit Bouchon").truncated(to: 9, glyphs: .ascii).content == "Le Pet...")
    #expect(SafeText("Bouchon").truncated(to: 3, glyphs: .ascii).content == "Bo~")
    #expect(SafeText("漢字").truncated(to: 3).content == "漢…")
    #expect(SafeText("漢字").truncated(to: 2).content == "…")
    #expect(SafeText("abc").truncated(to: 3).content == "abc")
  }

  @Test func padding() {
    #expect(SafeText("é").padded(to: 3).content == "é  ")
    #expect(SafeText("é").padded(to: 3, .right).content == "  é")
    #expect(SafeText("é").padded(to: 4, .centre).content == " é  ")
    #expect(SafeText("abc").padded(to: 2).content == "abc")
  }

  @Test func wrapping() {
    let text = SafeText("toute la famille malade")
    #expect(text.wrapped(to: 9).map(\.content) == ["toute la", "famille", "malade"])
    #expect(
      SafeText("anticonstitutionnellement").wrapped(to: 10).map(\.content)
        == ["anticonsti", "tutionnell", "ement"])
    #expect(
      SafeText("prix 10\u{A0}€ net").wrapped(to: 8).map(\.content) == ["prix", "10\u{A0}€ net"])
    #expect(SafeText("漢字漢字").wrapped(to: 5).map(\.content) == ["漢字", "漢字"])
    #expect(SafeText("  retrait").wrapped(to: 20).map(\.content) == ["  retrait"])
    #expect(SafeText("").wrapped(to: 5).map(\.content) == [""])
    #expect(SafeText("a b").wrapped(to: 0).isEmpty)
  }

  @Test func wrappingKeepsEveryWordAndWidth() {
    for text in texts + ["un deux trois quatre cinq", "a  b   c", "漢 字 abc d"] {
      for columns in 2...12 {
        let lines = SafeText(text).wrapped(to: columns)
        #expect(lines.allSatisfy { $0.width <= columns })
        let words = lines.map(\.content).joined().filter { $0 != " " }
        #expect(words == text.filter { $0 != " " })
      }
    }
  }

  @Test func wrappingKeepsStyles() {
    let text = SafeText("toute la famille malade", tracking: [6..<16])
    let lines = StyledLine(text, .text, highlighting: Style(.highlight)).wrapped(to: 10)
    #expect(lines.map(\.text.content) == ["toute la", "famille", "malade"])
    #expect(lines[0].runs.map(\.style.role) == [.text, .highlight])
    #expect(lines[1].runs.map(\.style.role) == [.highlight])
    #expect(StyledText(lines).wrapped(to: 4).lines.allSatisfy { $0.width <= 4 })
  }

  @Test func styledTruncation() {
    let line = StyledLine([StyledRun("abc", Style(.title)), StyledRun("def", Style(.muted))])
    for columns in 0...7 {
      #expect(line.truncated(to: columns).width == min(columns, 6))
    }
    #expect(line.truncated(to: 3).text.content == "ab…")
    #expect(line.truncated(to: 5).text.content == "abcd…")
    #expect(line.truncated(to: 5).runs.map(\.style.role) == [.title, .muted])
    #expect(line.padded(to: 8, .right).text.content == "  abcdef")
  }
}
