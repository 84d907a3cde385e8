import Language

/// Numbers by stem in one open-addressing table: what a report asks for each of its words.
struct StemTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt64]
  private let mask: Int

  /// Makes a table of pairs; a stem that comes twice keeps its first number.
  init(_ pairs: [(stem: UInt64, value: UInt64)]) {
    var size = 64
    while size < pairs.count * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = keys
    mask = size - 1
    for pair in pairs {
      let key = Self.key(pair.stem)
      var place = Int(truncatingIfNeeded: key >> 20) & mask
      while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
      guard keys[place] == 0 else { continue }
      keys[place] = key
      values[place] = pair.value
    }
  }

  private static func key(_ stem: UInt64) -> UInt64 { StableHash.mix(stem) | 1 }

  /// The number of a stem, or 0.
  @inline(__always)
  subscript(stem: UInt64) -> UInt64 {
    let key = Self.key(stem)
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[place] != 0 {
      if keys[place] == key { return values[place] }
      place = (place + 1) & mask
    }
    return 0
  }
}
