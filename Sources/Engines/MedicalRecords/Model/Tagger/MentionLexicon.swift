import Language
import Learning

/// The strings that were annotated, how often, and how often they stand without annotation.
struct MentionLexicon: Sendable {
  /// What is known of one string.
  struct Entry: Sendable, Hashable {
    /// The label given most often.
    var label: Int32
    /// How often it was annotated with that label.
    var annotated: Int32
    /// How often it occurs in all.
    var occurrences: Int32
  }

  /// The most tokens of a string.
  static let longest = 12

  private(set) var trie = PhraseTrie()
  private(set) var entries: [Entry] = []
  private(set) var phrases: [[UInt64]] = []

  init() {}

  /// Adds annotated strings; call `count` afterwards.
  mutating func add(_ stems: [UInt64], label: Int32) {
    guard !stems.isEmpty, stems.count <= Self.longest else { return }
    if let index = trie.value(of: stems[...]) {
      if entries[Int(index)].label == label {
        entries[Int(index)].annotated += 1
      } else if entries[Int(index)].annotated <= 1 {
        entries[Int(index)].label = label
      }
      return
    }
    trie.insert(stems, value: Int32(entries.count))
    entries.append(Entry(label: label, annotated: 1, occurrences: 0))
    phrases.append(stems)
  }

  /// Counts the longest matches in a text as occurrences.
  mutating func count(_ stems: [UInt64], sentences: [Range<Int>]) {
    for sentence in sentences {
      for match in trie.matches(stems, in: sentence) {
        entries[Int(match.value)].occurrences += 1
      }
    }
  }

  /// What a match says, with its own document's counts taken away; `nil` when nothing is left.
  ///
  /// The value packs label and a level of trust 0…3.
  @inline(__always)
  func trust(_ value: Int32, without own: Entry?) -> (label: Int32, level: Int32)? {
    var entry = entries[Int(value)]
    if let own {
      entry.annotated -= own.annotated
      entry.occurrences -= own.occurrences
    }
    guard entry.annotated > 0 else { return nil }
    let share = Float(entry.annotated) / Float(max(entry.annotated, entry.occurrences))
    return (entry.label, share > 0.95 ? 3 : share > 0.7 ? 2 : share > 0.3 ? 1 : 0)
  }

  /// The lexicon as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(phrases.count)
    for (phrase, entry) in zip(phrases, entries) {
      writer.write(phrase.count)
      for stem in phrase { writer.write(stem) }
      writer.write([entry.label, entry.annotated, entry.occurrences])
    }
    return writer.bytes
  }

  /// Reads a lexicon back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "mention lexicon")
    let count = try reader.count(upTo: 1 << 22)
    for _ in 0..<count {
      let length = try reader.count(upTo: Self.longest)
      var phrase: [UInt64] = []
      for _ in 0..<length { phrase.append(try reader.unsigned()) }
      let numbers = try reader.integers()
      guard numbers.count == 3, !phrase.isEmpty else {
        throw .shape(what: "entry of the lexicon", found: numbers.count, expected: 3)
      }
      trie.insert(phrase, value: Int32(entries.count))
      entries.append(
        Entry(label: numbers[0], annotated: numbers[1], occurrences: numbers[2]))
      phrases.append(phrase)
    }
  }
}
