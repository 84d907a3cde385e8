/// A SHA-256 value: 32 bytes.
public struct LedgerHash: Hashable, Sendable, CustomStringConvertible {
  /// The number of bytes.
  public static let length = 32
  /// The value before the first row: zeros.
  public static let zero = LedgerHash(unchecked: Array(repeating: 0, count: length))

  /// The bytes.
  public let bytes: [UInt8]

  /// Makes a hash from exactly 32 bytes, or `nil`.
  public init?(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits, or `nil`.
  public init?(hexadecimal text: String) {
    guard let bytes = Hexadecimal.bytes(text) else { return nil }
    self.init(bytes)
  }

  init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// 64 hexadecimal digits.
  public var description: String { Hexadecimal.string(bytes) }
}
