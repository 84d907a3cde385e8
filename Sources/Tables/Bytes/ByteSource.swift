/// A place bytes come from, first to last: a file, a buffer in memory.
public protocol ByteSource: AnyObject {
  /// The name used in errors.
  var name: String { get }
  /// The number of bytes in all, or `nil` when that is not known beforehand.
  var size: Int? { get }
  /// Fills the beginning of a buffer and returns how many bytes it wrote; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int
}
