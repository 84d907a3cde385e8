import Foundation

/// A window on a source: the bytes not yet taken stand together, whatever chunks they came in.
///
/// The window grows only when the caller asks for more without taking any, so the caller bounds it.
struct ByteFeed {
  /// The storage; only `start..<end` is meaningful.
  private(set) var bytes: [UInt8]
  /// The first byte not yet taken.
  private(set) var start = 0
  /// The end of what was read.
  private(set) var end = 0
  /// Whether the source has no more.
  private(set) var isExhausted = false
  /// The number of bytes read from the source so far.
  private(set) var total = 0
  private let source: any ByteSource
  private let limits: TableLimits

  init(_ source: any ByteSource, limits: TableLimits) throws(TableError) {
    self.source = source
    self.limits = limits
    if let size = source.size, size > limits.fileBytes { throw Self.tooLarge(source, limits, size) }
    bytes = [UInt8](repeating: 0, count: 2 * limits.chunkBytes)
  }

  /// The number of bytes in the window.
  var count: Int { end - start }

  /// Takes bytes off the beginning of the window.
  mutating func take(_ count: Int) { start += count }

  /// Gives back bytes that were taken since the last refill.
  mutating func giveBack(_ count: Int) { start -= count }

  /// Reads one more chunk behind the window; `false` at the end of the source.
  ///
  /// Offsets counted from `start` stay valid, those counted from the storage do not.
  mutating func refill() throws(TableError) -> Bool {
    guard !isExhausted else { return false }
    makeRoom()
    let room = min(limits.chunkBytes, bytes.count - end)
    let read = try bytes.withUnsafeMutableBufferPointer {
      (storage: inout UnsafeMutableBufferPointer<UInt8>) throws(TableError) -> Int in
      let free = UnsafeMutableBufferPointer(rebasing: storage[end..<end + room])
      return try source.read(into: UnsafeMutableRawBufferPointer(free))
    }
    end += read
    total += read
    isExhausted = read == 0
    if total > limits.fileBytes { throw Self.tooLarge(source, limits, total) }
    return read > 0
  }

  private mutating func makeRoom() {
    if start > 0 {
      let (from, kept) = (start, count)
      bytes.withUnsafeMutableBytes { storage in
        guard let base = storage.baseAddress, kept > 0 else { return }
        memmove(base, base + from, kept)
      }
      end = kept
      start = 0
    }
    if bytes.count - end < limits.chunkBytes {
      bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, limits.chunkBytes)))
    }
  }

  private static func tooLarge(
    _ source: any ByteSource, _ limits: TableLimits, _ size: Int
  ) -> TableError {
    TableError(
      .tooLarge, file: source.name, found: ByteSize.text(size),
      fr: "un fichier d'au plus \(ByteSize.text(limits.fileBytes))",
      en: "a file of at most \(ByteSize.text(limits.fileBytes))")
  }
}

/// Sizes as people read them.
enum ByteSize {
  /// `512 B`, `1 MB`, `2 GB`: whole powers of 1024, rounded down, except bytes.
  static func text(_ bytes: Int) -> String {
    let units = [("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10)]
    for (unit, size) in units where bytes >= size { return "\(bytes / size) \(unit)" }
    return "\(bytes) B"
  }
}
