import Crypto
import Foundation

/// A personal text and the salt it is hashed with.
///
/// The chain holds SHA-256(salt ‖ text) only. Erasing text and salt leaves the chain valid and the
/// hash without use: without the salt nobody can try texts against it.
public struct PersonalText: Hashable, Sendable {
  /// The number of bytes of a salt.
  public static let saltLength = 16

  /// The random bytes.
  public let salt: [UInt8]
  /// The text.
  public let text: String

  /// Makes a personal text.
  public init(salt: [UInt8], text: String) {
    self.salt = salt
    self.text = text
  }

  /// The hexadecimal SHA-256 of the salt and the text in Unicode normalisation form C.
  public var digest: String {
    let normal = text.precomposedStringWithCanonicalMapping
    return Hexadecimal.string(SHA256.hash(data: salt + Array(normal.utf8)))
  }
}
