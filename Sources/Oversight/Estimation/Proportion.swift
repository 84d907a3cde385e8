import Learning

/// A share with its interval.
public enum Proportion {
  /// The share of successes with the 95 % score interval; `nil` without trials.
  ///
  /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
  /// Journal of the American Statistical Association 22, 1927.
  public static func wilson(_ successes: Int, of trials: Int) -> ValueInterval? {
    guard trials > 0 else { return nil }
    let z = 1.959963984540054
    let n = Double(trials)
    let share = Double(successes) / n
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return ValueInterval(
      share, low: successes == 0 ? 0 : centre - half, high: successes == trials ? 1 : centre + half)
  }
}
