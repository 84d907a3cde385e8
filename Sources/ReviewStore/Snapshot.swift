import Crypto
import Foundation
import Review

/// A suggestion as it was when somebody decided, in a form that is the same for the same content.
struct Snapshot {
  /// The JSON of the suggestion, its members sorted.
  let content: Data
  /// SHA-256 of the content.
  let hash: Data

  init(_ suggestion: Suggestion) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    content = try encoder.encode(suggestion)
    hash = Data(SHA256.hash(data: content))
  }

  /// The hash in hexadecimal, as the decision holds it.
  var name: String { Hexadecimal.string(hash) }
}
