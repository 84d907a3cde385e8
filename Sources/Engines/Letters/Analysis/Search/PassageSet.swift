/// A set of passages by their numbers, one bit each.
struct PassageSet: Hashable, Sendable {
  private var words: [UInt64]
  /// The number of passages there are.
  let count: Int

  /// An empty set.
  init(count: Int) {
    self.count = count
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// All passages.
  init(allOf count: Int) {
    self.init(count: count)
    for index in words.indices { words[index] = ~0 }
    if count % 64 > 0, let last = words.indices.last {
      words[last] = (1 << UInt64(count % 64)) - 1
    }
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Adds a passage.
  mutating func insert(_ passage: Int) { words[passage >> 6] |= 1 << UInt64(passage & 63) }

  /// Keeps only what is in both.
  mutating func formIntersection(_ other: PassageSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Adds what is in the other.
  mutating func formUnion(_ other: PassageSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Takes out what is in the other.
  mutating func subtract(_ other: PassageSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Calls the body with each passage, in order.
  func visit(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
