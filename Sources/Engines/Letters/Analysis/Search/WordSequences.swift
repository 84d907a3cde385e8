/// The words of passages in their order, as numbers of one to five bytes: the most frequent words have
/// the smallest numbers, so that a word takes about one byte and a half.
struct WordSequences: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]

  /// Adds the words of the next passage.
  mutating func append(_ words: some Sequence<UInt32>) {
    for word in words {
      var rest = word
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    starts.append(bytes.count)
  }

  /// Reads the words of a passage into a list.
  func read(_ passage: Int, into words: inout [UInt32]) {
    words.removeAll(keepingCapacity: true)
    var value: UInt32 = 0
    var shift: UInt32 = 0
    for place in starts[passage]..<starts[passage + 1] {
      let byte = bytes[place]
      value |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 {
        words.append(value)
        value = 0
        shift = 0
      } else {
        shift += 7
      }
    }
  }
}
