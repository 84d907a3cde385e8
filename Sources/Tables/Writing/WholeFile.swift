import Foundation

/// A file that is there whole or as it was before.
public enum WholeFile {
  /// Writes all of it or nothing: a failure leaves an earlier file as it was.
  ///
  /// A device or a pipe is written to; only a file is replaced by a whole new one. Without this a
  /// program of root's would put a file in the place of /dev/null.
  public static func write(_ data: Data, to url: URL) throws {
    try data.write(to: url, options: isReplaceable(url.path) ? .atomic : [])
  }

  /// Whether a path names a regular file, or nothing yet.
  public static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG
  }
}
