import Language
import Review

/// The fields by which searches narrow letters.
enum LetterFields {
  /// Whether a letter lies within a query's fields and days.
  static func match(_ query: SearchQuery, _ letter: Letter) -> Bool {
    if let after = query.after {
      guard let date = letter.date, date >= after else { return false }
    }
    if let before = query.before {
      guard let date = letter.date, date <= before else { return false }
    }
    return query.fields.allSatisfy { field in
      let words = Set(SearchWord.words(in: value(field.name, letter)).map(\.exact))
      return field.words.allSatisfy(words.contains)
    }
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
