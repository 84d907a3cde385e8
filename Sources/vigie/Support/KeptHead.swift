import Foundation
import Oversight
import Review
import ReviewStore

/// A head of the ledger that was kept elsewhere, as the user gives it.
enum KeptHead {
  /// Reads `sequence:hash`, a signed line, or a file whose last line is one of them.
  ///
  /// - Throws: `Failure` when it is none, its signature is false, or its key is not the expected one.
  static func read(_ text: String, key: String?) throws -> LedgerHead {
    var line = text
    if let data = FileManager.default.contents(atPath: text) {
      line =
        String(decoding: data.prefix(1 << 20), as: UTF8.self)
        .split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    }
    if let signed = SignedHead(line: line) { return try checked(signed, key: key) }
    let parts = line.split(separator: ":")
    guard key == nil, parts.count == 2, let sequence = Int(parts[0]),
      let hash = LedgerHash(hexadecimal: String(parts[1]))
    else {
      throw Failure(
        "--head : « \(text) » trouvé, numéro:empreinte ou une tête signée attendu",
        "--head: found “\(text)”, expected sequence:hash or a signed head",
        status: ExitStatus.usage)
    }
    return LedgerHead(sequence: sequence, hash: hash)
  }

  private static func checked(_ head: SignedHead, key: String?) throws -> LedgerHead {
    guard head.isSignatureValid else {
      throw Failure("la signature de la tête est fausse", "the head's signature is false")
    }
    if let key, Hexadecimal.string(head.key) != key.lowercased() {
      throw Failure(
        "la tête est signée par une autre clé : \(Hexadecimal.string(head.key))",
        "the head is signed by another key: \(Hexadecimal.string(head.key))")
    }
    return LedgerHead(sequence: head.sequence, hash: head.hash)
  }
}
