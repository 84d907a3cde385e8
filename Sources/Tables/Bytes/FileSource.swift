import Foundation
import Review

/// A file read from its beginning to its end.
public final class FileSource: ByteSource {
  /// The name used in errors.
  public let name: String
  /// The number of bytes, or `nil` for a pipe.
  public let size: Int?
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - url: the file; a folder is refused.
  ///   - name: the name used in errors; the file's own when `nil`.
  /// - Throws: `TableError` when the file cannot be opened.
  public init(_ url: URL, name: String? = nil) throws(TableError) {
    let name = name ?? url.lastPathComponent
    self.name = name
    // A pipe without a writer would block the open for ever; reading then blocks as it should.
    descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.failure(name, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw Self.failure(name, code: code)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      size = Int(status.st_size)
    case S_IFDIR:
      close(descriptor)
      throw Self.failure(name, code: EISDIR)
    default:
      size = nil
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    }
  }

  deinit { close(descriptor) }

  /// Fills the beginning of a buffer and returns how many bytes it wrote; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.failure(name, code: errno) }
    }
  }

  private static func failure(_ name: String, code: Int32) -> TableError {
    TableError(
      .unreadable, file: name, found: String(cString: strerror(code)),
      fr: "un fichier lisible", en: "a readable file")
  }
}
