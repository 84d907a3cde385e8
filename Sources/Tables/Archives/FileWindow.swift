import Foundation

/// Reads pieces of a file by their place.
final class FileWindow {
  /// The size, in bytes.
  let size: Int
  private let descriptor: Int32

  /// Why a file cannot be read in pieces.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(_ url: URL) throws(Failure) {
    descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(description: String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Failure(description: "!")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Bytes from a place on; fewer when the file ends before.
  func bytes(at place: Int, count: Int) -> [UInt8] {
    guard place >= 0, count > 0, place < size else { return [] }
    let wanted = min(count, size - place)
    return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      filled = 0
      while filled < wanted, let base = buffer.baseAddress {
        let got = pread(descriptor, base + filled, wanted - filled, off_t(place + filled))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        filled += got
      }
    }
  }
}
