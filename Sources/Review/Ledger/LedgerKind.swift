/// The kinds of ledger events, as they are kept.
public enum LedgerKind: String, CaseIterable, Codable, Sendable {
  /// An agent decided.
  case decision
  /// An event was taken back.
  case undo
  /// An accepted suggestion went a step further.
  case followUp = "follow-up"
  /// A knowledge table was edited.
  case knowledge
  /// Training made a candidate model.
  case candidate
  /// A model became the active one.
  case promotion
  /// Sources were read.
  case importing = "import"
  /// Masked data was shown.
  case unmasking
  /// A record was opened.
  case reading
  /// An agent's role was set.
  case role
  /// Personal text was erased.
  case erasure
}
