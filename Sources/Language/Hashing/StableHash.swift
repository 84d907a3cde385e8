/// The 64-bit FNV-1a hash, the same on every machine and in every run.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923). It can be
/// continued byte by byte, which gives the hashes of all prefixes of a word in one pass.
public struct StableHash: Sendable, Hashable {
  /// The value so far.
  public private(set) var value: UInt64

  /// Begins a hash; different salts give independent families.
  public init(salt: UInt64 = 0) { value = 0xCBF2_9CE4_8422_2325 ^ (salt &* 0x9E37_79B9_7F4A_7C15) }

  /// Takes one byte in.
  @inline(__always)
  public mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Takes bytes in, first to last.
  @inline(__always)
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  /// Takes another hash in.
  @inline(__always)
  public mutating func combine(hash other: UInt64) {
    value = Self.mix(value ^ Self.mix(other))
  }

  /// The hash of a string's UTF-8 bytes.
  public static func of(_ text: some StringProtocol, salt: UInt64 = 0) -> UInt64 {
    var hash = StableHash(salt: salt)
    hash.combine(text.utf8)
    return hash.value
  }

  /// Spreads a value over all 64 bits (finalizer of SplitMix64), because the low bits of FNV-1a
  /// depend on few bits of its input.
  @inline(__always)
  public static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
