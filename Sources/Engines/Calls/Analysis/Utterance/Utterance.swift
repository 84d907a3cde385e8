import Language
import Review

/// What a caller said, made ready for a model: folded words with their places, hesitations and
/// greetings left out, spelled letters joined, misheard terms of the field repaired.
public struct Utterance: Sendable {
  /// The most words that are looked at.
  public static let wordLimit = 300

  /// A word and where it was heard.
  public struct Word: Hashable, Sendable {
    /// The folded word.
    public var text: String
    /// Its code points in what was said.
    public var span: Span
  }

  /// What was said.
  public let text: String
  /// The words that count.
  public private(set) var words: [Word]
  /// What was changed, in order.
  public private(set) var rewrites: [Rewrite] = []

  /// Normalises what was said.
  public init(_ text: String) {
    self.text = text
    let tokenized = TokenizedText(text)
    words = tokenized.tokens.indices.lazy.filter { tokenized.tokens[$0].isWord }
      .prefix(Self.wordLimit).map { index in
        let folded = tokenized.folded(index)
        let bare = folded.hasSuffix("'") ? String(folded.dropLast()) : folded
        return Word(text: bare, span: tokenized.span(index..<index + 1))
      }
    // « d p a e s'il vous plaît »: a letter before an apostrophe is a word cut short.
    let elided = tokenized.tokens.filter { $0.marks.contains(.elided) }.map { Int($0.begin) }
    joinLetters(Set(elided))
    repairTerms()
    dropNumbers()
    dropFillers()
  }

  /// The words as one folded line.
  public var line: String { words.map(\.text).joined(separator: " ") }

  /// « c e a », « d p a e »: letters said one by one are one word.
  private mutating func joinLetters(_ elided: Set<Int>) {
    var result: [Word] = []
    var place = 0
    while place < words.count {
      var end = place
      while end < words.count, words[end].text.utf8.count == 1,
        !elided.contains(words[end].span.begin),
        words[end].text.utf8.allSatisfy({ $0 > 0x60 && $0 < 0x7B })
      {
        end += 1
      }
      let letters = words[place..<end].map(\.text).joined()
      // Two letters may be « a » and « l' »; three that make no known word are spelled.
      if end - place >= 3 || Self.spelled.contains(letters) {
        result.append(joined(place..<end, letters))
        rewrites.append(
          Rewrite(heard: words[place..<end].map(\.text).joined(separator: " "), taken: letters))
        place = end
      } else {
        result.append(words[place])
        place += 1
      }
    }
    words = result
  }

  private static let spelled: Set<String> = ["cp", "cc", "rh"]

  private func joined(_ range: Range<Int>, _ text: String) -> Word {
    Word(
      text: text,
      span: Span(words[range.lowerBound].span.begin, words[range.upperBound - 1].span.end))
  }

  /// Misheard terms of the field, longest first.
  private mutating func repairTerms() {
    var result: [Word] = []
    var place = 0
    while place < words.count {
      guard let repair = DomainRepair.shared.repair(words.map(\.text), at: place) else {
        result.append(words[place])
        place += 1
        continue
      }
      let range = place..<place + repair.count
      rewrites.append(
        Rewrite(
          heard: words[range].map(\.text).joined(separator: " "),
          taken: repair.words.joined(separator: " ")))
      for (offset, word) in repair.words.enumerated() {
        let source = min(range.lowerBound + offset, range.upperBound - 1)
        let isLast = offset == repair.words.count - 1
        result.append(
          isLast
            ? Word(text: word, span: joined(source..<range.upperBound, word).span)
            : Word(text: word, span: words[source].span))
      }
      place = range.upperBound
    }
    words = result
  }

  /// So many number words in a row are a company number or a telephone: values, not the question.
  private static let longNumber = 7
  /// So many written digits in a row are one as well.
  private static let longWritten = 9

  /// « soixante et un »: the word that joins two number words belongs to them.
  private func isOfNumber(_ place: Int, since start: Int) -> Bool {
    let meaning = SpokenNumberWord.of(words[place].text)
    if meaning == .and, place > start, place + 1 < words.count {
      return SpokenNumberWord.of(words[place + 1].text)?.isNumeral == true
    }
    return meaning?.isNumeral == true || Self.writtenDigits(words[place].text) >= Self.longWritten
  }

  /// The digits of a word that is nothing but digits and points (`06.12.34.56.78`), else 0.
  private static func writtenDigits(_ word: String) -> Int {
    let digits = word.utf8.count { (0x30...0x39).contains($0) }
    return word.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } ? digits : 0
  }

  private mutating func dropNumbers() {
    var result: [Word] = []
    var place = 0
    while place < words.count {
      var end = place
      while end < words.count, isOfNumber(end, since: place) { end += 1 }
      let written = words[place..<end].reduce(0) { $0 + Self.writtenDigits($1.text) }
      if end - place >= Self.longNumber || written >= Self.longWritten {
        rewrites.append(
          Rewrite(heard: words[place..<end].map(\.text).joined(separator: " "), taken: ""))
        place = end
      } else {
        result += words[place..<max(end, place + 1)]
        place = max(end, place + 1)
      }
    }
    if !result.isEmpty { words = result }
  }

  private mutating func dropFillers() {
    let kept = words.filter { !StopWords.fillers.contains($0.text) }
    // « bonjour » alone is what was said.
    guard !kept.isEmpty else { return }
    let dropped = words.filter { StopWords.fillers.contains($0.text) }.map(\.text)
    if !dropped.isEmpty {
      rewrites.append(Rewrite(heard: dropped.joined(separator: " "), taken: ""))
    }
    words = kept
  }
}
