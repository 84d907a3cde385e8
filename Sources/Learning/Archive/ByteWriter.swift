/// Writes values as little-endian bytes, for models that are stored.
public struct ByteWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Makes a writer without bytes.
  public init() {}

  private mutating func writeBits<Bits: FixedWidthInteger>(_ bits: Bits) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes 8 bytes.
  public mutating func write(_ value: Int) { writeBits(Int64(value)) }

  /// Writes 8 bytes.
  public mutating func write(_ value: UInt64) { writeBits(value) }

  /// Writes 8 bytes.
  public mutating func write(_ value: Double) { writeBits(value.bitPattern) }

  /// Writes 1 byte.
  public mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes the length of the UTF-8 form and the form.
  public mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes the count and the bytes.
  public mutating func write(_ content: [UInt8]) {
    write(content.count)
    bytes.append(contentsOf: content)
  }

  /// Writes the count and 8 bytes each.
  public mutating func write(_ values: [Double]) {
    write(values.count)
    for value in values { write(value) }
  }

  /// Writes the count and 4 bytes each.
  public mutating func write(_ values: [Float]) {
    write(values.count)
    for value in values { writeBits(value.bitPattern) }
  }

  /// Writes the count and 4 bytes each.
  public mutating func write(_ values: [Int32]) {
    write(values.count)
    for value in values { writeBits(value) }
  }

  /// Writes the count and each text.
  public mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }
}
