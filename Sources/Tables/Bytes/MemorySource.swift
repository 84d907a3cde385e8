/// Bytes that are already in memory, read as a file would be.
public final class MemorySource: ByteSource {
  /// The name used in errors.
  public let name: String
  private let bytes: [UInt8]
  private var position = 0

  /// Makes a source from bytes and the name to use in errors.
  public init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// The number of bytes.
  public var size: Int? { bytes.count }

  /// Fills the beginning of a buffer and returns how many bytes it wrote; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
