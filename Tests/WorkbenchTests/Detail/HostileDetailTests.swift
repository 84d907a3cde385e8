import Display
import Foundation
import Review
import Testing

@testable import Workbench

@Suite struct HostileDetailTests {
  /// Strings that act on a terminal or hide something.
  static let hostile = [
    "\u{1B}]0;owned\u{07}", "\u{1B}]52;c;cm0=\u{07}", "\u{1B}[2J\u{1B}[H", "a\u{9B}31mb",
    "photo_\u{202E}gnp.exe", "a\u{2066}b\u{2069}", "pay\u{200B}pal", "42\rfree", "no\u{08}yes",
    "e" + String(repeating: "\u{301}", count: 300), "a\u{2028}b", "x\u{E0041}\u{E007F}y",
    "\u{E000}", "\u{3164}", "soft\u{AD}hyphen", "tab\there", "\n\n\n", "",
    String(repeating: "mot", count: 400), "北京烤鸭店在哪里", "👩‍👩‍👧🏽",
  ]

  private static func evidence(_ text: String) -> [Evidence] {
    let both = LocalizedText(same: text)
    let count = text.unicodeScalars.count
    let highlights: [PassageEvidence.Highlight] = [
      .init(span: Span(0, count), label: both),
      .init(span: Span(count / 2, count + 9), label: both),
      .init(span: Span(1, 2), label: both), .init(span: Span(count, count), label: both),
    ]
    let statement = StatementsEvidence.Statement(
      part: text, label: both, text: both, qualifier: both, status: .conflict, sources: [])
    return [
      .passage(
        PassageEvidence(
          text: text, highlights: highlights, source: nil, caption: both, part: text)),
      .contributions(
        ContributionsEvidence(
          base: .nan, reasons: [.init(label: both, value: .infinity, source: both)])),
      .picturePair(
        PicturePairEvidence(
          before: "b.png", after: "a.png", beforeDate: nil, afterDate: nil,
          outline: [.init(x: .nan, y: 0), .init(x: 1e300, y: -1e300), .init(x: 3, y: 4)],
          metresPerPixel: .infinity, description: both)),
      .plan(
        PlanEvidence(
          shapes: [
            .init(role: .zone, label: both, points: []),
            .init(role: .subject, label: both, points: Sample.square(-90, -180, 180)),
            .init(role: .neighbour, label: both, points: Array(Sample.square(0, 0, 1).prefix(1))),
          ], description: both)),
      .series(
        SeriesEvidence(
          title: both, unit: text, form: .line,
          points: [
            .init(date: Sample.date(1, 1, 1), value: .nan),
            .init(date: Sample.date(9999, 12, 31), value: -1e300),
            .init(date: Sample.today, value: 3, isCensored: true),
          ], thresholds: [.init(label: both, value: .infinity), .init(label: both, value: 2)],
          source: both)),
      .series(
        SeriesEvidence(
          title: both, unit: text, form: .bars,
          points: (0..<300).map {
            .init(date: Sample.today.adding(days: $0), value: $0 == 7 ? .infinity : Double($0))
          }, source: both)),
      .series(SeriesEvidence(title: both, unit: "", form: .bars, points: [], source: both)),
      .facts(
        FactsEvidence(title: both, facts: [.init(name: both, value: both, source: both)])),
      .dialogue(
        DialogueEvidence(
          title: both,
          turns: [.init(speaker: both, isMachine: true, text: text, highlights: highlights)])),
      .statements(StatementsEvidence(sections: [.init(title: both, statements: [statement])])),
    ]
  }

