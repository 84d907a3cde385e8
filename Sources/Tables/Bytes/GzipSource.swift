import Foundation
import Review

/// The content of a file compressed by gzip, piece by piece: what it holds may be far larger than
/// memory.
public final class GzipSource: ByteSource {
  /// The most bytes that come out of a file.
  public static let limit = 4 << 30

  /// The name of the file.
  public let name: String
  /// Not known before all is read.
  public let size: Int? = nil
  private var inflater: GzipInflater
  private var ready: ArraySlice<UInt8> = []
  private var given = 0
  private let limit: Int
  private static let pieceBytes = 1 << 18

  /// Whether a file begins as gzip does.
  public static func isCompressed(_ url: URL) -> Bool {
    guard let file = try? FileWindow(url) else { return false }
    return Gzip.isGzip(file.bytes(at: 0, count: 3))
  }

  /// Opens a file.
  ///
  /// - Parameter limit: the most bytes that may come out.
  /// - Throws: `TableError` when it cannot be opened.
  public init(_ url: URL, limit: Int = limit) throws(TableError) {
    name = url.lastPathComponent
    self.limit = limit
    let file: FileWindow
    do {
      file = try FileWindow(url)
    } catch {
      throw Self.error(url.lastPathComponent)
    }
    var place = 0
    inflater = GzipInflater { piece in
      piece = file.bytes(at: place, count: Self.pieceBytes)
      place += piece.count
      return !piece.isEmpty
    }
  }

  private static func error(_ file: String) -> TableError {
    TableError(
      .unreadable,
      Refusal(
        file: file, line: nil, found: "gzip",
        expected: LocalizedText(
          fr: "un fichier gzip entier, d'une taille raisonnable",
          en: "a whole gzip file of a reasonable size")))
  }

  /// Fills the beginning of a buffer and returns how many bytes it wrote; 0 at the end.
  ///
  /// - Throws: `TableError` when the file is damaged or holds more than the limit.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    if ready.isEmpty {
      do {
        ready = try inflater.next()
      } catch {
        throw Self.error(name)
      }
    }
    let count = min(buffer.count, ready.count)
    buffer.copyBytes(from: ready.prefix(count))
    ready = ready.dropFirst(count)
    given += count
    guard given <= limit else { throw Self.error(name) }
    return count
  }
}
