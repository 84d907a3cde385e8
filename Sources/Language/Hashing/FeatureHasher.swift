/// Words, pairs of words and character n-grams inside words, hashed into a fixed number of buckets.
///
/// No vocabulary is stored: the feature of an n-gram is the high bits of its hash (Weinberger et
/// al., "Feature hashing for large scale multitask learning", ICML 2009). Character n-grams see the
/// two ends of a word as a mark, like scikit-learn's `char_wb`.
public struct FeatureHasher: Sendable, Codable, Hashable {
  /// The logarithm of the number of buckets, 10…24.
  public let bits: Int
  /// Whether single words are counted.
  public let words: Bool
  /// Whether pairs of neighbouring words are counted.
  public let wordPairs: Bool
  /// The lengths of the character n-grams in bytes, or `nil` for none; 2…8.
  public let characters: ClosedRange<Int>?

  /// Makes a hasher; out-of-range parameters are clamped.
  public init(
    bits: Int = 20, words: Bool = true, wordPairs: Bool = true,
    characters: ClosedRange<Int>? = 3...5
  ) {
    self.bits = min(24, max(10, bits))
    self.words = words
    self.wordPairs = wordPairs
    self.characters = characters?.clamped(to: 2...8)
  }

  /// The number of buckets.
  public var bucketCount: Int { 1 << bits }

  /// Adds the features of a text to counts; a field (title, body…) with a salt of its own is
  /// counted apart from the others.
  public func add(_ text: TokenizedText, field: UInt64 = 0, to counts: inout HashedCounts) {
    let shift = UInt64(64 - bits)
    let wordSalt = StableHash.mix(field &* 2 &+ 1)
    let pairSalt = StableHash.mix(field &* 2 &+ 2)
    let letterSeed = StableHash(salt: field &+ 0x77)
    var previous: UInt64?
    text.bytes.withUnsafeBufferPointer { bytes in
      for token in text.tokens where token.kind != .lineBreak && token.kind != .joiner {
        if words { counts.add(Self.bucket(token.hash ^ wordSalt, shift)) }
        if wordPairs, let previous {
          let pair = (previous &* 0x9E37_79B9_7F4A_7C15) ^ token.hash
          counts.add(Self.bucket(pair ^ pairSalt, shift))
        }
        previous = token.hash
        if let characters, token.isWord {
          addCharacters(token, bytes, characters, letterSeed, shift, &counts)
        }
      }
    }
  }

  @inline(__always)
  private static func bucket(_ hash: UInt64, _ shift: UInt64) -> UInt32 {
    // Shifts bind tighter than products in Swift: the high bits of the product are meant.
    UInt32(truncatingIfNeeded: ((hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9) >> shift)
  }

  /// Adds the n-grams of one word with a space at both ends.
  @inline(__always)
  private func addCharacters(
    _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ lengths: ClosedRange<Int>,
    _ seed: StableHash, _ shift: UInt64, _ counts: inout HashedCounts
  ) {
    let begin = Int(token.foldedBegin)
    let length = token.foldedCount
    let shortest = lengths.lowerBound
    var start = -1
    while start + shortest <= length + 1 {
      var hash = seed
      let last = min(start + lengths.upperBound, length + 1)
      var place = start
      while place < last {
        hash.combine(place < 0 || place >= length ? 0x20 : bytes[begin + place])
        place += 1
        if place - start >= shortest { counts.add(Self.bucket(hash.value, shift)) }
      }
      start += 1
    }
  }
}
