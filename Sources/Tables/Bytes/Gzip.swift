/// Undoes gzip compression (RFC 1952, RFC 1951): rotated logs are kept so.
public struct Gzip {
  /// Why bytes cannot be decompressed.
  public enum Failure: Error, Hashable, Sendable {
    /// They do not begin like gzip.
    case notGzip
    /// They end too early or hold a code that does not exist.
    case damaged
    /// What comes out is larger than allowed.
    case tooLarge
    /// The checksum does not hold.
    case checksum
  }

  /// Whether bytes begin like gzip.
  public static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08])
  }

  /// The decompressed bytes of all members.
  ///
  /// - Parameter limit: the most bytes that may come out: a small file can hold a very large one.
  public static func decompress(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var place = 0
    var output: [UInt8] = []
    repeat {
      place = try skipHeader(bytes, from: place)
      var inflater = MemoryInflater(bytes, from: place, limit: limit - output.count)
      try inflater.run()
      place = inflater.end
      guard place + 8 <= bytes.count else { throw .damaged }
      let stored = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) }
      guard stored == GzipChecksum.of(inflater.output) else { throw .checksum }
      output += inflater.output
      place += 8
    } while place < bytes.count && bytes[place] != 0
    return output
  }

  private static func skipHeader(_ bytes: [UInt8], from start: Int) throws(Failure) -> Int {
    guard start + 18 <= bytes.count, isGzip(bytes[start...]) else { throw .notGzip }
    let flags = bytes[start + 3]
    var place = start + 10
    if flags & 4 != 0 {
      place += 2 + Int(bytes[place]) + Int(bytes[place + 1]) << 8
    }
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      while place < bytes.count, bytes[place] != 0 { place += 1 }
      place += 1
    }
    if flags & 2 != 0 { place += 2 }
    guard place < bytes.count else { throw .damaged }
    return place
  }
}

/// The checksum of gzip.
enum GzipChecksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
