/// Makes valid UTF-8 of bytes that may be UTF-8 or Windows-1252.
///
/// Files of French administrations are one or the other, and concatenated files are both. Text that
/// is valid UTF-8 is taken as such: accented Windows-1252 text is practically never valid UTF-8.
enum TextRepair {
  /// Whether bytes are strictly valid UTF-8: no overlong form, no surrogate, at most U+10FFFF.
  ///
  /// - Parameter isPrefix: whether the last character may be cut off.
  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>, isPrefix: Bool = false) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard let rest = continuation(of: lead) else { return false }
      for offset in 1...rest.count {
        guard index + offset < bytes.count else { return isPrefix }
        let allowed: ClosedRange<UInt8> = offset == 1 ? rest.second : 0x80...0xBF
        guard allowed.contains(bytes[index + offset]) else { return false }
      }
      index += rest.count + 1
    }
    return true
  }

  /// How many bytes follow a lead byte, and what the first of them may be (Unicode, table 3-7).
  private static func continuation(of lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (1, 0x80...0xBF)
    case 0xE0: (2, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (2, 0x80...0xBF)
    case 0xED: (2, 0x80...0x9F)
    case 0xF0: (3, 0x90...0xBF)
    case 0xF1...0xF3: (3, 0x80...0xBF)
    case 0xF4: (3, 0x80...0x8F)
    default: nil
    }
  }

  /// Bytes as they are when they are valid UTF-8, else read as Windows-1252 and written as UTF-8.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.withUnsafeBufferPointer({ isUTF8($0) }) { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes { append(windows1252: byte, to: &out) }
    return out
  }

  /// Writes the UTF-8 form of a Windows-1252 byte.
  static func append(windows1252 byte: UInt8, to out: inout [UInt8]) {
    if byte < 0x80 {
      out.append(byte)
    } else {
      let isHigh = (0x80...0x9F).contains(byte)
      let code = isHigh ? high[Int(byte) - 0x80] : UInt16(byte)
      // Every code is below U+3000, so it takes two or three bytes.
      if code < 0x800 {
        out.append(UInt8(0xC0 | code >> 6))
      } else {
        out.append(UInt8(0xE0 | code >> 12))
        out.append(UInt8(0x80 | (code >> 6) & 0x3F))
      }
      out.append(UInt8(0x80 | code & 0x3F))
    }
  }

  /// What 0x80…0x9F stand for (WHATWG Encoding, index windows-1252).
  private static let high: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
