import Review

/// A request or an observation of a letter.
public struct LetterItem: Hashable, Sendable, Codable, Identifiable {
  /// The letter's inspection number, `#`, the section and the ordinal in it
  /// (`INSSN-LYO-2014-0688#A1`).
  public var id: String
  /// The section it stands in.
  public var section: SectionKind
  /// Its place among the items of its section, from 1.
  public var ordinal: Int
  /// The request itself, lines rejoined, page feet and tags (« Demande II.1 : ») left out.
  public var text: String
  /// Where it stands, in code points of the letter's text; page feet inside are covered.
  public var span: Span
  /// The paragraph before it that says why, rejoined; empty when there is none.
  public var context: String
  /// Where the context stands, or `nil` when there is none.
  public var contextSpan: Span?
  /// When an answer or an action is due, or `nil` when the item itself does not say.
  public var deadline: LetterDeadline?
  /// Articles, orders, decisions and guides it cites, as written.
  public var citations: [String]

  /// Makes an item.
  public init(
    id: String, section: SectionKind, ordinal: Int, text: String, span: Span,
    context: String = "", contextSpan: Span? = nil, deadline: LetterDeadline? = nil,
    citations: [String] = []
  ) {
    self.id = id
    self.section = section
    self.ordinal = ordinal
    self.text = text
    self.span = span
    self.context = context
    self.contextSpan = contextSpan
    self.deadline = deadline
    self.citations = citations
  }
}
