import Foundation

/// The Beta distribution, of a share about which something is known.
public struct BetaDistribution: Hashable, Sendable {
  /// The pseudo-count of successes, above 0.
  public let alpha: Double
  /// The pseudo-count of failures, above 0.
  public let beta: Double

  /// Makes a distribution; parameters below 1e-9 are raised to it.
  public init(alpha: Double, beta: Double) {
    self.alpha = max(1e-9, alpha)
    self.beta = max(1e-9, beta)
  }

  /// The mean.
  public var mean: Double { alpha / (alpha + beta) }

  /// The probability of a share below a value: the regularised incomplete beta function.
  public func share(below value: Double) -> Double {
    if value <= 0 { return 0 }
    if value >= 1 { return 1 }
    let front = exp(
      lgamma(alpha + beta) - lgamma(alpha) - lgamma(beta) + alpha * log(value)
        + beta * log1p(-value))
    if value < (alpha + 1) / (alpha + beta + 2) {
      return front * Self.fraction(alpha, beta, value) / alpha
    }
    return 1 - front * Self.fraction(beta, alpha, 1 - value) / beta
  }

  /// The value below which the share lies with a probability.
  public func quantile(_ probability: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if share(below: middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The continued fraction of the incomplete beta function by Lentz's method (Press et al.,
  /// "Numerical Recipes", § 6.4).
  private static func fraction(_ alpha: Double, _ beta: Double, _ value: Double) -> Double {
    let tiny = 1e-300
    var numerator = 1.0
    var denominator = 1 - (alpha + beta) * value / (alpha + 1)
    denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
    var result = denominator
    for step in 1...500 {
      let index = Double(step)
      let even =
        index * (beta - index) * value / ((alpha + 2 * index - 1) * (alpha + 2 * index))
      let odd =
        -(alpha + index) * (alpha + beta + index) * value
        / ((alpha + 2 * index) * (alpha + 2 * index + 1))
      var change = 1.0
      for coefficient in [even, odd] {
        denominator = 1 + coefficient * denominator
        denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
        numerator = 1 + coefficient / numerator
        if abs(numerator) < tiny { numerator = tiny }
        change = numerator * denominator
        result *= change
      }
      if abs(change - 1) < 1e-14 { break }
    }
    return result
  }
}
