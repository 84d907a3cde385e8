import Foundation
import Learning
import Review

/// Levels before anything was learned: written weights, never shown as probabilities.
enum RuleScores {
  /// The log-odds that every subject starts from.
  static let base = Logistic.logit(0.12)

  /// The level of a sum: 1, 2 or 3 points.
  static func level(_ logOdds: Double) -> Int {
    let value = Logistic.sigmoid(logOdds)
    return value >= 0.45 ? 3 : value >= 0.2 ? 2 : 1
  }

  /// A score with its level.
  static func score(_ contributions: ContributionsEvidence) -> Score {
    let value = Logistic.sigmoid(contributions.total)
    return Score(value, basis: .rule(level: level(contributions.total)))
  }

  /// The weights of a site, by reason.
  static func site(
    _ subject: Subject, past: [Control], neighbours: Int, today: CalendarDate
  ) -> [(reason: String, weight: Double)] {
    var weights: [(String, Double)] = []
    let known = past.filter { $0.isBad != nil }
    if let last = known.last, last.isBad == true {
      weights.append((ReasonKey.last, last.repaired == nil ? 1.2 : 0.5))
    } else if let last = known.last {
      weights.append((ReasonKey.last, today.days(since: last.date) > 1461 ? 0.3 : -0.4))
    }
    let bad = known.count { $0.isBad == true }
    if bad > 1 { weights.append((ReasonKey.site, min(1.0, 0.3 * Double(bad)))) }
    if known.isEmpty { weights.append((ReasonKey.site, 0.2)) }
    if neighbours > 0 { weights.append((ReasonKey.neighbours, min(0.9, 0.3 * Double(neighbours)))) }
    let water = subject.row.numeric.suffix(WaterSignals.names.count)
    if let above = water.dropFirst().first, !above.isNaN {
      weights.append((ReasonKey.water, 1.6 * Double(above) - 0.2))
    }
    return weights
  }

  /// The weights of a station: how near the expected level is to the threshold, and how often it was
  /// above.
  static func station(_ value: (String) -> Float?) -> [(reason: String, weight: Double)] {
    var weights: [(String, Double)] = []
    if let margin = value("expected from all"), !margin.isNaN {
      weights.append((ReasonKey.level, min(3, max(-3, 2.5 * Double(margin) + 1))))
    }
    if let share = value("share above, decayed"), !share.isNaN {
      weights.append((ReasonKey.exceedances, 2 * Double(share) - 0.2))
    }
    return weights
  }
}
