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
    var all: [UInt32] = []
    all.reserveCapacity(bytes.count)
    // The last five bytes, packed: a hash of each run costs one multiplication.
    var run: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      run = (run << 8 | UInt64(byte)) & 0xFF_FFFF_FFFF
      if place >= Self.length - 1 { all.append(UInt32(truncatingIfNeeded: StableHash.mix(run))) }
    }
    all.sort()
    var smallest: [UInt32] = []
    for hash in all where hash != smallest.last {
      smallest.append(hash)
      if smallest.count == Self.size { break }
    }
    hashes = smallest
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
