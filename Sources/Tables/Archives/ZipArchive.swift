import Foundation
import Review

/// A ZIP file whose entries are read one at a time, in bounded memory.
///
/// Stored and deflated entries, with the sizes of ZIP64; no encryption. Source: PKWARE, « .ZIP File
/// Format Specification » 6.3.
public struct ZipArchive: Sendable {
  /// An entry.
  public struct Entry: Hashable, Sendable {
    /// The path inside the archive.
    public let name: String
    /// The size of the content, in bytes.
    public let size: Int
    let compressedSize: Int
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt32
    let offset: Int
  }

  /// The greatest number of entries.
  public static let entryLimit = 10_000
  /// The greatest size of the list of entries, in bytes (16 MB).
  static let directoryBytes = 16 << 20

  /// The file.
  public let url: URL
  /// The entries that are files, in the order of the archive.
  public let entries: [Entry]

  /// Whether bytes begin like a ZIP file.
  public static func isArchive(_ head: some Sequence<UInt8>) -> Bool {
    Array(head.prefix(4)) == [0x50, 0x4B, 0x03, 0x04]
  }

  /// Opens an archive and reads its list of entries.
  ///
  /// - Throws: `TableError` when the file is unreadable or no such archive.
  public init(url: URL) throws(TableError) {
    self.url = url
    let name = url.lastPathComponent
    let file: FileWindow
    do { file = try FileWindow(url) } catch { throw Self.error(name, "\(error)") }
    guard let place = Self.directory(file) else { throw Self.error(name, "ZIP ?") }
    entries = try Self.entries(
      file.bytes(at: place.offset, count: place.size), count: place.count, name: name)
  }

  /// Opens an entry.
  ///
  /// - Throws: `TableError` when it is encrypted or compressed in another way than DEFLATE.
  public func open(_ entry: Entry) throws(TableError) -> any ByteSource {
    let label = "\(url.lastPathComponent)/\(entry.name)"
    guard !entry.isEncrypted, entry.method == 0 || entry.method == 8 else {
      throw Self.error(label, entry.isEncrypted ? "🔒" : "method \(entry.method)")
    }
    do {
      return try ZipEntrySource(url: url, entry: entry, name: label)
    } catch {
      throw Self.error(label, "\(error)")
    }
  }

  static func error(_ name: String, _ found: String) -> TableError {
    TableError(
      .unreadable, file: name, found: found, fr: "une archive ZIP entière, sans mot de passe",
      en: "a whole ZIP archive without a password")
  }

  /// The place of the list of entries, from the record at the end of the file.
  private static func directory(_ file: FileWindow) -> (offset: Int, size: Int, count: Int)? {
    let tailSize = min(file.size, 65_557)
    let tail = file.bytes(at: file.size - tailSize, count: tailSize)
    guard tail.count >= 22 else { return nil }
    for place in stride(from: tail.count - 22, through: 0, by: -1)
    where tail.number(place, 4) == 0x0605_4B50 {
      let count = tail.number(place + 10, 2)
      let size = tail.number(place + 12, 4)
      let offset = tail.number(place + 16, 4)
      let isLarge = count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF
      if isLarge, place >= 20, tail.number(place - 20, 4) == 0x0706_4B50 {
        return largeDirectory(file, at: tail.number(place - 12, 8))
      }
      return checked(file, offset, size, count)
    }
    return nil
  }

  private static func largeDirectory(
    _ file: FileWindow, at place: Int
  ) -> (offset: Int, size: Int, count: Int)? {
    let record = file.bytes(at: place, count: 56)
    guard record.count == 56, record.number(0, 4) == 0x0606_4B50 else { return nil }
    return checked(file, record.number(48, 8), record.number(40, 8), record.number(32, 8))
  }

  private static func checked(
    _ file: FileWindow, _ offset: Int, _ size: Int, _ count: Int
  ) -> (offset: Int, size: Int, count: Int)? {
    guard offset >= 0, size >= 0, size <= directoryBytes, offset <= file.size - size,
      (0...entryLimit).contains(count)
    else { return nil }
    return (offset, size, count)
  }

  private static func entries(
    _ bytes: [UInt8], count: Int, name: String
  ) throws(TableError) -> [Entry] {
    var entries: [Entry] = []
    var place = 0
    for _ in 0..<count {
      guard place + 46 <= bytes.count, bytes.number(place, 4) == 0x0201_4B50 else {
        throw error(name, "…")
      }
      let lengths = (28...32).filter { $0 % 2 == 0 }.map { bytes.number(place + $0, 2) }
      let end = place + 46 + lengths.reduce(0, +)
      guard end <= bytes.count else { throw error(name, "…") }
      if let entry = entry(bytes, place, lengths), !entry.name.hasSuffix("/") {
        entries.append(entry)
      }
      place = end
    }
    return entries
  }

  private static func entry(_ bytes: [UInt8], _ place: Int, _ lengths: [Int]) -> Entry? {
    let nameEnd = place + 46 + lengths[0]
    var sizes = [
      bytes.number(place + 24, 4), bytes.number(place + 20, 4), bytes.number(place + 42, 4),
    ]
    // ZIP64: the large ones stand in an extra field, in this order.
    var extra = nameEnd
    while extra + 4 <= nameEnd + lengths[1] {
      let size = bytes.number(extra + 2, 2)
      if bytes.number(extra, 2) == 1 {
        var field = extra + 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
          guard field + 8 <= min(bytes.count, extra + 4 + size) else { return nil }
          sizes[index] = bytes.number(field, 8)
          field += 8
        }
      }
      extra += 4 + size
    }
    guard sizes.allSatisfy({ $0 >= 0 }) else { return nil }
    return Entry(
      name: String(decoding: TextRepair.utf8(Array(bytes[(place + 46)..<nameEnd])), as: UTF8.self),
      size: sizes[0], compressedSize: sizes[1], method: bytes.number(place + 10, 2),
      isEncrypted: bytes.number(place + 8, 2) & 1 == 1,
      checksum: UInt32(truncatingIfNeeded: bytes.number(place + 16, 4)), offset: sizes[2])
  }
}

extension [UInt8] {
  /// A little-endian number of so many bytes; `.max` when it does not fit.
  fileprivate func number(_ place: Int, _ size: Int) -> Int {
    guard place >= 0, place + size <= count else { return .max }
    var value: UInt64 = 0
    for offset in 0..<size { value |= UInt64(self[place + offset]) << UInt64(8 * offset) }
    return Int(clamping: value)
  }
}
