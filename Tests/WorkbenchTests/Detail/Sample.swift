import Display
import Foundation
import Review

@testable import Workbench

/// Invented suggestions, panels and events that tests draw.
enum Sample {
  static let today = date(2026, 10, 20)

  static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSinceEpoch: 0)
  }

  static func time(_ year: Int, _ month: Int, _ day: Int, _ minutes: Int = 600) -> Timestamp {
    Timestamp(
      milliseconds: Int64(date(year, month, day).daysSinceEpoch) * 86_400_000
        + Int64(minutes) * 60_000)
  }

  static func both(_ fr: String, _ en: String) -> LocalizedText { LocalizedText(fr: fr, en: en) }

  static func context(
    _ width: Int, _ language: InterfaceLanguage = .french, _ glyphs: GlyphSet = .unicode,
    pictures: [String: Raster] = [:]
  ) -> DrawingContext {
    DrawingContext(
      width: width, words: Words(language), glyphs: glyphs, today: today, pictures: pictures,
      pictureColours: .shades)
  }

  static let panel = Panel(
    project: .restaurants,
    item: PluralText(
      one: both("établissement", "establishment"), other: both("établissements", "establishments")),
    facets: [
      FacetDescription(name: "signal", title: both("Signal", "Signal"), width: 10),
      FacetDescription(name: "commune", title: both("Commune", "Town"), width: 12),
      FacetDescription(name: "reviews", title: both("Avis", "Reviews"), width: 6),
    ],
    columns: ["signal", "reviews", "commune"],
    rejectionReasons: [
      DecisionReason(code: "no-risk", key: "r", title: both("pas de risque", "no risk"))
    ],
    partRejectionReasons: [
      DecisionReason(code: "misread", key: "m", title: both("mal compris", "misread"))
    ],
    followUp: FollowUpScheme(
      states: [
        .init(code: "to-inspect", title: both("à inspecter", "to inspect"), dueDays: 60),
        .init(code: "done", title: both("inspecté", "inspected"), isFinal: true),
      ], moves: [.init(from: "to-inspect", to: "done")]),
    tables: [
      KnowledgeTable(
        name: "joins", title: both("Rapprochements", "Pairings"), columns: [], editableBy: .agent)
    ],
    feedingHint: both("Donnez un fichier.", "Give a file."))

  static let provenance = Provenance(
    file: "avis.tsv", sha256: String(repeating: "ab12", count: 16), row: 1_234,
    engine: "restaurants 1", model: 7, time: time(2026, 10, 19))

  static func suggestion(
    _ evidence: [Evidence] = [], parts: [Part] = [],
    score: Score = Score(0.88, low: 0.79, high: 0.93, basis: .probability(model: 7)),
    selection: Selection = Selection(.best), title: String = "Chez Momo", place: String = "Sète"
  ) -> Suggestion {
    Suggestion(
      project: .restaurants, naturalKey: "momo", title: title, place: place,
      date: date(2026, 10, 3),
      facets: [Facet("signal", "maladie"), Facet("commune", "Sète"), Facet("reviews", "6")],
      score: score, selection: selection, evidence: evidence, parts: parts, provenance: provenance)
  }

  static func detail(
    _ suggestion: Suggestion, status: ReviewStatus = .open, parts: [String: ReviewStatus] = [:],
    history: [LedgerEvent] = [], undone: Set<Int> = []
  ) -> SuggestionDetail {
    SuggestionDetail(
      suggestion: suggestion, status: status, partStatuses: parts, history: history,
      undone: undone)
  }

  static func row(
    _ title: String = "Chez Momo", _ place: String = "Sète",
    score: Score = Score(0.88, basis: .probability(model: 7)), status: ReviewStatus = .open,
    selection: Selection = Selection(.best), due: CalendarDate? = nil
  ) -> SuggestionRow {
    var row = SuggestionRow(
      suggestion(score: score, selection: selection, title: title, place: place), status: status)
    row.due = due
    return row
  }

  static func event(
    _ sequence: Int, _ time: Timestamp, _ payload: LedgerPayload, agent: String = "marie"
  ) -> LedgerEvent {
    LedgerEvent(
      sequence: sequence, time: time, agent: agent, payload: payload, previous: .zero, hash: .zero)
  }
}
