/// The codes of a DEFLATE alphabet, looked up by their next bits.
struct HuffmanTable {
  /// The longest code, in bits.
  static let longest = 15

  /// `symbol << 4 | length` by the next `width` bits; 0 where no code begins so.
  private let entries: [UInt16]
  /// The number of bits that are looked up.
  let width: Int

  /// Makes the table from the length of each symbol's code, or `nil` when they are no prefix code.
  init?(lengths: [UInt8]) {
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    for length in lengths where length > 0 {
      guard length <= Self.longest else { return nil }
      counts[Int(length)] += 1
    }
    let width = max(1, counts.lastIndex { $0 > 0 } ?? 1)
    var next = [Int](repeating: 0, count: Self.longest + 2)
    var code = 0
    for length in 1...Self.longest {
      next[length] = code
      code = (code + counts[length]) << 1
      guard next[length] + counts[length] <= 1 << length else { return nil }
    }
    var entries = [UInt16](repeating: 0, count: 1 << width)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let reversed = Self.reversed(next[Int(length)], bits: Int(length))
      next[Int(length)] += 1
      for place in stride(from: reversed, to: 1 << width, by: 1 << Int(length)) {
        entries[place] = UInt16(symbol) << 4 | UInt16(length)
      }
    }
    self.entries = entries
    self.width = width
  }

  /// Codes are sent from their most significant bit, all else from the least.
  private static func reversed(_ code: Int, bits: Int) -> Int {
    var result = 0
    for bit in 0..<bits where code >> bit & 1 == 1 { result |= 1 << (bits - 1 - bit) }
    return result
  }

  /// The symbol and the length of the code that the bits begin with; length 0 when none does.
  @inline(__always) func look(_ bits: UInt64) -> (symbol: Int, length: Int) {
    let entry = entries[Int(bits & UInt64((1 << width) - 1))]
    return (Int(entry >> 4), Int(entry & 15))
  }
}
