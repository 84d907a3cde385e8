import Foundation
import Tables

/// The features of a GeoJSON file as a list: what stands before `"features"` is left aside, so that
/// a department of parcels is read one feature at a time.
final class FeatureSource: ByteSource {
  private static let key = Array("\"features\"".utf8)
  /// How far the list of features is looked for, in bytes.
  private static let searchLimit = 1 << 20

  let name: String
  let size: Int? = nil
  private let inner: any ByteSource
  private var pending: ArraySlice<UInt8> = []

  /// Wraps a file; a file without `"features"` is given as it is.
  init(_ inner: any ByteSource) throws(TableError) {
    self.inner = inner
    name = inner.name
    var head: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while head.count < Self.searchLimit {
      let count = try chunk.withUnsafeMutableBufferPointer {
        (buffer: inout UnsafeMutableBufferPointer<UInt8>) throws(TableError) -> Int in
        try inner.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard count > 0 else { break }
      head += chunk[..<count]
      if let start = Self.list(in: head) {
        pending = head[start...]
        return
      }
    }
    pending = head[...]
  }

  /// Where the list after the key begins.
  private static func list(in head: [UInt8]) -> Int? {
    guard head.count > key.count else { return nil }
    for start in 0...(head.count - key.count) where head[start] == key[0] {
      guard head[start..<start + key.count].elementsEqual(key) else { continue }
      return head[(start + key.count)...].firstIndex(of: UInt8(ascii: "["))
    }
    return nil
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    guard !pending.isEmpty else { return try inner.read(into: buffer) }
    let count = min(buffer.count, pending.count)
    buffer.copyBytes(from: pending.prefix(count))
    pending = pending.dropFirst(count)
    return count
  }
}
