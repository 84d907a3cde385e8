import Foundation

/// The content of an entry of a ZIP file, from its beginning to its end.
final class ZipEntrySource: ByteSource {
  let name: String
  var size: Int? { entry.size }
  private let entry: ZipArchive.Entry
  private var inflater: Inflater?
  private let reader: Reader
  private var ready: ArraySlice<UInt8> = []
  private var given = 0
  private var checksum = CRC32()
  private var isChecked = false

  /// Gives the compressed bytes piece by piece.
  private final class Reader {
    private let file: FileWindow
    private var place: Int
    private var left: Int
    private static let pieceBytes = 1 << 18

    init(_ file: FileWindow, place: Int, count: Int) {
      self.file = file
      self.place = place
      left = count
    }

    func next() -> [UInt8] {
      let piece = file.bytes(at: place, count: min(Self.pieceBytes, left))
      place += piece.count
      left -= piece.count
      return piece
    }
  }

  init(url: URL, entry: ZipArchive.Entry, name: String) throws {
    self.name = name
    self.entry = entry
    let file = try FileWindow(url)
    let head = file.bytes(at: entry.offset, count: 30)
    guard head.count == 30, head[0] == 0x50, head[1] == 0x4B, head[2] == 3, head[3] == 4 else {
      throw FileWindow.Failure(description: "PK?")
    }
    let skipped = Int(head[26]) | Int(head[27]) << 8
    let extra = Int(head[28]) | Int(head[29]) << 8
    let reader = Reader(
      file, place: entry.offset + 30 + skipped + extra, count: entry.compressedSize)
    self.reader = reader
    if entry.method == 8 {
      inflater = Inflater { piece in
        piece = reader.next()
        return !piece.isEmpty
      }
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    if ready.isEmpty { try refill() }
    guard !ready.isEmpty else {
      try check()
      return 0
    }
    let count = min(buffer.count, ready.count)
    buffer.copyBytes(from: ready.prefix(count))
    ready = ready.dropFirst(count)
    return count
  }

  private func refill() throws(TableError) {
    do {
      ready = try inflater?.next() ?? reader.next()[...]
    } catch {
      throw ZipArchive.error(name, "\(error)")
    }
    checksum.add(ready)
    given += ready.count
    // More than the archive said: a bomb, or a damaged file.
    guard given <= entry.size else { throw ZipArchive.error(name, "> \(entry.size) B") }
  }

  private func check() throws(TableError) {
    guard !isChecked else { return }
    isChecked = true
    guard given == entry.size, checksum.value == entry.checksum else {
      throw ZipArchive.error(name, "CRC-32")
    }
  }
}
