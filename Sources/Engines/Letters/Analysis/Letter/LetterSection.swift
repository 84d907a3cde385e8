import Review

/// A titled section of a letter.
public struct LetterSection: Hashable, Sendable, Codable {
  /// Which section.
  public var kind: SectionKind
  /// The title as it is written.
  public var title: String
  /// The title and all that follows until the next section, in code points of the letter's text.
  public var span: Span
  /// Whether the section says that there is nothing in it (« Sans objet », « Néant »).
  public var isEmpty: Bool

  /// Makes a section.
  public init(kind: SectionKind, title: String, span: Span, isEmpty: Bool) {
    self.kind = kind
    self.title = title
    self.span = span
    self.isEmpty = isEmpty
  }
}
