import CPNG
import Foundation
import Review
import Tables

/// The content of a file compressed by gzip, through the library that PNG needs anyway.
final class GzipSource: ByteSource {
  /// The most bytes that come out of a file.
  static let limit = 4 << 30

  let name: String
  let size: Int? = nil
  private let handle: OpaquePointer
  private var count = 0

  /// Whether a file begins as gzip does.
  static func isCompressed(_ url: URL) -> Bool {
    guard let file = try? FileHandle(forReadingFrom: url) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 2)) == Data([0x1F, 0x8B])
  }

  /// Opens a file.
  ///
  /// - Throws: `TableError` when it cannot be opened.
  init(_ url: URL) throws(TableError) {
    name = url.lastPathComponent
    guard let handle = gunzip_open(url.path) else {
      throw TableError(.unreadable, Self.refusal(name))
    }
    self.handle = handle
  }

  deinit { gunzip_close(handle) }

  private static func refusal(_ file: String) -> Refusal {
    Refusal(
      file: file, line: nil, found: "gzip",
      expected: LocalizedText(
        fr: "un fichier gzip entier, d'une taille raisonnable",
        en: "a whole gzip file of a reasonable size"))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    let got = gunzip_read(
      handle, buffer.baseAddress, UInt32(clamping: min(buffer.count, 1 << 24)))
    count += max(0, Int(got))
    guard got >= 0, count <= Self.limit else {
      throw TableError(.unreadable, Self.refusal(name))
    }
    return Int(got)
  }
}
