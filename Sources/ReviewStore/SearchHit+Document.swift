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
    let matches = Self.matches(in: document.text, of: query)
    let first = matches.first?.begin ?? 0
    let begin = max(0, first - Self.snippetMargin)
    let end = min(scalars.count, first + 2 * Self.snippetMargin)
    let inside = matches.filter { $0.begin >= begin && $0.end <= end }
    self.init(
      document: document.id, title: document.title, date: document.date,
      snippet: Self.text(scalars[begin..<end]),
      highlights: inside.map { Span($0.begin - begin, $0.end - begin) }, matches: matches)
  }

  /// The words that the query wants; each different word is asked about once.
  private static func matches(in text: String, of query: SearchQuery) -> [Span] {
    var known: [UInt64: Bool] = [:]
    var matches: [Span] = []
    let tokens = TokenizedText(text)
    for index in tokens.tokens.indices where matches.count < matchLimit {
      let hash = tokens.tokens[index].hash
      let isWanted = known[hash] ?? SearchWord(tokens, at: index).map(query.wants) ?? false
      known[hash] = isWanted
      if isWanted { matches.append(tokens.span(index..<index + 1)) }
    }
    return matches
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
