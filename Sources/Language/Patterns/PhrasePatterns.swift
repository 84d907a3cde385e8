/// A set of phrase patterns compiled into one finite-state matcher over folded words.
///
/// A pattern is a line of steps parted by spaces:
/// - `cafard|cafards|blatte*` one word of a list; `*` any ending, `~` one slip tolerated, a final é
///   must be written in the text;
/// - `@dirty` a named list, also inside a list: `@dirty|souille`;
/// - `?tres` a word that may be missing;
/// - `^propre` a word that must be negated;
/// - `!dagneau` the next word must not be this one; `-amuse` nor the one before;
/// - `_3` up to three words between, inside a clause; `,3` also across a comma; `;3` also across an
///   ellipsis or a semicolon.
///
/// Words that follow each other in a pattern stand side by side in the text, without punctuation.
public struct PhrasePatterns: Sendable {
  /// The largest number of patterns of one set.
  public static let maximumCount = 4096
  /// The largest gap of a pattern, in words.
  public static let maximumGap = 12

  private let classes: WordClasses
  private let patterns: [[PatternElement]]
  private let asksNegation: [Bool]
  /// The patterns whose first taken word may be of a class.
  private let byFirstClass: [[Int]]

  /// Compiles patterns, with the lists they may name.
  public init(
    _ sources: [String], lists: [String: String] = [:]
  ) throws(PatternError) {
    guard sources.count <= Self.maximumCount else {
      throw PatternError(
        pattern: "", found: "\(sources.count)",
        expected: .init(
          fr: "\(Self.maximumCount) motifs au plus", en: "at most \(Self.maximumCount) patterns"))
    }
    var compiler = PatternCompiler(lists: lists)
    var compiled: [[PatternElement]] = []
    for source in sources { compiled.append(try compiler.compile(source)) }
    patterns = compiled
    classes = compiler.classes
    asksNegation = compiled.map { $0.contains { $0.mustBeNegated } }
    var index: [[Int]] = Array(repeating: [], count: compiler.classes.count)
    for (number, elements) in compiled.enumerated() {
      for id in Self.firstClasses(elements) where index[id].last != number {
        index[id].append(number)
      }
    }
    byFirstClass = index
  }

  private static func firstClasses(_ elements: [PatternElement]) -> [Int] {
    var found: [Int] = []
    for element in elements {
      switch element.step {
      case .word(let id): return found + [id]
      case .optional(let id): found.append(id)
      case .notNext, .notBefore, .gap: continue
      }
    }
    return found
  }

  /// Finds the patterns in a text: for each pattern and each word it may begin with, the shortest
  /// match, in the order of the text.
  public func matches(
    in text: TokenizedText, _ map: SentenceMap, _ negations: NegationMap
  ) -> [PhraseMatch] {
    let run = PatternRun(text, map, negations, classes)
    var found: [PhraseMatch] = []
    for word in map.words.indices {
      for id in run.classes(of: word) {
        for number in byFirstClass[Int(id)] {
          guard let end = run.match(patterns[number], at: word) else { continue }
          let match = PhraseMatch(
            pattern: number, words: word..<end, asksNegation: asksNegation[number])
          if found.last != match { found.append(match) }
        }
      }
    }
    return found
  }
}
