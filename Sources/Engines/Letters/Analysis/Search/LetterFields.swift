import Language
import Review

/// The fields by which searches narrow letters.
enum LetterFields {
  /// Whether a letter lies within a query's fields and days.
  static func match(_ query: SearchQuery, _ letter: Letter) -> Bool {
    DocumentFields.match(query, date: letter.date) { value($0, letter) }
  }

  private static func value(_ name: String, _ letter: Letter) -> String {
    switch name {
    case "site": letter.site
    case "theme": letter.theme
    case "inb": letter.installations.joined(separator: " ")
    case "section":
      letter.sections.filter { !$0.isEmpty }.map(\.kind.rawValue).joined(separator: " ")
    case "sector": letter.sector
    case "operator": letter.operatorName
    case "inspection": letter.inspection + " " + letter.reference
    case "division": letter.division
    default: ""
    }
  }
}
