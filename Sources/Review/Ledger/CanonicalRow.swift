import Crypto
import Foundation

/// The canonical form of a ledger row, version 1, and its hash.
///
/// The bytes are a first line `vigie-ledger-1`, then one line for each field, sorted by the bytes
/// of its name: `name=length:value`, where length counts the UTF-8 bytes of the value. Texts are in
/// Unicode normalisation form C, whole numbers in decimal, numbers in millionths as whole numbers,
/// times in milliseconds of UTC. A value that is absent has no line. The length makes the form
/// injective: no value can imitate a field.
public struct CanonicalRow: Hashable, Sendable {
  /// The version of the form.
  public static let version = 1
  private static let firstLine = "vigie-ledger-1\n"
  /// Prefix of the fields that the payload owns, apart from the row's own.
  static let payloadPrefix = "payload."

  /// The fields by name.
  public let fields: [String: String]

  /// Makes a row from its fields; values are brought to normalisation form C.
  public init(fields: [String: String]) {
    self.fields = fields.mapValues { value in
      value.utf8.allSatisfy { $0 < 0x80 } ? value : value.precomposedStringWithCanonicalMapping
    }
  }

  /// Makes the row of an event.
  ///
  /// - Parameter digests: for each personal field of the payload, the digest of its salted text.
  public init(
    sequence: Int, time: Timestamp, agent: String, payload: LedgerPayload,
    digests: [String: String]
  ) {
    var fields = [
      "sequence": String(sequence), "time": String(time.milliseconds), "agent": agent,
      "kind": payload.kind.rawValue,
    ]
    for (name, value) in payload.canonicalFields { fields[Self.payloadPrefix + name] = value }
    for (name, digest) in digests { fields["personal." + name] = digest }
    self.init(fields: fields)
  }

  /// The bytes that are hashed.
  public var bytes: [UInt8] {
    var out = Array(Self.firstLine.utf8)
    for name in fields.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let value = Array((fields[name] ?? "").utf8)
      out.append(contentsOf: "\(name)=\(value.count):".utf8)
      out.append(contentsOf: value)
      out.append(0x0A)
    }
    return out
  }

  /// Reads the bytes of a row, or `nil` when they are not in the canonical form.
  public init?(bytes: [UInt8]) {
    let head = Array(Self.firstLine.utf8)
    guard bytes.starts(with: head) else { return nil }
    var fields: [String: String] = [:]
    var position = head.count
    while position < bytes.count {
      guard let (name, value, next) = Self.field(in: bytes, at: position), fields[name] == nil
      else { return nil }
      fields[name] = value
      position = next
    }
    self.fields = fields
  }

  private static func field(in bytes: [UInt8], at start: Int) -> (String, String, Int)? {
    guard let equals = bytes[start...].firstIndex(of: 0x3D),
      let colon = bytes[equals...].firstIndex(of: 0x3A),
      let count = Int(String(decoding: bytes[(equals + 1)..<colon], as: UTF8.self)), count >= 0
    else { return nil }
    let end = colon + 1 + count
    guard end < bytes.count, bytes[end] == 0x0A else { return nil }
    let name = String(decoding: bytes[start..<equals], as: UTF8.self)
    return (name, String(decoding: bytes[(colon + 1)..<end], as: UTF8.self), end + 1)
  }

  /// SHA-256(previous ‖ bytes).
  public func hash(after previous: LedgerHash) -> LedgerHash {
    Self.hash(bytes, after: previous)
  }

  /// SHA-256(previous ‖ bytes) of a row's bytes.
  public static func hash(_ bytes: [UInt8], after previous: LedgerHash) -> LedgerHash {
    var hasher = SHA256()
    hasher.update(data: previous.bytes)
    hasher.update(data: bytes)
    return LedgerHash(unchecked: Array(hasher.finalize()))
  }
}
