import Foundation

/// What a panel's action gives back.
public enum ActionResult: Sendable {
  /// Text to show, line by line.
  case text([String])
  /// Places found in documents: each opens its document.
  case hits(query: String, [SearchHit])
  /// Personal data to show, line by line, and why somebody wants to see them: an unmasking that the
  /// ledger keeps.
  case disclosure([String], reason: String)
  /// A file to save.
  case file(name: String, content: Data)
  /// A sound to play (WAV).
  case sound(Data)
  /// A decision to record on the suggestion in focus: a correction.
  case decision(ProposedDecision)
  /// Suggestions to store.
  case suggestions([Suggestion])
  /// Rows of a knowledge table to write.
  case knowledge(table: String, rows: [KnowledgeRow])
}
