import Crypto
import Review

/// Replaces the names of authors by pseudonyms at import, so that no name reaches the store.
public struct AuthorPseudonym: Sendable {
  /// The number of hexadecimal digits of a pseudonym (64 bits).
  public static let length = 16

  private let salt: String

  /// Makes pseudonyms with a secret salt: without it names cannot be tried one by one.
  public init(salt: String) { self.salt = salt }

  /// The pseudonym of an author's name: the beginning of SHA-256 over salt, zero byte and name;
  /// empty for an empty name.
  public func pseudonym(_ name: String) -> String {
    guard !name.isEmpty else { return "" }
    let bytes = Array(salt.utf8) + [0] + Array(name.utf8)
    return String(Hexadecimal.string(SHA256.hash(data: bytes)).prefix(Self.length))
  }
}
