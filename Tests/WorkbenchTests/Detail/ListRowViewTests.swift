import Display
import Review
import Testing

@testable import Workbench

@Suite struct ListRowViewTests {
  private func line(
    _ row: SuggestionRow, _ width: Int = 100, _ language: InterfaceLanguage = .french,
    _ glyphs: GlyphSet = .unicode, isFocused: Bool = false, isMarked: Bool = false
  ) -> StyledLine {
    ListRowView.line(
      row, panel: Sample.panel, context: Sample.context(width, language, glyphs),
      isFocused: isFocused, isMarked: isMarked)
  }

  private static let rows: [SuggestionRow] = [
    Sample.row("Le Petit Bouchon", "Lyon", score: Score(1, basis: .probability(model: 7))),
    Sample.row(),
    Sample.row(
      "La très longue enseigne du restaurant de la plage et du port", "Saint-Jean-de-Védas",
      score: Score(0.04, basis: .probability(model: 7)),
      selection: Selection(.random, probability: 0.15)),
    Sample.row("Snack du Port", score: Score(0.66, basis: .rule(level: 2)), status: .later),
    Sample.row("La Paillote", "Agde", status: .accepted, due: Sample.date(2026, 10, 1)),
    Sample.row("北京楼", "Sète", status: .rejected),
  ]

  @Test func rows() throws {
    let settings: [(Int, InterfaceLanguage, GlyphSet)] = [
      (30, .french, .unicode), (44, .french, .unicode), (60, .french, .unicode),
      (100, .french, .unicode), (60, .english, .ascii),
    ]
    try LineSnapshot.check(
      "list-rows",
      settings.map { width, language, glyphs in
        let lines = Self.rows.enumerated().map { rank, row in
          line(row, width, language, glyphs, isFocused: rank == 0, isMarked: rank == 1)
        }
        return .init(
          name: "\(width) \(language.rawValue) \(glyphs.rawValue)", lines: lines, width: width)
      })
  }

  @Test func everyRowFillsItsWidth() {
    for width in 0...130 {
      for row in Self.rows {
        #expect(line(row, width).width == width)
        #expect(line(row, width, .english, .ascii, isFocused: true).width == width)
      }
    }
  }

  @Test(arguments: [48, 60, 80, 120])
  func columnsAlign(_ width: Int) {
    let columns = ListColumns(Sample.panel, width: width)
    let used =
      ListColumns.signs + columns.score + columns.title
      + (columns.place > 0 ? columns.place + 1 : 0)
      + columns.facets.reduce(0) { $0 + ListColumns.width($1) + 1 }
    #expect(used == width)
  }

  @Test func signsStandInTheirColumns() {
    let marked = Array(line(Self.rows[2], isFocused: true, isMarked: true).text.content.prefix(4))
    #expect(String(marked) == "▌● ⚄")
    #expect(line(Self.rows[4]).text.content.hasPrefix("  ✓!"))
    #expect(line(Self.rows[5]).text.content.hasPrefix("  ✗ "))
    #expect(line(Self.rows[2], 60, .english, .ascii, isMarked: true).text.content.hasPrefix(" * ?"))
  }

  @Test func aFocusedRowLooksFocusedEverywhere() {
    #expect(line(Self.rows[1], isFocused: true).runs.allSatisfy { $0.style.role == .focus })
  }

  @Test func aRuleIsALevel() {
    #expect(line(Self.rows[3]).text.content.contains("règle ●●○"))
    #expect(!line(Self.rows[3]).text.content.contains("%"))
    #expect(line(Self.rows[3], 30).text.content.contains("●●○"))
  }

  @Test func spokenRow() {
    let spoken = ListRowView.spoken(
      Self.rows[2], rank: 3, total: 1_200, isMarked: true, panel: Sample.panel, words: .french)
    #expect(
      spoken.content
        == "3 sur 1\u{202F}200, 4\u{A0}%, "
        + "La très longue enseigne du restaurant de la plage et du port, Saint-Jean-de-Védas, "
        + "Signal maladie, Avis 6, Commune Sète, à examiner, tiré au hasard, marqué")
    let rule = ListRowView.spoken(
      Self.rows[3], rank: 1, total: 2, isMarked: false, words: .english)
    #expect(
      rule.content == "1 of 2, rule, level 2 of 3, Snack du Port, Sète, maladie, Sète, 6, later")
  }
}
