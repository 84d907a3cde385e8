/// A place where a phrase pattern fits.
public struct PhraseMatch: Sendable, Hashable {
  /// The index of the pattern in the list it was compiled from.
  public let pattern: Int
  /// The words from the first to the last one taken, as indices into `SentenceMap.words`.
  public let words: Range<Int>
  /// Whether the pattern itself asks for a negated word (« pas frais »).
  public let asksNegation: Bool
}
