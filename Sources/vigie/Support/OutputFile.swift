import Foundation

/// Writes a result to a file, or to standard output when none is named.
enum OutputFile {
  /// Writes all of it or nothing: a failure leaves an earlier file as it was.
  static func write(_ data: Data, to path: String?) throws {
    guard let path else { return Console.write(data) }
    do {
      // A device or a pipe is written to; only a file is replaced by a whole new one. Without this a
      // program of root's would put a file in the place of /dev/null.
      try data.write(to: URL(fileURLWithPath: path), options: isReplaceable(path) ? .atomic : [])
    } catch {
      throw Failure("impossible d'écrire \(path)", "cannot write \(path)")
    }
  }

  /// Whether a path names a regular file, or nothing yet.
  static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG
  }
}
