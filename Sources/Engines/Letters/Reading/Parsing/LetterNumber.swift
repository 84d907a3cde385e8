import Language

/// The number of an inspection or of a letter, found in a text.
struct LetterNumber: Hashable, Sendable {
  /// What a number names.
  enum Kind: Sendable {
    /// An inspection: `INSSN-LYO-2014-0688`, `INSNP-…`, before 2011 `INS-2009-EDFGRA-0010`.
    case inspection
    /// A letter: `CODEP-LYO-2014-008798`, before 2010 `DEP-Lyon-0123-2009`.
    case letter
  }

  /// What it names.
  var kind: Kind
  /// The number, capitals, plain hyphens, no spaces.
  var text: String
  /// Where it stands, in code points of the text.
  var range: Range<Int>

  /// The numbers of a text, in order; dashes of all kinds and spaces around them are understood.
  static func numbers(in text: String) -> [LetterNumber] { numbers(in: FoldedText(text)) }

  /// The numbers of a folded text, in order.
  static func numbers(in folded: FoldedText) -> [LetterNumber] {
    let bytes = folded.bytes
    var numbers: [LetterNumber] = []
    var place = 0
    while place < bytes.count {
      guard isStart(place, bytes), let found = NumberScanner(bytes).number(at: place) else {
        place += 1
        continue
      }
      numbers.append(
        LetterNumber(
          kind: found.kind, text: found.text, range: folded.source(of: place..<found.end)))
      place = found.end
    }
    return numbers
  }

  private static func isStart(_ place: Int, _ bytes: [UInt8]) -> Bool {
    let byte = bytes[place]
    guard byte == UInt8(ascii: "i") || byte == UInt8(ascii: "c") || byte == UInt8(ascii: "d")
    else { return false }
    return place == 0 || !NumberScanner.isWord(bytes[place - 1])
  }
}
