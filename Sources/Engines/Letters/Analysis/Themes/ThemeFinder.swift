import Language
import Review

/// Counts, for each theme, the words of its lexicon in a text.
struct ThemeFinder: Sendable {
  /// How many different words of a theme count at most.
  static let countLimit = 3

  private let patterns: PhrasePatterns
  /// The theme of each pattern.
  private let themes: [Int]

  init() throws {
    var sources: [String] = []
    var themes: [Int] = []
    for (index, theme) in LetterTheme.allCases.enumerated() {
      let lines = ThemeLexicon.patterns(theme)
      sources += lines
      themes += lines.map { _ in index }
    }
    do {
      patterns = try PhrasePatterns(sources)
    } catch {
      throw EngineError.invalid(error.message)
    }
    self.themes = themes
  }

  /// The number of different words of each theme, in the order of `LetterTheme.allCases`.
  func counts(_ text: TokenizedText) -> [Int] {
    let map = SentenceMap(text)
    var seen: Set<Int> = []
    for match in patterns.matches(in: text, map, NegationMap(text, map)) {
      seen.insert(match.pattern)
    }
    var counts = [Int](repeating: 0, count: LetterTheme.allCases.count)
    for pattern in seen { counts[themes[pattern]] += 1 }
    return counts.map { min(Self.countLimit, $0) }
  }
}
