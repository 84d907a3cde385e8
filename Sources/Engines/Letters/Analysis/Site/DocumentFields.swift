import Language
import Review

/// The fields by which searches narrow documents.
enum DocumentFields {
  /// Whether a document lies within a query's fields and days.
  static func match(_ query: SearchQuery, _ document: Document) -> Bool {
    match(query, date: document.date) { document.attributes[$0] ?? "" }
  }

  /// Whether a day and fields by name are those that a search wants.
  static func match(
    _ query: SearchQuery, date: CalendarDate?, value: (String) -> String
  ) -> Bool {
    if let after = query.after {
      guard let date, date >= after else { return false }
    }
    if let before = query.before {
      guard let date, date <= before else { return false }
    }
    return query.fields.allSatisfy { field in
      let words = Set(SearchWord.words(in: value(field.name)).map(\.exact))
      return field.words.allSatisfy(words.contains)
    }
  }
}
