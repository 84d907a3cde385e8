/// The words of a tokenized text, the strength of the break before each, and its sentences.
public struct SentenceMap: Sendable {
  /// How strongly two neighbouring words are parted.
  public enum Break: UInt8, Sendable, Comparable {
    /// Nothing, or a joiner, stands between them.
    case none
    /// A comma, colon, dash, parenthesis or quotation mark.
    case soft
    /// A semicolon or an ellipsis, which many writers use as a comma.
    case firm
    /// A point, exclamation or question mark, or a line break.
    case sentence

    /// A weaker break is less than a stronger one.
    public static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }
  }

  /// A sentence.
  public struct Sentence: Sendable, Hashable {
    /// The words, as indices into `words`.
    public var words: Range<Int>
    /// Whether it ends with a question mark.
    public var isQuestion: Bool
    /// Whether it ends with an exclamation mark.
    public var isExclamation: Bool
  }

  /// For each word, the index of its token.
  public private(set) var words: [Int] = []
  /// The break before each word; `.sentence` before the first.
  public private(set) var breaks: [Break] = []
  /// The sentences that hold at least one word.
  public private(set) var sentences: [Sentence] = []
  /// For each word, the index of its sentence.
  public private(set) var sentenceOfWord: [Int] = []

  /// Maps the words of a text.
  public init(_ text: TokenizedText) {
    var pending = Break.sentence
    words.reserveCapacity(text.tokens.count)
    var start = 0
    for index in text.tokens.indices {
      let token = text.tokens[index]
      if token.isWord {
        words.append(index)
        breaks.append(pending)
        sentenceOfWord.append(sentences.count)
        pending = .none
        continue
      }
      let strength = Self.strength(of: index, in: text)
      pending = max(pending, strength)
      if strength == .sentence, start < words.count { close(from: &start, at: index, in: text) }
    }
    if start < words.count { close(from: &start, at: nil, in: text) }
  }

  private mutating func close(from start: inout Int, at index: Int?, in text: TokenizedText) {
    let marks = index.map { text.foldedBytes($0) } ?? []
    let next = index.map { $0 + 1 }.flatMap { $0 < text.tokens.count ? $0 : nil }
    let following = next.map { text.foldedBytes($0) } ?? []
    sentences.append(
      Sentence(
        words: start..<words.count,
        isQuestion: marks.contains(0x3F) || following.first == 0x3F,
        isExclamation: marks.contains(0x21) || following.first == 0x21))
    start = words.count
  }

  /// The break that a token which is not a word makes.
  private static func strength(of index: Int, in text: TokenizedText) -> Break {
    let token = text.tokens[index]
    switch token.kind {
    case .lineBreak: return .sentence
    case .word, .number, .joiner, .symbol: return .none
    case .punctuation: break
    }
    switch text.bytes[Int(token.foldedBegin)] {
    case 0x21, 0x3F: return .sentence
    case 0x2E: return strengthOfPoint(index, in: text)
    case 0x3B: return .firm
    case 0x27: return .none
    default: return .soft
    }
  }

  /// A point ends a sentence unless it stands for an ellipsis, an abbreviation or a domain name.
  private static func strengthOfPoint(_ index: Int, in text: TokenizedText) -> Break {
    let token = text.tokens[index]
    if token.end - token.begin > 1 || token.foldedCount > 1 { return .firm }
    let hasNext = index + 1 < text.tokens.count
    if hasNext {
      let next = text.tokens[index + 1]
      if next.isWord, !next.marks.contains(.spaced), !next.marks.contains(.capital) {
        return .firm
      }
    }
    if index > 0, hasNext, isAbbreviation(text.tokens[index - 1]) { return .none }
    return .sentence
  }

  private static func isAbbreviation(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    if token.foldedCount == 1 { return token.marks.contains(.capital) }
    return abbreviations.contains(token.hash)
  }

  private static let abbreviations: Set<UInt64> = Set(
    [
      "mr", "mme", "mmes", "mlle", "mlles", "dr", "pr", "me", "mgr", "st", "ste", "cf", "env",
      "min", "max", "art", "al", "fig", "vol", "chap", "ex", "tel", "bd", "av", "fg",
    ].map { StableHash.of($0) })
}
