/// Which slots of hashed features were learned, and the row of weights of each: a bit for each slot
/// with the number of rows before its word, so that a slot that says nothing costs one look at
/// memory that stays in the cache.
struct LearnedSlots: Sendable {
  /// 64 slots: a bit for each that was learned, and the number of rows of the slots before.
  private struct Word: Sendable {
    var bits: UInt64 = 0
    var rowsBefore: UInt32 = 0
  }

  private var words: [Word]
  /// The number of slots that were learned.
  let count: Int
  /// The number of slots.
  let slotCount: Int

  /// Makes the set from slots in ascending order; the first has row 1, since row 0 is that of slots
  /// nothing is known of.
  ///
  /// `nil` when a slot is out of range or out of order.
  init?(_ slots: some Sequence<Int32>, slotCount: Int) {
    words = [Word](repeating: Word(), count: (slotCount + 63) / 64)
    self.slotCount = slotCount
    var last: Int32 = -1
    var count = 0
    for slot in slots {
      guard slot > last, Int(slot) < slotCount else { return nil }
      words[Int(slot) / 64].bits |= 1 << UInt64(slot % 64)
      last = slot
      count += 1
    }
    self.count = count
    var before: UInt32 = 0
    for place in words.indices {
      words[place].rowsBefore = before
      before += UInt32(words[place].bits.nonzeroBitCount)
    }
  }

  /// No slot learned.
  static func none(slotCount: Int) -> LearnedSlots { LearnedSlots(slotCount: slotCount) }

  private init(slotCount: Int) {
    words = [Word](repeating: Word(), count: (slotCount + 63) / 64)
    self.slotCount = slotCount
    count = 0
  }

  /// The slots that were learned, in ascending order: those of the rows 1, 2…
  var slots: [Int32] {
    var slots: [Int32] = []
    slots.reserveCapacity(count)
    for (place, word) in words.enumerated() {
      var bits = word.bits
      while bits != 0 {
        slots.append(Int32(place * 64 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    return slots
  }

  /// The rows of a sequence's slots without those nothing is known of.
  ///
  /// - Parameters:
  ///   - slots: `featureCount` for each token; they are overwritten by the rows.
  ///   - count: the number of tokens.
  ///   - ends: for each token, the place after its last row.
  func compact(
    _ slots: UnsafeMutablePointer<UInt32>, featureCount: Int, count: Int,
    ends: UnsafeMutablePointer<Int32>
  ) {
    words.withUnsafeBufferPointer { words in
      var place = 0
      for token in 0..<count {
        for feature in 0..<featureCount {
          let slot = slots[token * featureCount + feature]
          let word = words[Int(slot >> 6)]
          let bit: UInt64 = 1 << UInt64(slot & 63)
          guard word.bits & bit != 0 else { continue }
          slots[place] =
            word.rowsBefore + UInt32((word.bits & (bit - 1)).nonzeroBitCount) + 1
          place += 1
        }
        ends[token] = Int32(place)
      }
    }
  }
}
