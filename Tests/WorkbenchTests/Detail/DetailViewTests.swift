import Display
import Review
import Testing

@testable import Workbench

@Suite struct DetailViewTests {
  private static let whole = Sample.detail(
    Sample.suggestion(
      [Sample.contributions, Sample.passage, Sample.facts], parts: Sample.passageParts,
      selection: Selection(.random, probability: 0.15)),
    status: .accepted, parts: ["p1": .accepted], history: Sample.history, undone: [3])

  private func text(_ detail: SuggestionDetail, _ width: Int = 100) -> [String] {
    DetailView.layout(detail, panel: Sample.panel, context: Sample.context(width)).lines
      .map(\.text.content)
  }

  @Test func wholeDetail() throws {
    try LineSnapshot.check(
      "detail",
      [
        (40, InterfaceLanguage.french, GlyphSet.unicode), (90, .english, .unicode),
        (60, .french, .ascii),
      ]
      .map { width, language, glyphs in
        let context = Sample.context(width, language, glyphs)
        let layout = DetailView.layout(Self.whole, panel: Sample.panel, context: context)
        return .init(
          name: "\(width) \(language.rawValue) \(glyphs.rawValue)", lines: layout.lines,
          width: width)
      })
  }

  @Test func partsComeInOrder() {
    let lines = text(Self.whole)
    let headings = ["Pourquoi", "À voir", "Avant"].map { lines.firstIndex(of: $0) ?? -1 }
    #expect(headings == headings.sorted())
    #expect(!headings.contains(-1))
  }

  @Test func aRuleIsNeverAPercentage() {
    let rule = Score(0.66, basis: .rule(level: 2))
    let lines = text(Sample.detail(Sample.suggestion([Sample.contributions], score: rule)))
    #expect(lines[0].hasPrefix("règle ●●○"))
    #expect(!lines.contains { $0.contains("%") })
  }

  @Test func titleStandsInTheFrameUnlessItIsCut() {
    let detail = Sample.detail(Sample.suggestion())
    #expect(text(detail)[0].hasPrefix("Score"))
    #expect(text(detail, 14)[0] == "Chez Momo ·")
    let layout = DetailView.layout(
      detail, panel: Sample.panel, context: Sample.context(60), isFramed: false)
    #expect(layout.lines[0].text.content == "Chez Momo · Sète")
  }

  @Test func itemsTellWhatTheyAre() throws {
    let layout = DetailView.layout(
      Self.whole, panel: Sample.panel, context: Sample.context(70))
    let passage = try #require(layout.items.first)
    #expect(passage.part == "p1")
    #expect(passage.source == DocumentReference(document: "d1", span: Span(10, 140)))
    #expect(passage.spoken.content.contains("accepté"))
    #expect(passage.spoken.content.contains("reconnu\u{A0}: maladie, cuisson, odeur. Accueil"))
    #expect(passage.spoken.content.contains("malade toute la nuit"))
    #expect(layout.items.dropFirst().map(\.event) == [12, 11, 10, 9, 4, 3])
    for (item, next) in zip(layout.items, layout.items.dropFirst()) {
      #expect(item.lines.upperBound <= next.lines.lowerBound)
    }
    #expect(layout.items.allSatisfy { !$0.lines.isEmpty })
  }

  @Test func everyStatementIsAPart() {
    let detail = Sample.detail(Sample.suggestion([Sample.statements]))
    let layout = DetailView.layout(detail, panel: Sample.panel, context: Sample.context(70))
    #expect(layout.items.map(\.part) == ["s1", "s2", "s3", "s4"])
    #expect(layout.items.map(\.sources.count) == [3, 2, 0, 1])
  }

  @Test func overdueFollowUp() {
    let lines = text(Self.whole)
    #expect(lines.contains { $0.contains("EN RETARD de 30\u{A0}jours") })
    var done = Self.whole
    done.history.append(
      Sample.event(
        13, Sample.time(2026, 10, 1),
        .followUp(FollowUp(suggestion: "s", project: .restaurants, state: "done"))))
    #expect(text(done).contains { $0.hasPrefix("✓ accepté · inspecté") })
    done.undone.insert(13)
    #expect(text(done).contains { $0.contains("EN RETARD") })
  }

  @Test func chanceIsSaidWithItsProbability() {
    #expect(
      text(Self.whole).contains { $0.hasPrefix("⚄ En liste\u{A0}: tiré au hasard (p = 0,15)") })
  }

  @Test func undoneEventsStay() {
    let lines = text(Self.whole)
    #expect(lines.contains { $0.contains("rejeté\u{A0}: pas de risque — annulé") })
    #expect(lines.contains { $0.contains("a annulé l'événement 3") })
  }

  @Test func longHistoriesAreCounted() {
    let events = (1...HistoryView.limit + 5).map {
      Sample.event($0, Sample.time(2026, 1, 1), Sample.decision(.later))
    }
    let layout = DetailView.layout(
      Sample.detail(Sample.suggestion(), history: events), panel: Sample.panel,
      context: Sample.context(80))
    #expect(layout.items.count == HistoryView.limit)
    #expect(layout.items.first?.event == events.count)
    #expect(layout.lines.contains { $0.text.content == "… et 5 plus anciens" })
  }

  @Test func priorityIsShownWhenItIsNotTheScore() {
    var suggestion = Sample.suggestion()
    suggestion.priority = 0.42
    #expect(text(Sample.detail(suggestion))[0].contains("priorité 0,42"))
    #expect(!text(Sample.detail(Sample.suggestion()))[0].contains("priorité"))
  }
}
