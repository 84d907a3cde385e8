/// Letters that stand for two.
enum Ligatures {
  /// A text with « œ » written « oe » and so on, so that « coeur » finds « cœur ».
  static func opened(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ligatures[$0] != nil }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let letters = ligatures[scalar] {
        out.append(contentsOf: letters.unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "\u{FB00}": "ff", "\u{FB01}": "fi",
    "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
  ]
}
