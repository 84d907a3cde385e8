/// A table from code points of a text to its UTF-8 bytes and back.
public struct CodePointMap: Sendable {
  private let text: String
  /// The byte at which every code point begins, with the end of the text as last entry.
  private let starts: [UInt32]

  /// Indexes a text.
  public init(_ text: String) {
    self.text = text
    var starts: [UInt32] = []
    var byte: UInt32 = 0
    for unit in text.utf8 {
      if unit & 0xC0 != 0x80 { starts.append(byte) }
      byte += 1
    }
    starts.append(byte)
    self.starts = starts
  }

  /// The number of code points.
  public var count: Int { starts.count - 1 }

  /// The byte at which a code point begins; out of range gives the nearest end.
  public func byte(at codePoint: Int) -> Int { Int(starts[min(max(0, codePoint), count)]) }

  /// The code point that holds a byte; the end of the text for bytes beyond it.
  public func codePoint(atByte byte: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(starts[middle]) <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The text of a range of code points, clamped to the text.
  public subscript(_ range: Range<Int>) -> Substring {
    let utf8 = text.utf8
    let begin = utf8.index(utf8.startIndex, offsetBy: byte(at: range.lowerBound))
    let end = utf8.index(utf8.startIndex, offsetBy: byte(at: range.upperBound))
    return text[begin..<end]
  }
}
