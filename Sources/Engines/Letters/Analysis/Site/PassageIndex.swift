import Foundation
import Language
import Review

/// The paragraphs of letters, indexed in memory by stems.
struct PassageIndex: Sendable {
  /// A paragraph.
  struct Passage: Sendable {
    /// The number of its letter, or its file.
    var letter: String
    /// The place of its letter in the list given.
    var place: Int
    /// The paragraph on one line.
    var text: String
    var words: [SearchWord]
  }

  /// BM25's two constants (Robertson et al., TREC-3, 1994).
  private static let saturation = 1.2
  private static let lengthShare = 0.75

  let passages: [Passage]
  private let letters: [Letter]
  private let meanLength: Double
  /// In how many passages each stem stands.
  private let frequencies: [String: Int]

  init(_ letters: [Letter]) {
    self.letters = letters
    let found = Parallel.map(Array(letters.indices)) { place in
      Self.passages(of: letters[place], at: place)
    }
    passages = found.flatMap { $0 }
    var frequencies: [String: Int] = [:]
    for passage in passages {
      for stem in Set(passage.words.map(\.stem)) { frequencies[stem, default: 0] += 1 }
    }
    self.frequencies = frequencies
    let length = passages.reduce(0) { $0 + $1.words.count }
    meanLength = max(1, Double(length) / Double(max(1, passages.count)))
  }

  private static func passages(of letter: Letter, at place: Int) -> [Passage] {
    let lines = LetterLines(letter.text)
    return ParagraphBuilder.paragraphs(0..<lines.lines.count, of: lines).map { paragraph in
      let text = paragraph.text.text
      return Passage(
        letter: letter.inspection.isEmpty ? letter.file : letter.inspection, place: place,
        text: text, words: SearchWord.words(in: text))
    }
  }

  /// The places of the passages that answer a query, best first.
  func search(_ query: SearchQuery, limit: Int) -> [Int] {
    guard !query.isEmpty else { return [] }
    var scored: [(score: Double, place: Int)] = []
    for index in passages.indices where allows(query, letters[passages[index].place]) {
      guard query.matches(passages[index].words) else { continue }
      scored.append((score(query, passages[index]), index))
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
    return scored.prefix(limit).map(\.place)
  }

  private func allows(_ query: SearchQuery, _ letter: Letter) -> Bool {
    LetterFields.match(query, letter)
  }

  private func score(_ query: SearchQuery, _ passage: Passage) -> Double {
    var counts: [String: Int] = [:]
    for word in passage.words where query.wants(word) { counts[word.stem, default: 0] += 1 }
    let share = Double(passage.words.count) / meanLength
    let norm = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * share)
    return counts.reduce(0) { sum, entry in
      let known = Double(frequencies[entry.key] ?? 0)
      let rarity = log(1 + (Double(passages.count) - known + 0.5) / (known + 0.5))
      let count = Double(entry.value)
      return sum + rarity * count * (Self.saturation + 1) / (count + norm)
    }
  }
}
