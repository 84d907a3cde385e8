import Learning
import Review

/// Learns a mention model from annotated reports.
struct MentionTraining {
  /// How the tagger is trained.
  struct Options: Sendable {
    /// Features are hashed into 2^bits slots; `nil` for as many as the examples ask for.
    var bits: Int?
    var epochs = 10
    var seed: UInt64 = 20_181_107
  }

  var options = Options()

  /// Learns; nothing of a report's own annotations is in its features.
  func run(
    _ examples: [MentionModel.Example], isCancelled: () -> Bool = { false }
  ) throws -> MentionModel {
    let tags = TagSet(
      examples.flatMap { $0.mentions.map(\.label) },
      hasGaps: examples.contains { !$0.expressions.isEmpty || !$0.pieces.isEmpty })
    var lexicon = MentionLexicon(labelCount: tags.labels.count)
    var statistics = WordStatistics(classCount: tags.labels.count + 1)
    var codes = CodeBook()
    let right = examples.map { Self.rightTags($0, tags) }
    for (example, right) in zip(examples, right) {
      statistics.add(example.text.stems, right, tags, sentences: example.learned)
      for mention in example.mentions {
        guard let label = tags.labels.firstIndex(of: mention.label) else { continue }
        lexicon.add(Array(example.text.stems[mention.tokens]), label: label)
        codes.add(example.text, mention.tokens, label: mention.label, code: mention.code)
      }
    }
    codes.finish()
    for example in examples {
      lexicon.count(example.text.stems, sentences: example.learned)
    }
    let bits = options.bits ?? Self.bits(examples)
    let numbered = examples.indices.map { (example: examples[$0], right: right[$0]) }
    let sequences = Parallel.map(numbered) { [lexicon, statistics] one in
      Self.sequences(
        one.example, one.right, lexicon, statistics, tags, bits: bits)
    }
    let tagger = try PerceptronTraining(
      tags: tags, bits: bits, featureCount: TaggerFeatures.count, epochs: options.epochs,
      seed: options.seed
    ).run(sequences.flatMap { $0 }, isCancelled: isCancelled)
    return MentionModel(
      tagger: tagger, lexicon: lexicon, statistics: statistics, codes: codes)
  }

  /// With so many tokens most features are new ones.
  private static let manyTokens = 60_000

  private static func bits(_ examples: [MentionModel.Example]) -> Int {
    let tokens = examples.reduce(0) { $0 + $1.learned.reduce(0) { $0 + $1.count } }
    return tokens > manyTokens ? 22 : tokens > manyTokens / 8 ? 20 : 18
  }

  /// What a report itself gave to lexicon and statistics.
  private static func own(
    _ example: MentionModel.Example, _ right: [UInt8], _ lexicon: MentionLexicon, _ tags: TagSet
  ) -> LexiconFeatures.Own {
    var own = LexiconFeatures.Own()
    let none = [Int32](repeating: 0, count: tags.labels.count)
    for mention in example.mentions {
      guard mention.tokens.count <= MentionLexicon.longest,
        let value = lexicon.trie.value(of: example.text.stems[mention.tokens]),
        let label = tags.labels.firstIndex(of: mention.label)
      else { continue }
      own.entries[value, default: .init(annotated: none)].annotated[label] += 1
    }
    let occurrences = lexicon.occurrences(
      example.text.stems, sentences: example.learned)
    for (value, count) in occurrences {
      own.entries[value, default: .init(annotated: none)].occurrences += count
    }
    var words = WordStatistics(classCount: tags.labels.count + 1)
    words.add(example.text.stems, right, tags, sentences: example.learned)
    own.words = words
    return own
  }

  private static func sequences(
    _ example: MentionModel.Example, _ right: [UInt8], _ lexicon: MentionLexicon,
    _ statistics: WordStatistics, _ tags: TagSet, bits: Int
  ) -> [PerceptronTraining.Sequence] {
    let text = example.text
    // A corrected sentence will be read again as it stands: it keeps what it gave itself.
    let isCorrection = example.margin > 0
    let own =
      isCorrection ? LexiconFeatures.Own() : self.own(example, right, lexicon, tags)
    let features = TaggerFeatures(text, LexiconFeatures(text, lexicon, statistics, without: own))
    var sequences: [PerceptronTraining.Sequence] = []
    for sentence in example.learned {
      let count = TaggerFeatures.count
      var slots = [UInt32](repeating: 0, count: sentence.count * count)
      slots.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        for (offset, token) in sentence.enumerated() {
          features.fill(base + offset * count, token: token, in: sentence, bits: bits)
        }
      }
      var tagged = Array(right[sentence])
      // A mention cut by a sentence's end begins anew.
      if let first = tagged.first, tags.isInside(Int(first)) { tagged[0] = first - 1 }
      sequences.append(
        PerceptronTraining.Sequence(
          slots: slots, tags: tagged, repeats: example.repeats, margin: example.margin))
    }
    return sequences
  }

  /// The tags of all tokens as annotators gave them; of mentions that overlap, the longest.
  private static func rightTags(_ example: MentionModel.Example, _ tags: TagSet) -> [UInt8] {
    var right = [UInt8](repeating: 0, count: example.text.tokens.count)
    for token in example.expressions.joined() { right[token] = UInt8(tags.gap) }
    for token in example.pieces.joined() { right[token] = UInt8(tags.fragment) }
    for mention in example.mentions.sorted(by: { $0.tokens.count > $1.tokens.count }) {
      guard let label = tags.labels.firstIndex(of: mention.label),
        mention.tokens.allSatisfy({ tags.label(Int(right[$0])) == nil })
      else { continue }
      for token in mention.tokens {
        right[token] = UInt8(
          token == mention.tokens.lowerBound ? tags.begin(label) : tags.inside(label))
      }
    }
    return right
  }
}
