import Review

/// Decisions that an agent took one after the other, without a long pause.
enum DecisionRun {
  /// The pause that ends a run, in milliseconds: half an hour.
  static let pause: Int64 = 30 * 60 * 1000
  /// The fewest decisions of a run that is cut into thirds.
  static let fewest = 15

  /// The runs of all agents.
  static func runs(_ judgements: [Judgement]) -> [[Judgement]] {
    var runs: [[Judgement]] = []
    for (_, own) in Dictionary(grouping: judgements, by: \.agent).sorted(by: { $0.key < $1.key }) {
      var run: [Judgement] = []
      for judgement in own.sorted(by: { $0.sequence < $1.sequence }) {
        if let last = run.last, judgement.time.milliseconds - last.time.milliseconds > pause {
          runs.append(run)
          run = []
        }
        run.append(judgement)
      }
      if !run.isEmpty { runs.append(run) }
    }
    return runs
  }

  /// Acceptance right after an acceptance minus acceptance right after a rejection; `nil` when one
  /// of the two was met fewer than ten times.
  static func orderEffect(_ runs: [[Judgement]]) -> Double? {
    var after: [Bool: (count: Int, accepted: Int)] = [:]
    for run in runs {
      for (previous, next) in zip(run, run.dropFirst()) {
        var tally = after[previous.isAccepting] ?? (0, 0)
        tally.count += 1
        if next.isAccepting { tally.accepted += 1 }
        after[previous.isAccepting] = tally
      }
    }
    guard let yes = after[true], let no = after[false], yes.count >= 10, no.count >= 10 else {
      return nil
    }
    return Double(yes.accepted) / Double(yes.count) - Double(no.accepted) / Double(no.count)
  }

  /// The mean of a value in the last third of long runs minus in their first third.
  static func change(_ runs: [[Judgement]], _ value: (Judgement) -> Double) -> Double? {
    guard let (first, last) = thirds(runs) else { return nil }
    return mean(last.map(value)) - mean(first.map(value))
  }

  /// The median seconds in the last third of long runs divided by those in their first third.
  static func slackening(_ runs: [[Judgement]]) -> Double? {
    guard let (first, last) = thirds(runs) else { return nil }
    let before = median(first.map(\.decision.seen.seconds).filter { $0 > 0 })
    let after = median(last.map(\.decision.seen.seconds).filter { $0 > 0 })
    guard let before, let after, before > 0 else { return nil }
    return after / before
  }

  private static func thirds(_ runs: [[Judgement]]) -> ([Judgement], [Judgement])? {
    let long = runs.filter { $0.count >= fewest }
    guard !long.isEmpty else { return nil }
    return (
      long.flatMap { $0.prefix($0.count / 3) }, long.flatMap { $0.suffix($0.count / 3) }
    )
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}
