/// The raw bytes of a text, as one reads them to see what a mark stands for.
public enum HexView {
  /// Bytes on one line.
  public static let bytesPerLine = 16
  /// The most bytes shown; what follows is counted in a last line.
  public static let maximumBytes = 64 * 1024

  /// Lines of offset, bytes and characters; only ASCII characters are shown as themselves.
  public static func lines(of text: String) -> [SafeText] {
    lines(of: Array(text.utf8))
  }

  /// Lines of offset, bytes and characters; only ASCII characters are shown as themselves.
  public static func lines(of bytes: [UInt8]) -> [SafeText] {
    let shown = bytes.prefix(maximumBytes)
    var lines = stride(from: 0, to: shown.count, by: bytesPerLine).map { offset in
      line(shown[offset..<min(offset + bytesPerLine, shown.count)], at: offset)
    }
    if bytes.count > shown.count { lines.append(SafeText("+ \(bytes.count - shown.count)")) }
    return lines
  }

  private static func line(_ bytes: ArraySlice<UInt8>, at offset: Int) -> SafeText {
    var text = VisibleMark.hexadecimal(UInt32(truncatingIfNeeded: offset), digits: 6) + " "
    for place in 0..<bytesPerLine {
      if place == bytesPerLine / 2 { text += " " }
      let index = bytes.startIndex + place
      let isThere = index < bytes.endIndex
      text += isThere ? " " + VisibleMark.hexadecimal(UInt32(bytes[index]), digits: 2) : "   "
    }
    text += "  "
    for byte in bytes {
      text.unicodeScalars.append(byte >= 0x20 && byte < 0x7F ? Unicode.Scalar(byte) : ".")
    }
    return SafeText(text)
  }
}
