import Language

/// The form of a word without its plural and feminine endings: « droites » and « droit » agree.
enum WordStem {
  /// The hash of the stem of folded bytes.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, to end: Int) -> UInt64 {
    var hash = StableHash()
    let length = end - begin
    var last = end
    var tail: UInt8 = 0
    if length > 4, bytes[end - 1] == 0x78, bytes[end - 2] == 0x75, bytes[end - 3] == 0x61 {
      // « hormonaux » as « hormonal ».
      last = end - 2
      tail = 0x6C
    } else if length > 3 {
      if bytes[last - 1] == 0x73 || bytes[last - 1] == 0x78 { last -= 1 }
      if last - begin > 3, bytes[last - 1] == 0x65 { last -= 1 }
    }
    for place in begin..<last { hash.combine(bytes[place]) }
    if tail != 0 { hash.combine(tail) }
    return hash.value
  }

  /// The hash of the stem of a folded word.
  static func hash(_ folded: some Sequence<UInt8>) -> UInt64 {
    let bytes = Array(folded)
    return bytes.withUnsafeBufferPointer { hash($0, from: 0, to: bytes.count) }
  }
}
