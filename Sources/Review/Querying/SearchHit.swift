/// A document found by a search, with the best passage.
public struct SearchHit: Hashable, Sendable, Codable {
  /// The document's identifier.
  public var document: String
  /// The document's title.
  public var title: String
  /// The document's day.
  public var date: CalendarDate?
  /// A passage around the words found.
  public var snippet: String
  /// The words found in the passage, in code points.
  public var highlights: [Span]
  /// The words found in the whole text, in code points.
  public var matches: [Span]

  /// Makes a hit.
  public init(
    document: String, title: String, date: CalendarDate?, snippet: String, highlights: [Span],
    matches: [Span]
  ) {
    self.document = document
    self.title = title
    self.date = date
    self.snippet = snippet
    self.highlights = highlights
    self.matches = matches
  }
}
