/// What an agent can look at to judge a suggestion: a closed set of eight kinds.
///
/// The set is closed so that a further engine needs no screen code, and the workbench needs no
/// knowledge of any engine.
public enum Evidence: Hashable, Codable, Sendable {
  /// A passage of a text, with highlighted spans.
  case passage(PassageEvidence)
  /// Named reasons that add up exactly to the score in log-odds.
  case contributions(ContributionsEvidence)
  /// Two pictures of the same place at two dates.
  case picturePair(PicturePairEvidence)
  /// Outlines and labels on a map.
  case plan(PlanEvidence)
  /// Dated values with thresholds.
  case series(SeriesEvidence)
  /// Named values, each with its source.
  case facts(FactsEvidence)
  /// The turns of a conversation.
  case dialogue(DialogueEvidence)
  /// Sections of statements, each a part that can be decided by itself.
  case statements(StatementsEvidence)
}
