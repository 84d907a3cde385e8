import Foundation

/// Turns bytes into text: UTF-8, UTF-16 with a mark, else Windows-1252 (which holds ISO-8859-1).
enum TextDecoding {
  /// The text, with line ends as one line feed and control characters left out.
  static func text(_ bytes: [UInt8]) -> String {
    normalised(decoded(bytes))
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes, isLittle: bytes[0] == 0xFF)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    var text = ""
    text.unicodeScalars.reserveCapacity(body.count)
    for byte in body { text.unicodeScalars.append(windows1252(byte)) }
    return text
  }

  private static func utf16(_ bytes: [UInt8], isLittle: Bool) -> String {
    var units: [UInt16] = []
    for place in stride(from: 2, to: bytes.count - 1, by: 2) {
      let pair = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1)
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The characters of bytes 0x80…0x9F.
  private static let high: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(high[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }

  /// CRLF and CR become LF; other control characters a blank, so that nothing hides in a text.
  private static func normalised(_ text: String) -> String {
    let needsWork = text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }
    guard needsWork else { return text }
    var out = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: out.append("\n")
      case 0x0A: if !wasReturn { out.append("\n") }
      case 0x0C: out.append("\n")
      case 0x09: out.append("\t")
      case 0..<0x20, 0x7F: out.append(" ")
      default: out.append(scalar)
      }
      wasReturn = scalar.value == 0x0D
    }
    return String(out)
  }
}
