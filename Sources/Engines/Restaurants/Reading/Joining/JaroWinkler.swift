/// The similarity of two short strings by Jaro and Winkler.
///
/// Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the
/// Fellegi-Sunter Model of Record Linkage" (1990); prefix weight 0.1 over four characters, applied
/// above a Jaro similarity of 0.7.
enum JaroWinkler {
  /// Only so many bytes are compared, so that matches fit in one machine word.
  static let comparedBytes = 64

  /// From 0 (nothing in common) to 1 (equal); two empty strings are equal.
  static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        similarity(
          UnsafeBufferPointer(rebasing: left.prefix(comparedBytes)),
          UnsafeBufferPointer(rebasing: right.prefix(comparedBytes)))
      }
    }
  }

  private static func similarity(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return left.count == right.count ? 1 : 0 }
    let reach = max(0, max(left.count, right.count) / 2 - 1)
    var leftMatched: UInt64 = 0
    var rightMatched: UInt64 = 0
    for index in 0..<left.count {
      let low = max(0, index - reach)
      let high = min(right.count - 1, index + reach)
      guard low <= high else { continue }
      for other in low...high
      where right[other] == left[index] && rightMatched & (1 << UInt64(other)) == 0 {
        leftMatched |= 1 << UInt64(index)
        rightMatched |= 1 << UInt64(other)
        break
      }
    }
    let matches = Double(leftMatched.nonzeroBitCount)
    guard matches > 0 else { return 0 }
    let swapped = transpositions(left, leftMatched, right, rightMatched)
    let jaro =
      (matches / Double(left.count) + matches / Double(right.count)
        + (matches - Double(swapped) / 2) / matches) / 3
    guard jaro > 0.7 else { return jaro }
    var prefix = 0
    while prefix < min(4, left.count, right.count), left[prefix] == right[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  /// How many matched bytes stand in another order.
  private static func transpositions(
    _ left: UnsafeBufferPointer<UInt8>, _ leftMatched: UInt64,
    _ right: UnsafeBufferPointer<UInt8>, _ rightMatched: UInt64
  ) -> Int {
    var remaining = rightMatched
    var count = 0
    for index in 0..<left.count where leftMatched & (1 << UInt64(index)) != 0 {
      let other = remaining.trailingZeroBitCount
      remaining &= remaining - 1
      if left[index] != right[other] { count += 1 }
    }
    return count
  }
}
