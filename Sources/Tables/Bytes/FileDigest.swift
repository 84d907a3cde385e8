import Crypto
import Foundation
import Review

/// The SHA-256 of what a source holds, read in chunks: a file of any size costs one chunk of memory.
public enum FileDigest {
  private static let chunkBytes = 1 << 20

  /// The SHA-256 of a file's bytes, in hexadecimal.
  ///
  /// - Throws: `TableError` when the file cannot be opened or read.
  public static func sha256(_ url: URL) throws(TableError) -> String {
    try sha256(try FileSource(url))
  }

  /// The SHA-256 of bytes, in hexadecimal.
  public static func sha256(_ data: Data) -> String {
    Hexadecimal.string(SHA256.hash(data: data))
  }

  /// The SHA-256 of the bytes a source still gives, in hexadecimal.
  ///
  /// - Throws: `TableError` when the source cannot be read to its end.
  public static func sha256(_ source: any ByteSource) throws(TableError) -> String {
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
