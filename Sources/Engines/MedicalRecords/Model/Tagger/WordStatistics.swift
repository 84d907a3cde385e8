import Language
import Learning

/// How often each word stands in mentions of each label, between the mentions of an expression, or
/// outside all of them, among annotated reports.
struct WordStatistics: Sendable {
  /// The counts of one word: all, then one for each class.
  struct Counts: Sendable, Hashable {
    var all: Int32 = 0
    var classes: [Int32]
  }

  /// The number of classes: the labels, and the words between the mentions of an expression.
  let classCount: Int
  private(set) var counts: [UInt64: Counts] = [:]

  init(classCount: Int) { self.classCount = classCount }

  /// The class of a tag, or `nil` for outside.
  private static func place(_ tag: UInt8, _ tags: TagSet) -> Int? {
    tag == 0 ? nil : tags.label(Int(tag)) ?? tags.labels.count
  }

  /// Counts the words of a report's sentences with their right tags.
  mutating func add(
    _ stems: [UInt64], _ right: [UInt8], _ tags: TagSet, sentences: [Range<Int>]
  ) {
    for token in sentences.joined() {
      let stem = stems[token]
      let tag = right[token]
      var counts = self.counts[stem] ?? Counts(classes: [Int32](repeating: 0, count: classCount))
      counts.all += 1
      if let place = Self.place(tag, tags) { counts.classes[place] += 1 }
      self.counts[stem] = counts
    }
  }

  /// What is known of each word of a report, as small hashes; 0 for nothing.
  ///
  /// - Parameter own: the statistics of the report itself, which are taken away: a report that is
  ///   learned from must not vouch for its own words.
  func features(_ stems: [UInt64], without own: WordStatistics?) -> [UInt64] {
    stems.map { stem in
      guard var counts = self.counts[stem] else { return 0 }
      if let mine = own?.counts[stem] {
        counts.all -= mine.all
        for place in counts.classes.indices { counts.classes[place] -= mine.classes[place] }
      }
      return counts.all > 0 ? Self.code(counts) : 0
    }
  }

  /// What is known of every word, ready to be asked often.
  var table: StemTable {
    StemTable(counts.map { ($0.key, $0.value.all > 0 ? Self.code($0.value) : 0) })
  }

  /// How often the word was seen, in four steps, and the share of each class, in six.
  private static func code(_ counts: Counts) -> UInt64 {
    var code: UInt64 = counts.all > 50 ? 3 : counts.all > 10 ? 2 : counts.all > 2 ? 1 : 0
    for count in counts.classes {
      // One occurrence more, so that what was seen once is never sure.
      let share = Float(count) / Float(counts.all + 1)
      let step: UInt64 =
        share > 0.9
        ? 5 : share > 0.7 ? 4 : share > 0.4 ? 3 : share > 0.15 ? 2 : share > 0.02 ? 1 : 0
      code = code &* 6 &+ step
    }
    return code + 1
  }

  // MARK: Bytes

  /// The statistics as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(classCount)
    writer.write(counts.count)
    for stem in counts.keys.sorted() {
      guard let own = counts[stem] else { continue }
      writer.write(stem)
      writer.write([own.all] + own.classes)
    }
    return writer.bytes
  }

  /// Reads statistics back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "word statistics")
    classCount = try reader.count(upTo: 64)
    for _ in 0..<(try reader.count(upTo: 1 << 22)) {
      let stem = try reader.unsigned()
      let numbers = try reader.integers()
      guard numbers.count == classCount + 1 else {
        throw .shape(what: "counts of a word", found: numbers.count, expected: classCount + 1)
      }
      counts[stem] = Counts(all: numbers[0], classes: Array(numbers.dropFirst()))
    }
  }
}
