import Language
import Learning

/// The strings that were annotated, with which label, and how often they stand in all.
struct MentionLexicon: Sendable {
  /// What is known of one string.
  struct Entry: Sendable, Hashable {
    /// How often it was annotated with each label.
    var annotated: [Int32]
    /// How often it occurs in all.
    var occurrences: Int32 = 0
  }

  /// A string of the lexicon in a report.
  struct Match: Sendable, Hashable {
    var tokens: Range<Int>
    /// The label given most often.
    var label: Int
    /// How constantly it is given: 0…4.
    var trust: Int
    /// How often it was given: 0…2.
    var support: Int
    /// The entry.
    var value: Int32
  }

  /// The most tokens of a string.
  static let longest = 10

  let labelCount: Int
  private(set) var trie = PhraseTrie()
  private(set) var entries: [Entry] = []
  private(set) var phrases: [[UInt64]] = []

  init(labelCount: Int) { self.labelCount = labelCount }

  /// Adds an annotated string; call `count` afterwards.
  mutating func add(_ stems: [UInt64], label: Int) {
    guard !stems.isEmpty, stems.count <= Self.longest, label < labelCount else { return }
    if let index = trie.value(of: stems[...]) {
      entries[Int(index)].annotated[label] += 1
      return
    }
    trie.insert(stems, value: Int32(entries.count))
    var entry = Entry(annotated: [Int32](repeating: 0, count: labelCount))
    entry.annotated[label] = 1
    entries.append(entry)
    phrases.append(stems)
  }

  /// Counts all places where a string stands, be it annotated or not.
  mutating func count(_ stems: [UInt64], sentences: [Range<Int>]) {
    for (value, count) in occurrences(stems, sentences: sentences) {
      entries[Int(value)].occurrences += count
    }
  }

  /// How often each string stands in a text.
  func occurrences(_ stems: [UInt64], sentences: [Range<Int>]) -> [Int32: Int32] {
    var counts: [Int32: Int32] = [:]
    for sentence in sentences {
      for start in sentence {
        trie.forEachPrefix(stems, at: start, limit: sentence.upperBound) { value, _ in
          counts[value, default: 0] += 1
        }
      }
    }
    return counts
  }

  /// The strings of a report, longest first from the left.
  ///
  /// - Parameter own: the counts that the report itself gave, which are taken away; a string that
  ///   was annotated in this report only is none.
  func matches(
    _ stems: [UInt64], sentences: [Range<Int>], without own: [Int32: Entry]
  ) -> [Match] {
    var found: [Match] = []
    for sentence in sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        var best: Match?
        trie.forEachPrefix(stems, at: index, limit: sentence.upperBound) { value, end in
          if let match = match(value, index..<end, without: own[value]) { best = match }
        }
        if let best { found.append(best) }
        index = best?.tokens.upperBound ?? index + 1
      }
    }
    return found
  }

  private func match(_ value: Int32, _ tokens: Range<Int>, without own: Entry?) -> Match? {
    let entry = entries[Int(value)]
    var label = 0
    var most: Int32 = 0
    for place in 0..<labelCount {
      let count = entry.annotated[place] - (own?.annotated[place] ?? 0)
      if count > most {
        most = count
        label = place
      }
    }
    guard most > 0 else { return nil }
    let all = max(most, entry.occurrences - (own?.occurrences ?? 0))
    let share = Float(most) / Float(all)
    return Match(
      tokens: tokens, label: label,
      trust: share > 0.95 ? 4 : share > 0.8 ? 3 : share > 0.6 ? 2 : share > 0.3 ? 1 : 0,
      support: most > 20 ? 2 : most > 3 ? 1 : 0, value: value)
  }

  // MARK: Bytes

  /// The lexicon as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(labelCount)
    writer.write(phrases.count)
    for (phrase, entry) in zip(phrases, entries) {
      writer.write(phrase.count)
      for stem in phrase { writer.write(stem) }
      writer.write(entry.annotated + [entry.occurrences])
    }
    return writer.bytes
  }

  /// Reads a lexicon back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "mention lexicon")
    labelCount = try reader.count(upTo: 64)
    let count = try reader.count(upTo: 1 << 22)
    for _ in 0..<count {
      let length = try reader.count(upTo: Self.longest)
      var phrase: [UInt64] = []
      for _ in 0..<length { phrase.append(try reader.unsigned()) }
      let numbers = try reader.integers()
      guard numbers.count == labelCount + 1, !phrase.isEmpty else {
        throw .shape(
          what: "entry of the lexicon", found: numbers.count, expected: labelCount + 1)
      }
      trie.insert(phrase, value: Int32(entries.count))
      entries.append(
        Entry(annotated: Array(numbers.dropLast()), occurrences: numbers[labelCount]))
      phrases.append(phrase)
    }
  }
}
