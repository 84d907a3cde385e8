import Foundation

/// The Gamma distribution, of a rate about which something is known.
public struct GammaDistribution: Hashable, Sendable {
  /// The pseudo-count of events, above 0.
  public let shape: Double
  /// The pseudo-exposure, above 0.
  public let rate: Double

  /// Makes a distribution; parameters below 1e-9 are raised to it.
  public init(shape: Double, rate: Double) {
    self.shape = max(1e-9, shape)
    self.rate = max(1e-9, rate)
  }

  /// The mean: events per unit of exposure.
  public var mean: Double { shape / rate }

  /// The distribution after `events` were seen during `exposure`.
  public func observing(events: Double, exposure: Double) -> GammaDistribution {
    GammaDistribution(shape: shape + events, rate: rate + exposure)
  }

  /// The probability of a rate below a value: the regularised incomplete gamma function.
  public func share(below value: Double) -> Double {
    let point = value * rate
    guard point > 0 else { return 0 }
    return point < shape + 1 ? series(point) : 1 - fraction(point)
  }

  /// The value below which the rate lies with a probability.
  public func quantile(_ probability: Double) -> Double {
    guard probability > 0 else { return 0 }
    guard probability < 1 else { return .infinity }
    var high = mean + 1 / rate
    while share(below: high) < probability { high *= 2 }
    var low = 0.0
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if share(below: middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private func front(_ point: Double) -> Double {
    exp(shape * log(point) - point - lgamma(shape))
  }

  private func series(_ point: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var index = shape
    for _ in 0..<10_000 {
      index += 1
      term *= point / index
      sum += term
      if term < sum * 1e-16 { break }
    }
    return sum * front(point)
  }

  /// Lentz's continued fraction (Press et al., "Numerical Recipes", § 6.2).
  private func fraction(_ point: Double) -> Double {
    let tiny = 1e-300
    var base = point + 1 - shape
    var numerator = 1 / tiny
    var denominator = 1 / base
    var result = denominator
    for step in 1...10_000 {
      let coefficient = -Double(step) * (Double(step) - shape)
      base += 2
      denominator = coefficient * denominator + base
      denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
      numerator = base + coefficient / numerator
      if abs(numerator) < tiny { numerator = tiny }
      let change = numerator * denominator
      result *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return result * front(point)
  }
}
