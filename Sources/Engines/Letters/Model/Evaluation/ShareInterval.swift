/// The 95 % interval of a share.
enum ShareInterval {
  /// Wilson's score interval (Journal of the American Statistical Association 22, 1927).
  static func wilson(_ count: Int, of total: Int) -> (low: Double, high: Double) {
    guard total > 0 else { return (0, 1) }
    let z = 1.959_963_985
    let n = Double(total)
    let share = Double(count) / n
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach =
      z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return (max(0, middle - reach), min(1, middle + reach))
  }
}
