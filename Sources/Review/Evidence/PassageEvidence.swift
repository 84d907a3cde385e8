/// A passage of a text, with highlighted spans and its source.
public struct PassageEvidence: Hashable, Codable, Sendable {
  /// A highlighted span of the passage and why it is highlighted.
  public struct Highlight: Hashable, Codable, Sendable {
    /// The span, in code points of the passage's text.
    public let span: Span
    /// The name of what was recognised.
    public let label: LocalizedText

    /// Makes a highlight.
    public init(span: Span, label: LocalizedText) {
      self.span = span
      self.label = label
    }
  }

  /// The passage.
  public var text: String
  /// The highlighted spans.
  public var highlights: [Highlight]
  /// Where the passage stands in its document, or `nil` when there is none to open.
  public var source: DocumentReference?
  /// What the passage is taken from (« avis 5★ du 2026-10-03 »).
  public var caption: LocalizedText
  /// The day of the passage.
  public var date: CalendarDate?
  /// The part to decide, when the passage can be decided by itself.
  public var part: String?

  /// Makes a passage.
  public init(
    text: String, highlights: [Highlight], source: DocumentReference?, caption: LocalizedText,
    date: CalendarDate? = nil, part: String? = nil
  ) {
    self.text = text
    self.highlights = highlights
    self.source = source
    self.caption = caption
    self.date = date
    self.part = part
  }
}
