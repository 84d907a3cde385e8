/// A word, number, punctuation mark or symbol of a text, with its place.
public struct Token: Sendable, Hashable {
  /// What a token is.
  public enum Kind: UInt8, Sendable {
    /// Letters, possibly with digits after them.
    case word
    /// Digits, possibly with separators or letters inside (24,50 · 18h30).
    case number
    /// A punctuation mark; a run of the same mark is one token.
    case punctuation
    /// A hyphen between two words without spaces.
    case joiner
    /// Anything else that is seen: €, %, emoji.
    case symbol
    /// One or more ends of line.
    case lineBreak
  }

  /// Marks set on a token.
  public struct Marks: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes marks from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The word lost its vowel and ends with an apostrophe (l', qu'…).
    public static let elided = Marks(rawValue: 1)
    /// The first letter is a capital.
    public static let capital = Marks(rawValue: 2)
    /// All letters are capitals, two at least.
    public static let allCapitals = Marks(rawValue: 4)
    /// A letter carries an accent or a cedilla, or is a ligature.
    public static let accented = Marks(rawValue: 8)
    /// The last syllable is é, és, ée or ées (« salé », never « sale »).
    public static let endsAcute = Marks(rawValue: 16)
    /// A letter stood three times or more in a row and was written once (« trèèès »).
    public static let stretched = Marks(rawValue: 32)
    /// A space or the beginning of the text stands before.
    public static let spaced = Marks(rawValue: 64)
  }

  /// The kind.
  public var kind: Kind
  /// The marks.
  public var marks: Marks
  /// FNV-1a of the folded bytes.
  public var hash: UInt64
  /// The first folded byte in `TokenizedText.bytes`.
  public var foldedBegin: UInt32
  /// The folded byte after the last.
  public var foldedEnd: UInt32
  /// The first code point of the original text.
  public var begin: UInt32
  /// The code point after the last.
  public var end: UInt32
  /// The first UTF-8 byte of the original text.
  public var byteBegin: UInt32
  /// The UTF-8 byte after the last.
  public var byteEnd: UInt32

  /// Whether the token is a word or a number.
  public var isWord: Bool { kind == .word || kind == .number }

  /// The number of folded bytes.
  public var foldedCount: Int { Int(foldedEnd - foldedBegin) }
}
