import Crypto
import Foundation

/// The canonical form of a ledger row, version 1, and its hash.
///
/// The bytes are a first line `vigie-ledger-1`, then one line for each field, sorted by the bytes
/// of its name: `name=length:value`, where length counts the UTF-8 bytes of the value. Texts are in
/// Unicode normalisation form C, whole numbers in decimal, numbers in millionths as whole numbers,
/// times in milliseconds of UTC. A value that is absent has no line. The length makes the form
/// injective: no value can imitate a field. Names that come from outside (a file's, a column's) may
/// hold anything: in a name `%`, `=` and the line end are written `%25`, `%3D` and `%0A`, so that no
/// name can imitate a field either.
public struct CanonicalRow: Hashable, Sendable {
  /// The version of the form.
  public static let version = 1
  private static let firstLine = "vigie-ledger-1\n"
  /// Prefix of the fields that the payload owns, apart from the row's own.
  static let payloadPrefix = "payload."

  /// The fields by name.
  public let fields: [String: String]

  /// Makes a row from its fields; names and values are brought to normalisation form C.
  public init(fields: [String: String]) {
    self.fields = Dictionary(
      fields.map { (Self.normal($0.key), Self.normal($0.value)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func normal(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
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
    let written = fields.map { (name: Self.written($0.key), value: $0.value) }
    for (name, value) in written.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      out.append(contentsOf: name)
      out.append(contentsOf: "=\(value.utf8.count):".utf8)
      out.append(contentsOf: value.utf8)
      out.append(0x0A)
    }
    return out
  }

  /// The bytes of a name, with the three that have a meaning in the form escaped.
  private static func written(_ name: String) -> [UInt8] {
    var out: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x25, 0x3D, 0x0A: out += Array("%".utf8) + Hexadecimal.string([byte]).uppercased().utf8
      default: out.append(byte)
      }
    }
    return out
  }

  /// The name that bytes stand for, or `nil` when an escape is not one of the three.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(0x25) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      guard bytes[place] == 0x25 else {
        out.append(bytes[place])
        place += 1
        continue
      }
      let digits = String(decoding: bytes[(place + 1)...].prefix(2), as: UTF8.self)
      guard let byte = ["25": 0x25, "3D": 0x3D, "0A": 0x0A][digits] as UInt8? else { return nil }
      out.append(byte)
      place += 3
    }
    return String(decoding: out, as: UTF8.self)
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
    self.init(fields: fields)
    // Order, lengths and letters must be those that writing gives: one row has one form.
    guard self.bytes == bytes else { return nil }
  }

  private static func field(in bytes: [UInt8], at start: Int) -> (String, String, Int)? {
    guard let equals = bytes[start...].firstIndex(of: 0x3D),
      let colon = bytes[equals...].firstIndex(of: 0x3A),
      let count = Int(String(decoding: bytes[(equals + 1)..<colon], as: UTF8.self)),
      (0...bytes.count).contains(count)
    else { return nil }
    let end = colon + 1 + count
    guard end < bytes.count, bytes[end] == 0x0A else { return nil }
    guard let name = Self.name(bytes[start..<equals]) else { return nil }
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
