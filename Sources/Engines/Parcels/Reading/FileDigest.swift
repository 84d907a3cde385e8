import Crypto
import Foundation
import Review
import Tables

/// The SHA-256 of files, read in chunks.
enum FileDigest {
  private static let chunkBytes = 1 << 20

  /// The SHA-256 of a file's bytes, in hexadecimal.
  static func sha256(_ url: URL) throws(TableError) -> String {
    let source = try FileSource(url)
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: chunkBytes)
    while true {
      let count = try chunk.withUnsafeMutableBufferPointer {
        (buffer: inout UnsafeMutableBufferPointer<UInt8>) throws(TableError) -> Int in
        try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard count > 0 else { return Hexadecimal.string(hash.finalize()) }
      hash.update(data: chunk[..<count])
    }
  }
}
