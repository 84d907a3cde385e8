/// Whether two words are the same but for one slip of the keyboard.
public enum EditDistance {
  /// Whether two byte sequences differ by at most one insertion, deletion, substitution or swap of
  /// neighbours.
  ///
  /// Source: F. Damerau, "A technique for computer detection and correction of spelling errors",
  /// CACM 7(3), 1964. Time is linear in the length.
  public static func isAtMostOne(
    _ left: some RandomAccessCollection<UInt8>, _ right: some RandomAccessCollection<UInt8>
  ) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    var one = left[...]
    var two = right[...]
    while let first = one.first, first == two.first {
      one = one.dropFirst()
      two = two.dropFirst()
    }
    while let last = one.last, last == two.last {
      one = one.dropLast()
      two = two.dropLast()
    }
    switch (one.count, two.count) {
    case (0, 0), (0, 1), (1, 0), (1, 1): return true
    case (2, 2): return one.first == two.last && one.last == two.first
    default: return false
    }
  }

  /// Whether two words, folded, differ by at most one slip.
  public static func isAtMostOne(_ left: String, _ right: String) -> Bool {
    isAtMostOne(Array(left.folded.utf8), Array(right.folded.utf8))
  }
}
