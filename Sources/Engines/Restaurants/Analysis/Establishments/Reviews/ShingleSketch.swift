import Language

/// A small sketch of a text by which near-copies are recognised.
///
/// The smallest hashes of its runs of five characters estimate the Jaccard similarity of two texts
/// (Broder, "On the resemblance and containment of documents", 1997) at a fixed size.
struct ShingleSketch: Hashable {
  /// The number of hashes kept: an error of about 0.06 at a similarity of 0.6.
  static let size = 64
  /// The length of a run in characters of the folded text.
  static let length = 5

  /// The smallest hashes, rising.
  let hashes: [UInt32]

  /// The sketch of a text; without hashes when it is shorter than a run.
  init(_ text: String) {
    let bytes = Array(text.folded.utf8)
    guard bytes.count >= Self.length else {
      hashes = []
      return
    }
    var all: Set<UInt32> = []
    for start in 0...(bytes.count - Self.length) {
      var hash = StableHash()
      hash.combine(bytes[start..<start + Self.length])
      all.insert(UInt32(truncatingIfNeeded: StableHash.mix(hash.value)))
    }
    hashes = Array(all.sorted().prefix(Self.size))
  }

  /// The estimated share of runs two texts have in common.
  func similarity(to other: ShingleSketch) -> Double {
    guard !hashes.isEmpty, !other.hashes.isEmpty else { return 0 }
    var (left, right, both, seen) = (0, 0, 0, 0)
    while seen < Self.size, left < hashes.count || right < other.hashes.count {
      let first = left < hashes.count ? hashes[left] : .max
      let second = right < other.hashes.count ? other.hashes[right] : .max
      if first == second { both += 1 }
      if first <= second { left += 1 }
      if second <= first { right += 1 }
      seen += 1
    }
    return Double(both) / Double(seen)
  }
}
