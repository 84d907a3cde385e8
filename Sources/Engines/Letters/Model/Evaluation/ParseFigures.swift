import Language
import Review

/// Compares parsed letters with the truth.
enum ParseFigures {
  /// The figures of the letters of one layout.
  static func figures(
    _ truth: [ParsedLetter], _ parsed: [String: ParsedLetter], layout: String
  ) -> [EvaluationReport.Figure] {
    guard !truth.isEmpty else { return [] }
    let pairs = truth.map { ($0, parsed[$0.file]) }
    func share(_ name: String, _ hits: [Bool], _ fr: String, _ en: String)
      -> EvaluationReport.Figure
    {
      LettersEvaluation.share(hits, name: "\(layout) \(name)", LocalizedText(fr: fr, en: en))
    }
    let items = pairs.flatMap { itemHits($0, $1) }
    let extra = pairs.reduce(0) { $0 + extraItems($1.0, $1.1) }
    return [
      share(
        "sections", pairs.flatMap { sectionHits($0, $1) }, "titre et sorte justes",
        "title and kind right"),
      share(
        "items in section", items.map(\.isInSection), "texte trouvé dans sa section",
        "text found in its section"),
      share(
        "items exact", items.map(\.isExact), "texte, section et identifiant exacts",
        "text, section and identifier exact"),
      share(
        "identifiers",
        pairs.map { $0.inspection == $1?.inspection && $0.reference == $1?.reference },
        "les deux numéros justes", "both numbers right"),
      share("date", pairs.map { $0.date == $1?.date }, "date juste", "date right"),
      share("site", pairs.map { $0.site == $1?.site }, "site juste", "site right"),
      share("inb", pairs.map { $0.inb == $1?.inb }, "INB justes", "INB right"),
      share("theme", pairs.map { $0.theme == $1?.theme }, "thème juste", "theme right"),
      EvaluationReport.Figure(
        name: "\(layout) extra items", value: Double(extra),
        definition: LocalizedText(fr: "demandes en trop", en: "items too many")),
    ]
  }

  private static func sectionHits(_ truth: ParsedLetter, _ found: ParsedLetter?) -> [Bool] {
    truth.sections.map { wanted in
      found?.sections.contains { $0.kind == wanted.kind && $0.title == wanted.title } ?? false
    }
  }

  private static func itemHits(
    _ truth: ParsedLetter, _ found: ParsedLetter?
  ) -> [(isInSection: Bool, isExact: Bool)] {
    truth.items.map { wanted in
      let text = plain(wanted.text)
      let same = (found?.items ?? []).filter { $0.section == wanted.section }
      return (
        same.contains { plain($0.text).contains(text) || text.contains(plain($0.text)) },
        same.contains { plain($0.text) == text && $0.id == wanted.id }
      )
    }
  }

  private static func extraItems(_ truth: ParsedLetter, _ found: ParsedLetter?) -> Int {
    max(0, (found?.items.count ?? 0) - truth.items.count)
  }

  private static func plain(_ text: String) -> String {
    text.withSingleSpaces
  }
}
