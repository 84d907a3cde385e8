/// How a follow-up letter is laid out.
public enum LetterLayout: String, Sendable, Codable, CaseIterable {
  /// A/B/C: corrective actions, additional information, observations (until 2021).
  case old
  /// I/II/III: requests to treat first, other requests, findings without an answer (since 2022).
  case new
  /// Neither could be recognised.
  case unknown
}
