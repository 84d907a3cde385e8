/// How often each hashed feature of a text occurs; the storage is reused from text to text.
public struct HashedCounts: Sendable {
  /// The features seen, in the order of their first occurrence.
  public private(set) var features: [UInt32] = []
  /// How often each feature of `features` was seen.
  public private(set) var counts: [UInt32] = []
  /// An open-addressing table of positions in `features`, plus one; zero is free.
  private var slots: [UInt32]
  private var mask: Int

  /// Makes an empty count.
  public init() {
    slots = Array(repeating: 0, count: 4096)
    mask = 4095
  }

  /// Forgets everything and keeps the storage.
  public mutating func removeAll() {
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    features.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// Counts one occurrence of a feature.
  @inline(__always)
  public mutating func add(_ feature: UInt32) {
    var slot = Int(feature &* 0x9E37_79B1 >> 7) & mask
    while true {
      let place = slots[slot]
      if place == 0 { break }
      if features[Int(place) - 1] == feature {
        counts[Int(place) - 1] += 1
        return
      }
      slot = (slot + 1) & mask
    }
    features.append(feature)
    counts.append(1)
    slots[slot] = UInt32(features.count)
    if features.count * 2 > mask { grow() }
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = Array(repeating: 0, count: mask + 1)
    for (position, feature) in features.enumerated() {
      var slot = Int(feature &* 0x9E37_79B1 >> 7) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(position + 1)
    }
  }
}
