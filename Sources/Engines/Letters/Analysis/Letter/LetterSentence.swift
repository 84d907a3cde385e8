import Review

/// A sentence of a letter, the smallest passage that is scored.
public struct LetterSentence: Hashable, Sendable, Codable {
  /// The sentence, lines rejoined and page feet left out.
  public var text: String
  /// Where it stands, in code points of the letter's text.
  public var span: Span
  /// The section it stands in, or `nil` in the letterhead.
  public var section: SectionKind?
  /// The item it belongs to, or `nil`.
  public var item: String?

  /// Makes a sentence.
  public init(text: String, span: Span, section: SectionKind?, item: String?) {
    self.text = text
    self.span = span
    self.section = section
    self.item = item
  }
}
