import Learning
import Oversight
import Review

/// Judgements of simulated agents with a fixed seed.
struct MadeJudgements {
  /// How an agent decides.
  enum Manner: String, CaseIterable {
    case careful
    case rubberStamping
    case contrarian
    case tired
  }

  static let start: Int64 = 1_795_500_000_000

  /// Decisions of one agent on suggestions whose truth follows their score.
  static func run(
    _ manner: Manner, count: Int, agent: String = "a", seed: UInt64 = 1,
    project: Project = .letters
  ) -> [Judgement] {
    var generator = SplitMix64(seed: seed)
    var time = start
    return (0..<count).map { index in
      let score = generator.unit()
      let isTrue = generator.unit() < score
      let place = Double(index % 120) / 120
      let (isAccepting, seconds) = decide(manner, score, isTrue, place, &generator)
      // A pause after each run of 120.
      time += Int64(seconds * 1000) + (index % 120 == 0 ? 3_600_000 : 0)
      return judgement(
        index + 1, agent: agent, time: time, accepts: isAccepting, score: score, seconds: seconds,
        project: project)
    }
  }

  private static func decide(
    _ manner: Manner, _ score: Double, _ isTrue: Bool, _ place: Double,
    _ generator: inout SplitMix64
  ) -> (Bool, Double) {
    let chance = generator.unit()
    switch manner {
    case .careful: return (chance < 0.93 ? isTrue : !isTrue, 8 + 20 * generator.unit())
    case .rubberStamping: return (chance < 0.985, 0.8 + generator.unit())
    case .contrarian: return (chance < 1 - score, 6 + 10 * generator.unit())
    case .tired:
      let isNodding = generator.unit() < place * place
      return (isNodding || (chance < 0.93 ? isTrue : !isTrue), 20 * (1 - 0.9 * place) + 1)
    }
  }

  static func judgement(
    _ sequence: Int, agent: String = "a", subject: String? = nil, part: String? = nil,
    time: Int64 = start, accepts: Bool, score: Double = 0.5, seconds: Double = 10,
    purpose: ReadingPurpose = .first, project: Project = .letters
  ) -> Judgement {
    Judgement(
      sequence: sequence, agent: agent, time: Timestamp(milliseconds: time),
      decision: Decision(
        suggestion: subject ?? "s\(sequence)", part: part, project: project,
        verdict: accepts ? .accept : .reject, reason: accepts ? nil : "r",
        seen: Decision.Seen(
          model: 1, score: score, rank: 1, seconds: seconds, language: .french),
        purpose: purpose))
  }
}