  private static func detail(_ text: String) -> SuggestionDetail {
    var suggestion = Sample.suggestion(
      evidence(text), parts: [Part(id: text, title: text, kind: text)], title: text, place: text)
    suggestion.facets = [Facet(text, text)]
    suggestion.provenance.file = text
    suggestion.provenance.engine = text
    return Sample.detail(
      suggestion, status: .accepted, parts: [text: .later],
      history: [
        Sample.event(
          1, Timestamp(milliseconds: .max),
          Sample.decision(.reject, part: text, reason: text, note: text, correction: [text: text]),
          agent: text),
        Sample.event(
          2, Timestamp(milliseconds: .min),
          .followUp(
            FollowUp(
              suggestion: "s", project: .restaurants, state: text, due: Sample.date(1, 1, 1),
              note: text))),
      ], undone: [1])
  }

  private static let widths = [0, 1, 2, 3, 5, 8, 13, 21, 30, 38, 55, 56, 80, 131]

  @Test(arguments: hostile.indices)
  func nothingActsAndNothingIsTooWide(_ index: Int) {
    let detail = Self.detail(Self.hostile[index])
    for width in Self.widths {
      for glyphs in GlyphSet.allCases {
        let context = Sample.context(width, .english, glyphs, pictures: Sample.pictures)
        let layout = DetailView.layout(
          detail, panel: Sample.panel, context: context, isFramed: false)
        #expect(layout.lines.allSatisfy { $0.width <= width })
        #expect(layout.lines.allSatisfy { line in Self.isHarmless(line.text.content) })
        #expect(layout.items.allSatisfy { Self.isHarmless($0.spoken.content) })
        #expect(layout.items.allSatisfy { $0.lines.upperBound <= layout.lines.count })
      }
    }
  }

  @Test(arguments: hostile.indices)
  func rowsAndDocuments(_ index: Int) {
    let text = Self.hostile[index]
    let document = Document(
      project: .restaurants, naturalKey: "d", kind: "review", title: text, date: nil, text: text,
      attributes: [text: text], provenance: Sample.provenance)
    for width in Self.widths {
      let context = Sample.context(width)
      let row = ListRowView.line(
        Sample.row(text, text), panel: Sample.panel, context: context, isFocused: true,
        isMarked: false)
      #expect(row.width == width)
      #expect(Self.isHarmless(row.text.content))
      let layout = DocumentLayout(
        document, highlights: [Span(0, 4), Span(2, 900)], context: context)
      #expect(layout.lines.allSatisfy { $0.width <= width })
      #expect(layout.lines.allSatisfy { Self.isHarmless($0.text.content) })
    }
  }

  @Test func alterationsAreTold() {
    let detail = Sample.detail(
      Sample.suggestion([
        .passage(
          PassageEvidence(
            text: "photo_\u{202E}gnp\u{1B}[2J", highlights: [], source: nil,
            caption: LocalizedText(same: "c")))
      ]))
    let layout = DetailView.layout(detail, panel: Sample.panel, context: Sample.context(60))
    let lines = layout.lines.map(\.text.content)
    #expect(lines.contains("! texte altéré\u{A0}: 2\u{A0}caractères remplacés"))
    #expect(lines.contains { $0.contains("‹U+202E›") })
  }

  @Test(arguments: [true, false])
  func alterationsOfNamesAreToldInOneSum(isFramed: Bool) {
    var suggestion = Sample.suggestion(title: "Chez\u{1B}]0;Momo", place: "S\u{202E}ète")
    suggestion.facets = [Facet("commune", "a\u{200B}b")]
    let layout = DetailView.layout(
      Sample.detail(suggestion), panel: Sample.panel, context: Sample.context(60),
      isFramed: isFramed)
    let told = layout.lines.map(\.text.content).filter { $0.hasPrefix("! texte altéré") }
    #expect(told == ["! texte altéré\u{A0}: 3\u{A0}caractères remplacés"])
    let clean = DetailView.layout(
      Sample.detail(Sample.suggestion()), panel: Sample.panel, context: Sample.context(60),
      isFramed: isFramed)
    #expect(!clean.lines.contains { $0.text.content.hasPrefix("! texte") })
  }

  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if scalar.properties.isBidiControl { return false }
      switch scalar.properties.generalCategory {
      case .control, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: return false
      case .format: return scalar.value == 0x200D
      default: return true
      }
    }
  }
}
