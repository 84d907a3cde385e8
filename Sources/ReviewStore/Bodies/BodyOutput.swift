import Foundation

/// The bytes written so far and the objects and arrays that are still open.
final class BodyOutput {
  private(set) var bytes: [UInt8] = []
  /// What closes each open object or array, and whether it is still empty.
  private var open: [(closing: UInt8, isEmpty: Bool)] = []

  init() { bytes.reserveCapacity(2048) }

  // MARK: Objects and arrays

  /// Opens an object; gives the depth its members are written at.
  func openObject() -> Int { opened(UInt8(ascii: "{"), UInt8(ascii: "}")) }

  /// Opens an array; gives the depth its elements are written at.
  func openArray() -> Int { opened(UInt8(ascii: "["), UInt8(ascii: "]")) }

  private func opened(_ opening: UInt8, _ closing: UInt8) -> Int {
    bytes.append(opening)
    open.append((closing, true))
    return open.count
  }

  /// Closes what lies deeper than a depth: containers are not told when they are done.
  func close(to depth: Int) {
    while open.count > depth { bytes.append(open.removeLast().closing) }
  }

  /// Begins the next element of the container at a depth.
  func element(_ depth: Int) {
    close(to: depth)
    if open[depth - 1].isEmpty {
      open[depth - 1].isEmpty = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
  }

  /// Begins the next member of the object at a depth.
  func member(_ key: some CodingKey, _ depth: Int) {
    element(depth)
    write(key.stringValue)
    bytes.append(UInt8(ascii: ":"))
  }

  // MARK: Values

  /// Writes a value and closes what it opened.
  func append<Value: Encodable>(_ value: Value) throws {
    if Value.self == String.self, let text = value as? String { return write(text) }
    if Value.self == Data.self, let data = value as? Data {
      return write(data.base64EncodedString())
    }
    if Value.self == URL.self, let url = value as? URL { return write(url.absoluteString) }
    let depth = open.count
    let length = bytes.count
    try value.encode(to: BodyValueEncoder(output: self))
    close(to: depth)
    // A value that wrote nothing at all is an empty object, as in Foundation.
    if bytes.count == length { bytes += [UInt8(ascii: "{"), UInt8(ascii: "}")] }
  }

  func writeNull() { bytes += [0x6E, 0x75, 0x6C, 0x6C] }

  func write(_ value: Bool) { bytes += Array((value ? "true" : "false").utf8) }

  func write(integer value: some FixedWidthInteger) { bytes += Array(String(value).utf8) }

  func write(_ value: Double) throws {
    guard value.isFinite else { throw Self.notFinite(value) }
    bytes += Array("\(value)".utf8)
  }

  func write(_ value: Float) throws {
    guard value.isFinite else { throw Self.notFinite(value) }
    bytes += Array("\(value)".utf8)
  }

  private static func notFinite(_ value: Any) -> EncodingError {
    .invalidValue(
      value, EncodingError.Context(codingPath: [], debugDescription: "a number that is not finite"))
  }

  /// Writes a text between quotation marks.
  func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        bytes.append(contentsOf: utf8[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func escape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\\"))
    if byte >= 0x20 { return bytes.append(byte) }
    bytes += Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
