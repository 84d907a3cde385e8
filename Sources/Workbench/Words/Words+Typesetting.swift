extension Words {
  /// A sentence set by the rules of its language: in French, no line breaks before `: ; ? ! » %` or
  /// after `«`; with keyboard characters only, marks that keyboards lack are replaced.
  func typeset(_ text: String) -> String {
    let french = isFrench ? Self.withoutLooseBreaks(text) : text
    return glyphs == .ascii ? Self.keyboardOnly(french) : french
  }

  private static func withoutLooseBreaks(_ text: String) -> String {
    guard hasLooseBreak(text) else { return text }
    var out = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if previous == " ", Self.bindsToWordBefore(scalar) {
        out.removeLast()
        out.append("\u{A0}")
      }
      let isBound = scalar == " " && previous == "«"
      out.append(isBound ? "\u{A0}" : scalar)
      previous = scalar
    }
    return String(out)
  }

  /// Whether anything has to be changed, told by bytes: most sentences are right as they are.
  private static func hasLooseBreak(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x21, 0x25, 0x3A, 0x3B, 0x3F, 0xC2: if previous == 0x20 { return true }
      case 0x20: if previous == 0xAB { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  private static func bindsToWordBefore(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", ";", "?", "!", "»", "%": true
    default: false
    }
  }

  /// A text with the marks that keyboards lack replaced by ones they have; letters keep their
  /// accents, which keyboards have.
  static func keyboardOnly(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var out = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if previous == "«", scalar == "\u{A0}" { continue }
      if scalar == "»", previous == "\u{A0}" { out.unicodeScalars.removeLast() }
      if scalar.value < 0x80 {
        out.unicodeScalars.append(scalar)
      } else if let plain = replacements[scalar] {
        out += plain
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static let replacements: [Unicode.Scalar: String] = [
    "\u{A0}": " ", "\u{202F}": " ", "−": "-", "–": "-", "—": "-", "·": "-", "…": "...",
    "«": "\"", "»": "\"", "“": "\"", "”": "\"", "’": "'", "×": "x", "→": "->", "←": "<-",
    "≥": ">=", "≤": "<=", "●": "*", "○": "o", "✓": "+", "✗": "x", "⚄": "?", "★": "*", "↑": "^",
    "↓": "v", "≈": "~", "∑": "=", "œ": "oe", "⧗": ">", "▲": "+", "▼": "-", "•": "-",
  ]
}
