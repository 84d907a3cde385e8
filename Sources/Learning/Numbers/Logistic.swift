import Foundation

/// The logistic function and its relatives.
public enum Logistic {
  /// The probability of log-odds: 1 / (1 + e⁻ˣ), without overflow.
  public static func sigmoid(_ logOdds: Double) -> Double {
    if logOdds >= 0 { return 1 / (1 + exp(-logOdds)) }
    let power = exp(logOdds)
    return power / (1 + power)
  }

  /// How near to 0 and 1 a probability may come before its log-odds are taken.
  public static let smallestProbability = 1e-15

  /// The log-odds of a probability, which is first held inside 1e-15…1 − 1e-15.
  public static func logit(_ probability: Double) -> Double {
    let held = min(1 - smallestProbability, max(smallestProbability, probability))
    return log(held) - log1p(-held)
  }

  /// ln(1 + eˣ), without overflow.
  public static func softplus(_ value: Double) -> Double {
    value > 0 ? value + log1p(exp(-value)) : log1p(exp(value))
  }

  /// The negative log-likelihood of a label under log-odds.
  public static func loss(logOdds: Double, label: Bool) -> Double {
    softplus(label ? -logOdds : logOdds)
  }
}
