import Language

/// Finds lines that only repeat on every page: headers and footers.
enum PageNoise {
  /// How often a line must stand in a note to be noise.
  private static let repeats = 3
  /// The longest line that can be noise, in bytes.
  private static let longest = 120

  /// The numbers of the lines (from 0) that are noise.
  static func lines(_ text: String) -> Set<Int> {
    var seen: [UInt64: [Int]] = [:]
    for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard line.count >= 8, line.count <= longest else { continue }
      seen[hash(line), default: []].append(number)
    }
    var noise: Set<Int> = []
    for numbers in seen.values where numbers.count >= repeats {
      // The first one stays: it may say who the patient is.
      guard let first = numbers.first, let last = numbers.last, last - first > 20 else { continue }
      noise.formUnion(numbers.dropFirst())
    }
    return noise
  }

  /// Digits count as one, so that page numbers do not matter.
  private static func hash(_ line: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash(salt: 11)
    var wasDigit = false
    for byte in line where byte > 0x20 {
      let isDigit = byte >= 0x30 && byte <= 0x39
      if isDigit && wasDigit { continue }
      hash.combine(isDigit ? 0x30 : byte)
      wasDigit = isDigit
    }
    return hash.value
  }
}
