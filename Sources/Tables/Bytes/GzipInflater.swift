/// Undoes gzip compression (RFC 1952), a piece at a time, one member after the other.
struct GzipInflater {
  private var inflater: Inflater
  private var checksum = CRC32()
  private var count: UInt32 = 0
  private var memberCount = 0
  private var isInside = false

  /// Makes an inflater.
  ///
  /// - Parameter pull: replaces the array by the next compressed bytes; `false` at the end.
  init(pull: @escaping (inout [UInt8]) throws -> Bool) { inflater = Inflater(pull: pull) }

  /// The next bytes, empty at the end.
  ///
  /// - Throws: `Gzip.Failure`, and what `pull` throws.
  mutating func next() throws -> ArraySlice<UInt8> {
    do {
      while true {
        if !isInside {
          guard try begin() else { return [] }
        }
        let piece = try inflater.next()
        guard piece.isEmpty else {
          checksum.add(piece)
          count &+= UInt32(truncatingIfNeeded: piece.count)
          return piece
        }
        try finish()
      }
    } catch is Inflater.Problem {
      throw Gzip.Failure.damaged
    }
  }

  private mutating func byte() throws -> UInt8 {
    guard let byte = try inflater.byteAfter() else { throw Gzip.Failure.damaged }
    return byte
  }

  /// Reads the head of a member; `false` when there is no further one. Zeros may fill up the end.
  private mutating func begin() throws -> Bool {
    let first = try inflater.byteAfter()
    if memberCount > 0, first == nil || first == 0 { return false }
    guard first == 0x1F, try inflater.byteAfter() == 0x8B, try inflater.byteAfter() == 8 else {
      throw Gzip.Failure.notGzip
    }
    let flags = try byte()
    for _ in 0..<6 { _ = try byte() }
    if flags & 4 != 0 {
      let length = Int(try byte()) | Int(try byte()) << 8
      for _ in 0..<length { _ = try byte() }
    }
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      while try byte() != 0 {}
    }
    if flags & 2 != 0 {
      for _ in 0..<2 { _ = try byte() }
    }
    inflater.restart()
    checksum = CRC32()
    count = 0
    memberCount += 1
    isInside = true
    return true
  }

  /// Reads the end of a member and compares it with what came out.
  private mutating func finish() throws {
    func number() throws -> UInt32 {
      var value: UInt32 = 0
      for place in 0..<4 { value |= UInt32(try byte()) << (8 * UInt32(place)) }
      return value
    }
    guard try number() == checksum.value, try number() == count else {
      throw Gzip.Failure.checksum
    }
    isInside = false
  }
}
