import Language

/// A rough key of how a French word sounds: words that are written differently and said alike have
/// the same one.
enum FrenchSound {
  private static let replacements: [(String, String)] = [
    ("eaux", "o"), ("eau", "o"), ("aux", "o"), ("au", "o"), ("ain", "1"), ("ein", "1"),
    ("aim", "1"), ("in", "1"), ("im", "1"), ("yn", "1"), ("ai", "e"), ("ei", "e"), ("oi", "wa"),
    ("ou", "u2"), ("an", "2"), ("am", "2"), ("en", "2"), ("em", "2"), ("on", "3"), ("om", "3"),
    ("ph", "f"), ("ch", "S"), ("qu", "k"), ("gn", "N"), ("ge", "j"), ("gi", "ji"), ("ce", "se"),
    ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("y", "i"), ("x", "ks"), ("z", "s"),
    ("h", ""), ("er", "e"), ("ez", "e"), ("es", "e"),
  ]

  /// The key of a folded word.
  static func key(_ word: String) -> String {
    var rest = Substring(word.folded)
    var key = ""
    while let first = rest.first {
      if let found = replacements.first(where: { rest.hasPrefix($0.0) }) {
        key += found.1
        rest = rest.dropFirst(found.0.count)
      } else {
        key.append(first)
        rest = rest.dropFirst()
      }
    }
    var result = ""
    for character in key where character != result.last { result.append(character) }
    while let last = result.last, "estdp".contains(last), result.count > 4 { result.removeLast() }
    return result
  }
}
