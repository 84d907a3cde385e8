import Foundation
import Learning
import Review

/// Above which confidence the bot may answer by itself, derived from what a supervisor accepts.
public struct DecisionThresholds: Hashable, Sendable {
  /// The greatest share of calls that may get a false answer, when nobody set another.
  public static let usualFalseAnswers = 0.13
  /// The greatest share of calls that are none of the centre's business and may get an answer.
  public static let usualStrangers = 0.1
  /// The fewest calls to derive a threshold from.
  public static let fewest = 100

  /// One call scored out of fold.
  struct Case {
    var confidence: Double
    /// Whether answering it would be right.
    var isRight: Bool
    /// Whether it is out of scope.
    var isOutside: Bool
  }

  /// From this confidence on, the bot answers.
  public var answer: Double
  /// From this confidence on, it asks whether it understood; below, it asks again.
  public var confirm: Double
  /// The share of the calls of training that were answered falsely at this threshold.
  public var falseAnswers: Double
  /// What that share is below with 95 % confidence (Clopper, Pearson, Biometrika 26, 1934).
  public var falseAnswersBound: Double
  /// The number of calls the threshold was derived from.
  public var caseCount: Int

  /// Thresholds for when there are too few calls: nothing is answered without asking.
  public static let cautious = DecisionThresholds(
    answer: 1.01, confirm: 0.5, falseAnswers: 0, falseAnswersBound: 1, caseCount: 0)

  /// Derives the thresholds: the lowest confidence at which at most a share of all calls, and at most
  /// another share of those out of scope, is answered falsely. A confidence below 0 is never answered.
  static func derive(
    _ cases: [Case], target: Double, strangers limit: Double? = nil
  ) -> DecisionThresholds {
    let strangerShare = limit ?? target
    guard cases.count >= fewest else {
      var few = cautious
      few.caseCount = cases.count
      return few
    }
    let sorted = cases.sorted { $0.confidence > $1.confidence }
    let outside = cases.count { $0.isOutside }
    var wrong = 0
    var strangers = 0
    var best = (answer: 1.01, wrong: 0)
    var place = 0
    while place < sorted.count, sorted[place].confidence >= 0 {
      let level = sorted[place].confidence
      while place < sorted.count, sorted[place].confidence == level {
        if !sorted[place].isRight { wrong += 1 }
        if sorted[place].isOutside { strangers += 1 }
        place += 1
      }
      guard Double(wrong) <= target * Double(cases.count),
        Double(strangers) <= strangerShare * Double(outside)
      else { break }
      best = (level, wrong)
    }
    let bound = BetaDistribution(
      alpha: Double(best.wrong) + 1, beta: Double(cases.count - best.wrong)
    ).quantile(0.95)
    return DecisionThresholds(
      answer: best.answer, confirm: best.answer * 0.45,
      falseAnswers: Double(best.wrong) / Double(cases.count), falseAnswersBound: bound,
      caseCount: cases.count)
  }
}
