import Crypto

/// Makes identifiers that are the same each time the same thing is read.
public enum StableID {
  /// The number of hexadecimal digits of an identifier (64 bits).
  public static let length = 16

  /// The first 64 bits, in hexadecimal, of SHA-256 over the parts, each followed by a zero byte.
  public static func make(_ parts: String...) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0)
    }
    return String(Hexadecimal.string(SHA256.hash(data: bytes)).prefix(length))
  }
}
