import Review

/// One reading of a suggestion or a part that ended in acceptance or rejection.
///
/// Postponements and notes judge nothing and are not among them.
public struct Judgement: Hashable, Sendable {
  /// The place in the ledger.
  public var sequence: Int
  /// Who judged.
  public var agent: String
  /// When.
  public var time: Timestamp
  /// The decision as it was recorded.
  public var decision: Decision

  /// Makes a judgement.
  public init(sequence: Int, agent: String, time: Timestamp, decision: Decision) {
    self.sequence = sequence
    self.agent = agent
    self.time = time
    self.decision = decision
  }

  /// Whether it accepts.
  public var isAccepting: Bool { decision.verdict == .accept }

  /// What was judged: the suggestion, or one part of it.
  public var subject: Subject { Subject(suggestion: decision.suggestion, part: decision.part) }

  /// A suggestion or one part of it.
  public struct Subject: Hashable, Sendable, Comparable {
    /// The suggestion.
    public var suggestion: String
    /// The part, or `nil` for the whole.
    public var part: String?

    /// Makes a subject.
    public init(suggestion: String, part: String? = nil) {
      self.suggestion = suggestion
      self.part = part
    }

    /// By suggestion, then by part, the whole first.
    public static func < (left: Subject, right: Subject) -> Bool {
      left.suggestion != right.suggestion
        ? left.suggestion < right.suggestion : (left.part ?? "") < (right.part ?? "")
    }
  }
}

extension Judgement {
  /// The judgements among events, oldest first, without those that were taken back.
  public static func all(in events: [LedgerEvent], project: Project? = nil) -> [Judgement] {
    var undone: Set<Int> = []
    for case .undo(let cancels, _, _) in events.map(\.payload) { undone.insert(cancels) }
    return events.compactMap { event in
      guard case .decision(let decision) = event.payload, !undone.contains(event.sequence),
        decision.verdict == .accept || decision.verdict == .reject,
        project == nil || decision.project == project
      else { return nil }
      return Judgement(
        sequence: event.sequence, agent: event.agent, time: event.time, decision: decision)
    }
  }
}
