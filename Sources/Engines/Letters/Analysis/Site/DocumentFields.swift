import Language
import Review

/// The fields by which searches narrow documents.
enum DocumentFields {
  /// Whether a document lies within a query's fields and days.
  static func match(_ query: SearchQuery, _ document: Document) -> Bool {
    if let after = query.after {
      guard let date = document.date, date >= after else { return false }
    }
    if let before = query.before {
      guard let date = document.date, date <= before else { return false }
    }
    return query.fields.allSatisfy { field in
      let value = document.attributes[field.name] ?? ""
      let words = Set(SearchWord.words(in: value).map(\.exact))
      return field.words.allSatisfy(words.contains)
    }
  }
}
