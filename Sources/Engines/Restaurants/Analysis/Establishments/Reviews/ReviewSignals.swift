import Foundation
import Learning
import Review

/// The features of an establishment that come from its reviews.
struct ReviewSignals: Equatable {
  /// The values by column.
  private(set) var values = [Double](repeating: 0, count: ReviewColumn.allCases.count)
  /// The variance of the logarithm of the rate of reports.
  let rateVariance: Double

  subscript(_ column: ReviewColumn) -> Double {
    get { values[column.rawValue] }
    set { values[column.rawValue] = newValue }
  }

  /// The largest logarithm of a ratio: a single report at a place with two reviews must not weigh
  /// more than twenty times the usual.
  static let largestRatio = log(20.0)

  /// Up to so many (decayed) reviews a report counts fully; among more it is thinned out, except
  /// for an illness.
  static let usualExposure = 20.0

  init(_ tally: ReviewTally, priors: ReviewPriors) {
    let posterior = priors.rate(of: tally)
    // The variance of the logarithm of a Gamma variable is about 1 / shape.
    rateVariance = 1 / max(0.05, posterior.shape)
    self[.count] = Double(tally.count)
    self[.rate] = min(Self.largestRatio, log(posterior.mean / priors.reports))
    let thinning =
      (priors.strength + Self.usualExposure)
      / (priors.strength + max(Self.usualExposure, tally.exposure))
    for problem in ReportedProblem.allCases {
      let share = problem == .illness ? 1 : thinning
      self[problem.column] = log1p(share * tally.problems[problem.rawValue])
    }
    let negative =
      (priors.strength * priors.negatives + tally.negatives) / (priors.strength + tally.exposure)
    self[.negative] = Logistic.logit(negative) - Logistic.logit(priors.negatives)
    self[.burst] = Self.isBurst(tally, priors) ? 1 : 0
    self[.authors] = log(Double(max(1, tally.yearAuthors.count)))
    // Praise does not cancel an illness: once one is reported, neither the rate of reports nor the
    // share of negatives may speak for the place.
    if tally.problems[ReportedProblem.illness.rawValue] > 0 {
      self[.rate] = max(0, self[.rate])
      self[.negative] = max(0, self[.negative])
    }
  }

  /// At least two authors within two months, and fewer than one chance in a hundred of so many at
  /// the usual rate.
  private static func isBurst(_ tally: ReviewTally, _ priors: ReviewPriors) -> Bool {
    let seen = tally.recentAuthors.count
    guard seen >= 2 else { return false }
    let expected = priors.reports * max(tally.recentReviews, Double(seen))
    var term = exp(-expected)
    var below = 0.0
    for count in 0..<seen {
      below += term
      term *= expected / Double(count + 1)
    }
    return 1 - below < 0.01
  }
}

extension EstablishmentFeatures {
  /// Puts the signals in; without reviews the columns stay missing.
  mutating func set(_ signals: ReviewSignals) {
    guard signals[.count] > 0 else { return }
    for column in ReviewColumn.allCases { self[column] = signals[column] }
  }
}
