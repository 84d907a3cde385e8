/// Turns written patterns into steps over classes of words.
struct PatternCompiler {
  private let lists: [String: String]
  private(set) var classes = WordClasses()

  init(lists: [String: String]) { self.lists = lists }

  /// Compiles one pattern.
  mutating func compile(_ source: String) throws(PatternError) -> [PatternElement] {
    var elements: [PatternElement] = []
    for part in source.split(separator: " ") {
      elements.append(try element(String(part), source))
    }
    let takes = elements.contains {
      if case .word = $0.step { true } else { false }
    }
    guard takes else {
      throw PatternError(
        pattern: source, found: source,
        expected: .init(fr: "un mot obligatoire", en: "a mandatory word"))
    }
    return elements
  }

  private mutating func element(
    _ part: String, _ source: String
  ) throws(PatternError) -> PatternElement {
    let rest = String(part.dropFirst())
    switch part.first {
    case "_": return try gap(rest, .none, source)
    case ",": return try gap(rest, .soft, source)
    case ";": return try gap(rest, .firm, source)
    case "?": return PatternElement(step: .optional(try id(rest, source)))
    case "!": return PatternElement(step: .notNext(try id(rest, source)))
    case "-": return PatternElement(step: .notBefore(try id(rest, source)))
    case "^": return PatternElement(step: .word(try id(rest, source)), mustBeNegated: true)
    default: return PatternElement(step: .word(try id(part, source)))
    }
  }

  private func gap(
    _ digits: String, _ strength: SentenceMap.Break, _ source: String
  ) throws(PatternError) -> PatternElement {
    guard let length = Int(digits), (1...PhrasePatterns.maximumGap).contains(length) else {
      throw PatternError(
        pattern: source, found: digits,
        expected: .init(
          fr: "un nombre de 1 à \(PhrasePatterns.maximumGap)",
          en: "a number from 1 to \(PhrasePatterns.maximumGap)"))
    }
    return PatternElement(step: .gap(length, strength))
  }

  private mutating func id(_ list: String, _ source: String) throws(PatternError) -> Int {
    try classes.id(of: try expand(list, source, depth: 0), in: source)
  }

  /// Replaces the names of lists by their words; lists may name lists, four deep.
  private func expand(
    _ list: String, _ source: String, depth: Int
  ) throws(PatternError) -> String {
    var words: [String] = []
    for alternative in list.split(separator: "|", omittingEmptySubsequences: false) {
      guard alternative.first == "@" else {
        words.append(String(alternative))
        continue
      }
      guard depth < 4, let named = lists[String(alternative.dropFirst())] else {
        throw PatternError(
          pattern: source, found: String(alternative),
          expected: .init(fr: "une liste connue", en: "a known list"))
      }
      let bars = named.split(whereSeparator: { $0.isWhitespace || $0 == "|" })
        .joined(separator: "|")
      words.append(try expand(bars, source, depth: depth + 1))
    }
    return words.joined(separator: "|")
  }
}
