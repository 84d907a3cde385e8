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
    /// How often the report counts.
    var repeats = 1
    /// Sentences to learn from, or `nil` for all: a correction speaks of its sentence only.
    var sentences: Set<Int>?
  }

  /// An annotated mention.
  struct Annotation: Sendable, Hashable {
    var tokens: Range<Int>
    var label: String
    var code: String
  }

  var tagger: PerceptronTagger
  /// The tagger that sees what the first one found.
  var second: PerceptronTagger?
  var lexicon: MentionLexicon
  var codes: CodeBook

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

  /// The tags of all tokens: a first pass, then a second one that knows what the first one found in
  /// the whole report.
  func tags(_ text: ClinicalText) -> [UInt8] {
    let lexiconTags = Self.lexiconTags(text, lexicon, own: [:])
    let memory = Self.memory(text, lexicon: lexicon, own: [:])
    let first = Self.decode(
      TaggerFeatures(text, lexiconTags: lexiconTags, memory: memory), text, tagger)
    guard let second else { return first }
    let context = FirstPass(first, text, tagger.tags)
    return Self.decode(
      TaggerFeatures(text, lexiconTags: lexiconTags, memory: memory, context: context), text,
      second)
  }

  static func decode(
    _ features: TaggerFeatures, _ text: ClinicalText, _ tagger: PerceptronTagger
  ) -> [UInt8] {
    var tags: [UInt8] = []
    tags.reserveCapacity(text.tokens.count)
    let longest = text.sentences.map(\.count).max() ?? 0
    var slots = [UInt32](repeating: 0, count: longest * tagger.featureCount)
    for sentence in text.sentences {
      slots.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        for (offset, token) in sentence.enumerated() {
          features.fill(
            base + offset * tagger.featureCount, token: token, in: sentence, bits: tagger.bits)
        }
        tags += tagger.decode(base, count: sentence.count)
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
      if start >= 0, tag == 0 || set.isBegin(tag) {
        ranges.append((start..<token, set.label(Int(tags[start])) ?? 0))
        start = -1
      }
      if tag > 0, set.isBegin(tag) { start = token }
    }
    if start >= 0 {
      ranges.append((start..<sentence.upperBound, set.label(Int(tags[start])) ?? 0))
    }
    return ranges
  }

  /// What the lexicon says of each token: place in a match, label, trust; 0 for nothing.
  static func lexiconTags(
    _ text: ClinicalText, _ lexicon: MentionLexicon, own: [Int32: MentionLexicon.Entry]
  ) -> [UInt8] {
    var tags = [UInt8](repeating: 0, count: text.tokens.count)
    for sentence in text.sentences {
      for match in lexicon.trie.matches(text.stems, in: sentence) {
        guard let trust = lexicon.trust(match.value, without: own[match.value]) else { continue }
        let base = UInt8(truncatingIfNeeded: 1 + 8 * (trust.label * 4 + trust.level))
        for token in match.tokens {
          let isFirst = token == match.tokens.lowerBound
          let isLast = token == match.tokens.upperBound - 1
          tags[token] = base &+ (isFirst ? (isLast ? 3 : 0) : (isLast ? 2 : 1))
        }
      }
    }
    return tags
  }

  /// How often a match of the lexicon stands in the report, up to three, by label: a string that is
  /// said again and again is what the report is about.
  static func memory(
    _ text: ClinicalText, lexicon: MentionLexicon, own: [Int32: MentionLexicon.Entry]
  ) -> [UInt8] {
    var matches: [PhraseTrie.Match] = []
    var counts: [Int32: Int] = [:]
    for sentence in text.sentences {
      for match in lexicon.trie.matches(text.stems, in: sentence) {
        matches.append(match)
        counts[match.value, default: 0] += 1
      }
    }
    var memory = [UInt8](repeating: 0, count: text.tokens.count)
    for match in matches {
      guard let trust = lexicon.trust(match.value, without: own[match.value]) else { continue }
      let level = UInt8(min(3, counts[match.value] ?? 1))
      for token in match.tokens { memory[token] = 1 + level + 4 * UInt8(trust.label & 15) }
    }
    return memory
  }

  // MARK: Bytes

  /// The model as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(tagger.bytes)
    writer.write(lexicon.bytes)
    writer.write(codes.bytes)
    writer.write(second?.bytes ?? [])
    return writer.bytes
  }

  init(
    tagger: PerceptronTagger, second: PerceptronTagger?, lexicon: MentionLexicon, codes: CodeBook
  ) {
    self.tagger = tagger
    self.second = second
    self.lexicon = lexicon
    self.codes = codes
  }

  /// Reads a model back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "mention model")
    tagger = try PerceptronTagger(bytes: try reader.content())
    lexicon = try MentionLexicon(bytes: try reader.content())
    codes = try CodeBook(bytes: try reader.content())
    let more = try reader.content()
    second = more.isEmpty ? nil : try PerceptronTagger(bytes: more)
  }
}
