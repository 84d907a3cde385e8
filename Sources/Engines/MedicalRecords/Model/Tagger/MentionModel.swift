import Language
import Learning
import Review

/// Finds mentions learned from annotations: tagger, lexicon and codes.
struct MentionModel: Sendable {
  /// An annotated report to learn from.
  struct Example: Sendable {
    var text: ClinicalText
    /// The mentions; tokens may not be empty.
    var mentions: [Annotation]
    /// The expressions that hold mentions: a tumour with its site.
    var expressions: [Range<Int>] = []
    /// Pieces of mentions that are not of one piece.
    var pieces: [Range<Int>] = []
    /// How often the report counts.
    var repeats = 1
    /// By how much the right tags must win: a correction has to hold against many annotations.
    var margin: Float = 0
    /// Sentences to learn from, or `nil` for all: a correction speaks of its sentence only.
    var sentences: Set<Int>?

    /// The sentences that are learned from.
    var learned: [Range<Int>] {
      guard let sentences else { return text.sentences }
      return text.sentences.enumerated().filter { sentences.contains($0.offset) }.map(\.element)
    }
  }

  /// An annotated mention.
  struct Annotation: Sendable, Hashable {
    var tokens: Range<Int>
    var label: String
    var code: String
  }

  let tagger: PerceptronTagger
  let lexicon: MentionLexicon
  let statistics: WordStatistics
  let codes: CodeBook
  /// What is known of each word.
  private let known: StemTable

  /// The mentions of a report, in order.
  func mentions(_ text: ClinicalText) -> [Mention] {
    let tags = self.tags(text)
    var mentions: [Mention] = []
    for sentence in text.sentences {
      for (tokens, label) in Self.ranges(tags, in: sentence, tagger.tags) {
        let name = tagger.tags.labels[label]
        let code = codes.code(text, tokens, label: name)
        mentions.append(
          Mention(
            tokens: tokens, span: text.span(tokens), label: name, code: code?.code ?? "",
            score: code?.share ?? 0))
      }
    }
    return mentions
  }

  /// The tags of all tokens.
  func tags(_ text: ClinicalText) -> [UInt8] {
    Self.decode(
      TaggerFeatures(text, LexiconFeatures(text, lexicon, known)), text, tagger)
  }

  static func decode(
    _ features: TaggerFeatures, _ text: ClinicalText, _ tagger: PerceptronTagger
  ) -> [UInt8] {
    var tags: [UInt8] = []
    tags.reserveCapacity(text.tokens.count)
    let longest = text.sentences.map(\.count).max() ?? 0
    var slots = [UInt32](repeating: 0, count: longest * tagger.featureCount)
    var ends = [Int32](repeating: 0, count: longest)
    slots.withUnsafeMutableBufferPointer { slots in
      ends.withUnsafeMutableBufferPointer { ends in
        guard let slots = slots.baseAddress, let ends = ends.baseAddress else { return }
        for sentence in text.sentences {
          for (offset, token) in sentence.enumerated() {
            features.fill(
              slots + offset * tagger.featureCount, token: token, in: sentence, bits: tagger.bits)
          }
          tags += tagger.decode(slots, ends: ends, count: sentence.count)
        }
      }
    }
    return tags
  }

  /// The tagged ranges of a sentence with their labels.
  static func ranges(
    _ tags: [UInt8], in sentence: Range<Int>, _ set: TagSet
  ) -> [(Range<Int>, Int)] {
    var ranges: [(Range<Int>, Int)] = []
    var start = -1
    for token in sentence {
      let tag = Int(tags[token])
      if start >= 0, !set.isInside(tag) {
        ranges.append((start..<token, set.label(Int(tags[start])) ?? 0))
        start = -1
      }
      if set.isBegin(tag) { start = token }
    }
    if start >= 0 {
      ranges.append((start..<sentence.upperBound, set.label(Int(tags[start])) ?? 0))
    }
    return ranges
  }

  // MARK: Bytes

  /// The model as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(tagger.bytes)
    writer.write(lexicon.bytes)
    writer.write(statistics.bytes)
    writer.write(codes.bytes)
    return writer.bytes
  }

  init(
    tagger: PerceptronTagger, lexicon: MentionLexicon, statistics: WordStatistics, codes: CodeBook
  ) {
    self.tagger = tagger
    self.lexicon = lexicon
    self.statistics = statistics
    self.codes = codes
    known = statistics.table
  }

  /// Reads a model back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "mention model")
    tagger = try PerceptronTagger(bytes: try reader.content())
    lexicon = try MentionLexicon(bytes: try reader.content())
    statistics = try WordStatistics(bytes: try reader.content())
    codes = try CodeBook(bytes: try reader.content())
    known = statistics.table
    guard tagger.featureCount == TaggerFeatures.count else {
      throw .shape(
        what: "features of the tagger", found: tagger.featureCount, expected: TaggerFeatures.count)
    }
  }
}
