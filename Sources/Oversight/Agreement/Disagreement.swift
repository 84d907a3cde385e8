import Review

/// Two agents who judged the same thing differently, waiting for somebody to settle it.
public struct Disagreement: Hashable, Sendable {
  /// What was judged.
  public var subject: Judgement.Subject
  /// The first reading.
  public var first: Judgement
  /// The second reading.
  public var second: Judgement
  /// The decision that settled it, or `nil`.
  public var settlement: Judgement?

  /// The disagreements among judgements, the oldest second reading first.
  public static func all(in judgements: [Judgement]) -> [Disagreement] {
    var found: [Disagreement] = []
    for (subject, own) in Dictionary(grouping: judgements, by: \.subject) {
      guard let second = own.last(where: { $0.decision.purpose == .second }),
        let first = own.last(where: {
          $0.decision.purpose == .first && $0.agent != second.agent && $0.sequence < second.sequence
        }),
        first.isAccepting != second.isAccepting
      else { continue }
      let settlement = own.last {
        $0.decision.purpose == .adjudication && $0.sequence > second.sequence
      }
      found.append(
        Disagreement(subject: subject, first: first, second: second, settlement: settlement))
    }
    return found.sorted { $0.second.sequence < $1.second.sequence }
  }
}
