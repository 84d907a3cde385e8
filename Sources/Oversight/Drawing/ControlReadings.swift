import Review

/// Which suggestions an agent is to read blindly: second readings of what others decided, and
/// repeats of what they decided long ago themselves. Nothing tells the two apart on screen.
public struct ControlReadings: Hashable, Sendable {
  /// How many decisions must lie between a first reading and its repeat.
  public static let repeatDistance = 50

  /// The suggestions for a second reading.
  public var second: Set<String> = []
  /// The suggestions for a repeat.
  public var repeats: Set<String> = []

  /// All of them.
  public var all: Set<String> { second.union(repeats) }

  /// The readings waiting for an agent; each thing is read a second time once, and repeated once.
  public init(
    _ judgements: [Judgement], agent: String, seconds: DrawnShare, repeated: DrawnShare
  ) {
    let whole = judgements.filter { $0.decision.part == nil }
    let own = whole.filter { $0.agent == agent && $0.decision.purpose == .first }
    let ownOrder = Dictionary(
      own.enumerated().map { ($1.subject, $0) }, uniquingKeysWith: { _, last in last })
    for (subject, all) in Dictionary(grouping: whole, by: \.subject) {
      let id = subject.suggestion
      if let place = ownOrder[subject] {
        let isOld = own.count - 1 - place >= Self.repeatDistance
        let isDone = all.contains { $0.agent == agent && $0.decision.purpose == .repeat }
        if isOld, !isDone, repeated.holds(id) { repeats.insert(id) }
      } else if seconds.holds(id), all.contains(where: { $0.decision.purpose == .first }),
        !all.contains(where: { $0.decision.purpose == .second || $0.agent == agent })
      {
        second.insert(id)
      }
    }
  }

  /// Why a blind reading of a suggestion was asked for, or `nil` when it was not.
  public func purpose(of suggestion: String) -> ReadingPurpose? {
    repeats.contains(suggestion) ? .repeat : second.contains(suggestion) ? .second : nil
  }
}
