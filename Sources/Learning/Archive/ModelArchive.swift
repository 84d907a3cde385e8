import Foundation

/// A container of named sections with a checksum, so that a model of several parts goes into one
/// blob of the store.
///
/// Layout, little-endian: `VGMA`, version of the layout, kind of the model, number of sections;
/// then the name and the bytes of each; then FNV-1a 64 of all that comes before.
public struct ModelArchive: Hashable, Sendable {
  /// The version of the layout.
  public static let layout = 1
  /// The largest number of sections.
  public static let sectionLimit = 4096

  /// What the model is (`restaurants/establishment/1`): whoever reads it back checks it.
  public let kind: String
  /// The names of the sections, in the order they were added.
  public private(set) var names: [String] = []
  private var contents: [String: [UInt8]] = [:]

  /// Makes an archive without sections.
  public init(kind: String) { self.kind = kind }

  /// The bytes of a section; setting `nil` removes it.
  public subscript(_ name: String) -> [UInt8]? {
    get { contents[name] }
    set {
      if newValue == nil {
        names.removeAll { $0 == name }
      } else if contents[name] == nil {
        names.append(name)
      }
      contents[name] = newValue
    }
  }

  /// The bytes of a section that must be there.
  ///
  /// - Throws: `LearningError.damaged` naming the section when it is not.
  public func section(_ name: String) throws(LearningError) -> [UInt8] {
    guard let content = contents[name] else {
      throw .damaged(what: "\(kind): section \(name) is missing")
    }
    return content
  }

  /// The archive as bytes.
  public var data: Data {
    var writer = ByteWriter()
    writer.write("VGMA")
    writer.write(Self.layout)
    writer.write(kind)
    writer.write(names.count)
    for name in names {
      writer.write(name)
      writer.write(contents[name] ?? [])
    }
    writer.write(Self.checksum(writer.bytes[...]))
    return Data(writer.bytes)
  }

  /// Reads an archive back.
  ///
  /// - Throws: `LearningError.damaged` when the bytes are not those of an archive or the checksum
  ///   does not hold.
  public init(data: Data) throws(LearningError) {
    let bytes = [UInt8](data)
    guard bytes.count >= 8 else { throw .damaged(what: "archive: too short") }
    var tail = ByteReader(Array(bytes.suffix(8)), of: "archive")
    guard try tail.unsigned() == Self.checksum(bytes.dropLast(8)) else {
      throw .damaged(what: "archive: the checksum does not hold")
    }
    var reader = ByteReader(Array(bytes.dropLast(8)), of: "archive")
    guard try reader.text() == "VGMA" else { throw .damaged(what: "archive: not a model") }
    let version = try reader.integer()
    guard version == Self.layout else { throw .damaged(what: "archive: layout \(version)") }
    self.init(kind: try reader.text())
    for _ in 0..<(try reader.count(upTo: Self.sectionLimit)) {
      let name = try reader.text()
      self[name] = try reader.content()
    }
    guard reader.isAtEnd else { throw .damaged(what: "archive: bytes left over") }
  }

  /// FNV-1a with 64 bits.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return hash
  }
}
