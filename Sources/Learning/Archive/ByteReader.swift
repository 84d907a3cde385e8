/// Reads what `ByteWriter` wrote; every length is checked before anything is taken in.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private var place = 0
  private let what: String

  /// Makes a reader.
  ///
  /// - Parameter what: what the bytes are, for the error.
  public init(_ bytes: [UInt8], of what: String) {
    self.bytes = bytes
    self.what = what
  }

  /// Whether all bytes were read.
  public var isAtEnd: Bool { place == bytes.count }

  private var remaining: Int { bytes.count - place }

  private mutating func bits<Bits: FixedWidthInteger>(_: Bits.Type) throws(LearningError) -> Bits {
    let size = MemoryLayout<Bits>.size
    guard remaining >= size else { throw .damaged(what: "\(what): too short") }
    var value = Bits.zero
    for offset in 0..<size {
      value |= Bits(truncatingIfNeeded: bytes[place + offset]) << (8 * offset)
    }
    place += size
    return value
  }

  /// Reads an integer.
  public mutating func integer() throws(LearningError) -> Int { Int(try bits(Int64.self)) }

  /// Reads an unsigned integer.
  public mutating func unsigned() throws(LearningError) -> UInt64 { try bits(UInt64.self) }

  /// Reads a number.
  public mutating func double() throws(LearningError) -> Double {
    Double(bitPattern: try bits(UInt64.self))
  }

  /// Reads a truth value.
  public mutating func bool() throws(LearningError) -> Bool { try bits(UInt8.self) != 0 }

  /// Reads a count that may not exceed a limit.
  public mutating func count(upTo limit: Int) throws(LearningError) -> Int {
    let count = try integer()
    guard (0...limit).contains(count) else { throw .damaged(what: "\(what): a count of \(count)") }
    return count
  }

  /// Reads a count of elements that each take at least so many bytes.
  private mutating func count(ofSize size: Int) throws(LearningError) -> Int {
    let count = try integer()
    guard count >= 0, count <= remaining / size else {
      throw .damaged(what: "\(what): a count of \(count)")
    }
    return count
  }

  /// Reads bytes.
  public mutating func content() throws(LearningError) -> [UInt8] {
    let count = try count(ofSize: 1)
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  /// Reads a text.
  public mutating func text() throws(LearningError) -> String {
    String(decoding: try content(), as: UTF8.self)
  }

  /// Reads numbers of double precision.
  public mutating func doubles() throws(LearningError) -> [Double] {
    let count = try count(ofSize: 8)
    var values: [Double] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try double()) }
    return values
  }

  /// Reads numbers of single precision.
  public mutating func floats() throws(LearningError) -> [Float] {
    let count = try count(ofSize: 4)
    var values: [Float] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(Float(bitPattern: try bits(UInt32.self))) }
    return values
  }

  /// Reads 32-bit integers.
  public mutating func integers() throws(LearningError) -> [Int32] {
    let count = try count(ofSize: 4)
    var values: [Int32] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try bits(Int32.self)) }
    return values
  }

  /// Reads texts.
  public mutating func texts() throws(LearningError) -> [String] {
    let count = try count(ofSize: 8)
    var values: [String] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try text()) }
    return values
  }
}
