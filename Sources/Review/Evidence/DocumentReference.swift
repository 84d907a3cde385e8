/// A span of a document.
public struct DocumentReference: Hashable, Codable, Sendable {
  /// The document's identifier.
  public let document: String
  /// The span of its text, in code points.
  public let span: Span

  /// Makes a reference.
  public init(document: String, span: Span) {
    self.document = document
    self.span = span
  }
}
