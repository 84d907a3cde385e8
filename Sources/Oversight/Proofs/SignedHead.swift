import Crypto
import Foundation
import Review

/// A head of the ledger signed with Ed25519, to be printed, mailed or kept in git: whoever holds it
/// can tell later that the ledger was cut or rewritten.
///
/// Its text is one line: `vigie-head-1 SEQUENCE HASH ROOT TIME KEY SIGNATURE`, all but the two
/// numbers in hexadecimal; the signature is over the line without it.
public struct SignedHead: Hashable, Sendable {
  private static let mark = "vigie-head-1"

  /// The number of events.
  public var sequence: Int
  /// The hash of the last event.
  public var hash: LedgerHash
  /// The root of the Merkle tree over the events' hashes.
  public var root: LedgerHash
  /// When it was signed.
  public var time: Timestamp
  /// The public key: 32 bytes.
  public var key: [UInt8]
  /// The signature: 64 bytes.
  public var signature: [UInt8]

  /// Signs a head.
  public init(
    sequence: Int, hash: LedgerHash, root: LedgerHash, time: Timestamp,
    key: Curve25519.Signing.PrivateKey
  ) throws {
    self.sequence = sequence
    self.hash = hash
    self.root = root
    self.time = time
    self.key = [UInt8](key.publicKey.rawRepresentation)
    signature = []
    signature = [UInt8](try key.signature(for: Data(content.utf8)))
  }

  /// Reads a line, or `nil` when it is not one.
  public init?(line: String) {
    let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == 7, fields[0] == Self.mark, let sequence = Int(fields[1]),
      let hash = LedgerHash(hexadecimal: fields[2]), let root = LedgerHash(hexadecimal: fields[3]),
      let time = Int64(fields[4]), let key = Hexadecimal.bytes(fields[5]), key.count == 32,
      let signature = Hexadecimal.bytes(fields[6]), signature.count == 64
    else { return nil }
    self.sequence = sequence
    self.hash = hash
    self.root = root
    self.time = Timestamp(milliseconds: time)
    self.key = key
    self.signature = signature
  }

  private var content: String {
    "\(Self.mark) \(sequence) \(hash) \(root) \(time.milliseconds) \(Hexadecimal.string(key))"
  }

  /// The line.
  public var line: String { content + " " + Hexadecimal.string(signature) }

  /// Whether the signature is that of the key in the line. That the key is the right one, its
  /// fingerprint kept elsewhere must tell.
  public var isSignatureValid: Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
    return key.isValidSignature(Data(signature), for: Data(content.utf8))
  }
}
