import Language
import Learning

/// Numbers for keys of text: the place of each key in tables of rates. Only hashes are kept, so
/// that a stored model names no establishment.
struct KeyTable: Equatable {
  private(set) var keys: [UInt64] = []
  private var numbers: [UInt64: Int32] = [:]

  init() {}

  var count: Int { keys.count }

  /// The number of a key that is learned; −1 for an empty text.
  mutating func learn(_ text: String) -> Int32 {
    guard !text.isEmpty else { return -1 }
    let key = StableHash.of(text)
    if let known = numbers[key] { return known }
    let number = Int32(keys.count)
    numbers[key] = number
    keys.append(key)
    return number
  }

  /// The number of a key, or −1 when it was not learned.
  func number(_ text: String) -> Int32 {
    text.isEmpty ? -1 : numbers[StableHash.of(text)] ?? -1
  }

  /// Writes the keys.
  func write(to writer: inout ByteWriter) {
    writer.write(keys.count)
    for key in keys { writer.write(key) }
  }

  /// Reads the keys back.
  init(from reader: inout ByteReader) throws(LearningError) {
    for number in 0..<(try reader.count(upTo: Self.limit)) {
      let key = try reader.unsigned()
      keys.append(key)
      numbers[key] = Int32(number)
    }
  }

  /// The largest number of keys that is read back: more than there are establishments in France.
  static let limit = 5_000_000
}
