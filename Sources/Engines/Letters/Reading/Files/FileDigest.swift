import Crypto
import Foundation
import Review

/// The SHA-256 of files.
enum FileDigest {
  /// In hexadecimal.
  static func sha256(_ url: URL) throws -> String {
    Hexadecimal.string(SHA256.hash(data: try Data(contentsOf: url, options: .mappedIfSafe)))
  }
}
