import Display
import Review
import Testing

@testable import Workbench

/// Input of any length gives a bounded drawing that says how much is left out.
@Suite struct BoundsTests {
  private func lines(_ evidence: Evidence, _ width: Int = 60) -> [String] {
    let detail = Sample.detail(Sample.suggestion([evidence]))
    var layout = DetailLayout()
    EvidenceDrawer(detail, context: Sample.context(width)).drawEvidence(into: &layout)
    return layout.lines.map(\.text.content)
  }

  private let name = LocalizedText(same: "a")

  @Test func longPassages() {
    let drawn = lines(
      .passage(
        PassageEvidence(
          text: String(repeating: "mot\n", count: 5_000), highlights: [], source: nil,
          caption: name)))
    #expect(drawn.count < 410)
    #expect(drawn.last == "… la suite dans la source")
  }

  @Test func manyHighlights() {
    let highlights = (0..<100).map {
      PassageEvidence.Highlight(span: Span($0 * 2, $0 * 2 + 1), label: name)
    }
    let drawn = lines(
      .passage(
        PassageEvidence(
          text: String(repeating: "é ", count: 100), highlights: highlights, source: nil,
          caption: name)))
    #expect(drawn.joined().contains("et 76 autres"))
    #expect(drawn.joined().contains("reconnu\u{A0}: a «\u{A0}é\u{A0}»"))
  }

  @Test func manyFactsTurnsAndStatements() {
    let fact = FactsEvidence.Fact(name: name, value: name)
    let facts = lines(.facts(FactsEvidence(title: name, facts: Array(repeating: fact, count: 210))))
    #expect(facts.last == "… et 10 autres")
    let turn = DialogueEvidence.Turn(speaker: name, isMachine: false, text: "a")
    let turns = lines(
      .dialogue(DialogueEvidence(title: name, turns: Array(repeating: turn, count: 203))))
    #expect(turns.last == "… et 3 tours de parole dans la source")
    let statement = StatementsEvidence.Statement(
      part: "p", label: name, text: name, qualifier: name, status: .stated, sources: [])
    let statements = lines(
      .statements(
        StatementsEvidence(sections: [
          .init(title: name, statements: Array(repeating: statement, count: 201))
        ])))
    #expect(statements.last == "… et 1 autre")
  }

  @Test func manyShapes() {
    let shape = PlanEvidence.Shape(
      role: .neighbour, label: name, points: Sample.square(43, 3, 0.01))
    let drawn = lines(
      .plan(PlanEvidence(shapes: Array(repeating: shape, count: 45), description: name)))
    #expect(drawn.contains("… et 5 autres"))
  }

  @Test(arguments: [0.00001, 0.001, 0.1, 10])
  func scalesAreRound(_ side: Double) throws {
    let plan = PlanEvidence(
      shapes: [.init(role: .zone, label: name, points: Sample.square(40, 3, side))],
      description: name)
    let scale = try #require(lines(.plan(plan)).first { $0.hasPrefix("├") })
    let length = scale.split { $0 == " " || $0 == "\u{A0}" }[1].filter(\.isNumber)
    #expect(["1", "2", "5"].contains(length.prefix(1)))
    #expect(length.dropFirst().allSatisfy { $0 == "0" })
  }

  @Test func shortSeriesHaveMonths() {
    let points = (0..<10).map {
      SeriesEvidence.Point(date: Sample.date(2026, 1, 1).adding(days: $0 * 20), value: 1)
    }
    let drawn = lines(
      .series(
        SeriesEvidence(title: name, unit: "", form: .line, points: points, source: name)), 80)
    #expect(drawn.contains { $0.contains("janv.\u{A0}2026") && $0.contains("mai\u{A0}2026") })
  }

  @Test func seriesWithoutValuesSaySo() {
    for form in [SeriesEvidence.Form.line, .bars] {
      let drawn = lines(
        .series(SeriesEvidence(title: name, unit: "m", form: form, points: [], source: name)))
      #expect(drawn.dropFirst() == ["a (m)", "aucune valeur · a"])
    }
  }

  @Test func onlyCensoredValues() {
    let points = [
      SeriesEvidence.Point(date: Sample.today, value: 0.5, isCensored: true)
    ]
    let drawn = lines(
      .series(SeriesEvidence(title: name, unit: "", form: .line, points: points, source: name)))
    #expect(drawn.joined(separator: " ").contains("toutes sous la limite, dernière < 0,5"))
  }

  @Test func widthsAreClamped() {
    #expect(Sample.context(-5).width == 0)
    #expect(Sample.context(9_999).width == Size.maximum)
    let context = DrawingContext(
      width: 10, words: .french, glyphs: .ascii, today: Sample.today)
    #expect(context.words.glyphs == .ascii)
    #expect(context.language == .french)
  }
}
