import Language
import Review

extension SearchHit {
  /// The number of matches of a document that are given back.
  private static let matchLimit = 200
  /// The code points around the first match that a snippet shows.
  private static let snippetMargin = 60

  /// The hit of a document, with the words that the query wants.
  init(document: Document, query: SearchQuery) {
    let scalars = Array(document.text.unicodeScalars)
    let matches = Array(
      SearchWord.words(in: document.text).lazy.filter { query.wants($0) }.map(\.span)
        .prefix(Self.matchLimit))
    let first = matches.first?.begin ?? 0
    let begin = max(0, first - Self.snippetMargin)
    let end = min(scalars.count, first + 2 * Self.snippetMargin)
    let inside = matches.filter { $0.begin >= begin && $0.end <= end }
    self.init(
      document: document.id, title: document.title, date: document.date,
      snippet: Self.text(scalars[begin..<end]),
      highlights: inside.map { Span($0.begin - begin, $0.end - begin) }, matches: matches)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
