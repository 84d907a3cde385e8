/// Why a decision was asked for.
///
/// Only a first reading and an adjudication say where a suggestion stands; the others measure
/// agreement and leave it as it was.
public enum ReadingPurpose: String, Codable, Sendable, CaseIterable {
  /// The ordinary reading.
  case first
  /// A second reading by somebody who does not see the first.
  case second
  /// A repeat shown again to the same agent, who does not know it.
  case `repeat`
  /// The decision that settles a disagreement.
  case adjudication

  /// Whether the decision says where the suggestion stands.
  public var isDeciding: Bool { self == .first || self == .adjudication }
}
