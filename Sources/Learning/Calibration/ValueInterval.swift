/// A value with the two ends of an interval around it.
public struct ValueInterval: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// Makes an interval; it is widened so that it holds the value.
  public init(_ value: Double, low: Double, high: Double) {
    self.value = value
    self.low = min(value, low)
    self.high = max(value, high)
  }

  /// The interval of a probability whose log-odds are known with a standard error.
  ///
  /// - Parameter level: the share it is to hold, 0.8 for 80 %.
  public static func logOdds(
    _ logOdds: Double, standardError: Double, level: Double = 0.8
  ) -> ValueInterval {
    let quantile = level == 0.8 ? upperOfEighty : NormalDistribution.quantile(0.5 + level / 2)
    let reach = quantile * standardError
    return ValueInterval(
      Logistic.sigmoid(logOdds), low: Logistic.sigmoid(logOdds - reach),
      high: Logistic.sigmoid(logOdds + reach))
  }

  /// The quantile of the usual level, found once.
  private static let upperOfEighty = NormalDistribution.quantile(0.9)

  /// The interval of a share of which `successes` out of `trials` were seen, with a Beta prior
  /// (Jeffreys' when 0.5 and 0.5).
  public static func share(
    successes: Double, trials: Double, priorSuccesses: Double = 0.5, priorFailures: Double = 0.5,
    level: Double = 0.8
  ) -> ValueInterval {
    let distribution = BetaDistribution(
      alpha: priorSuccesses + successes, beta: priorFailures + trials - successes)
    return ValueInterval(
      distribution.mean, low: distribution.quantile(0.5 - level / 2),
      high: distribution.quantile(0.5 + level / 2))
  }

  /// The interval that holds the middle share of replicates (percentile bootstrap).
  public static func replicates(
    _ value: Double, _ replicates: [Double], level: Double = 0.95
  ) -> ValueInterval {
    let sorted = replicates.filter(\.isFinite).sorted()
    guard let first = sorted.first else { return ValueInterval(value, low: value, high: value) }
    guard sorted.count > 1 else { return ValueInterval(value, low: first, high: first) }
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    return ValueInterval(value, low: quantile(0.5 - level / 2), high: quantile(0.5 + level / 2))
  }
}
