import Learning
import Review

/// Learns a mention model from annotated reports.
struct MentionTraining {
  /// How the tagger is trained.
  struct Options: Sendable {
    var bits = 22
    var epochs = 10
    /// In how many parts the first pass is learned, so that the second one sees what it finds in
    /// reports it did not learn from; 0 for one pass only.
    var parts = 4
    /// The fewest reports for a second pass.
    var fewestReports = 20
    var seed: UInt64 = 20_181_107
  }

  var options = Options()

  /// Learns; nothing of a report's own annotations is in its features.
  func run(
    _ examples: [MentionModel.Example], isCancelled: () -> Bool = { false }
  ) throws -> MentionModel {
    let tags = TagSet(examples.flatMap { $0.mentions.map(\.label) })
    var lexicon = MentionLexicon()
    var codes = CodeBook()
    for example in examples {
      for mention in example.mentions {
        guard let label = tags.labels.firstIndex(of: mention.label) else { continue }
        lexicon.add(Array(example.text.stems[mention.tokens]), label: Int32(label))
        codes.add(example.text, mention.tokens, label: mention.label, code: mention.code)
      }
    }
    for example in examples {
      lexicon.count(example.text.stems, sentences: example.text.sentences)
    }
    let first = try pass(examples, lexicon, tags, contexts: nil, isCancelled: isCancelled)
    var second: PerceptronTagger?
    if options.parts > 1, examples.count >= options.fewestReports {
      let contexts = try contexts(examples, lexicon, tags, isCancelled: isCancelled)
      second = try pass(examples, lexicon, tags, contexts: contexts, isCancelled: isCancelled)
    }
    return MentionModel(tagger: first, second: second, lexicon: lexicon, codes: codes)
  }

  /// Learns one pass; the second one when what the first one found is given.
  private func pass(
    _ examples: [MentionModel.Example], _ lexicon: MentionLexicon, _ tags: TagSet,
    contexts: [FirstPass]?, isCancelled: () -> Bool
  ) throws -> PerceptronTagger {
    let numbered = examples.indices.map { ($0, examples[$0]) }
    let count = contexts == nil ? TaggerFeatures.firstCount : TaggerFeatures.secondCount
    let sequences = Parallel.map(numbered) { [options] index, example in
      Self.sequences(
        example, lexicon, tags, bits: options.bits, count: count, context: contexts?[index])
    }
    return try PerceptronTraining(
      tags: tags, bits: options.bits, featureCount: count, epochs: options.epochs,
      seed: options.seed
    ).run(sequences.flatMap { $0 }, isCancelled: isCancelled)
  }

  /// What the first pass finds in each report when it is learned from the others.
  private func contexts(
    _ examples: [MentionModel.Example], _ lexicon: MentionLexicon, _ tags: TagSet,
    isCancelled: () -> Bool
  ) throws -> [FirstPass] {
    let parts = Folds.plain(examples.count, folds: options.parts, seed: options.seed)
    var contexts = [FirstPass?](repeating: nil, count: examples.count)
    for part in 0..<options.parts {
      let outside = examples.indices.filter { parts[$0] != part }.map { examples[$0] }
      let inside = examples.indices.filter { parts[$0] == part }
      let tagger = try pass(outside, lexicon, tags, contexts: nil, isCancelled: isCancelled)
      let found = Parallel.map(inside.map { examples[$0] }) { example in
        Self.firstPass(example, lexicon, tags, tagger)
      }
      for (place, index) in inside.enumerated() { contexts[index] = found[place] }
    }
    return contexts.compactMap { $0 }
  }

  private static func firstPass(
    _ example: MentionModel.Example, _ lexicon: MentionLexicon, _ tags: TagSet,
    _ tagger: PerceptronTagger
  ) -> FirstPass {
    let own = own(example, lexicon, tags)
    let features = TaggerFeatures(
      example.text, lexiconTags: MentionModel.lexiconTags(example.text, lexicon, own: own),
      memory: MentionModel.memory(example.text, lexicon: lexicon, own: own))
    return FirstPass(MentionModel.decode(features, example.text, tagger), example.text, tags)
  }

  /// The counts that a report itself gave to the lexicon.
  private static func own(
    _ example: MentionModel.Example, _ lexicon: MentionLexicon, _ tags: TagSet
  ) -> [Int32: MentionLexicon.Entry] {
    var own: [Int32: MentionLexicon.Entry] = [:]
    func change(_ value: Int32, _ body: (inout MentionLexicon.Entry) -> Void) {
      body(
        &own[value, default: MentionLexicon.Entry(label: 0, annotated: 0, occurrences: 0)])
    }
    for mention in example.mentions {
      guard let value = lexicon.trie.value(of: example.text.stems[mention.tokens]),
        let label = tags.labels.firstIndex(of: mention.label),
        lexicon.entries[Int(value)].label == Int32(label)
      else { continue }
      change(value) { $0.annotated += 1 }
    }
    for sentence in example.text.sentences {
      for match in lexicon.trie.matches(example.text.stems, in: sentence) {
        change(match.value) { $0.occurrences += 1 }
      }
    }
    return own
  }

  private static func sequences(
    _ example: MentionModel.Example, _ lexicon: MentionLexicon, _ tags: TagSet, bits: Int,
    count: Int, context: FirstPass?
  ) -> [PerceptronTraining.Sequence] {
    let text = example.text
    let own = own(example, lexicon, tags)
    let features = TaggerFeatures(
      text, lexiconTags: MentionModel.lexiconTags(text, lexicon, own: own),
      memory: MentionModel.memory(text, lexicon: lexicon, own: own), context: context)
    var right = [UInt8](repeating: 0, count: text.tokens.count)
    for mention in example.mentions.sorted(by: { $0.tokens.count > $1.tokens.count }) {
      guard let label = tags.labels.firstIndex(of: mention.label),
        mention.tokens.allSatisfy({ right[$0] == 0 })
      else { continue }
      for token in mention.tokens {
        right[token] = UInt8(
          token == mention.tokens.lowerBound ? tags.begin(label) : tags.inside(label))
      }
    }
    var sequences: [PerceptronTraining.Sequence] = []
    for (index, sentence) in text.sentences.enumerated() {
      if let wanted = example.sentences, !wanted.contains(index) { continue }
      var slots = [UInt32](repeating: 0, count: sentence.count * count)
      slots.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        for (offset, token) in sentence.enumerated() {
          features.fill(
            base + offset * count, token: token, in: sentence, bits: bits)
        }
      }
      var tags = Array(right[sentence])
      mend(&tags)
      sequences.append(
        PerceptronTraining.Sequence(slots: slots, tags: tags, repeats: example.repeats))
    }
    return sequences
  }

  /// A mention cut by a sentence's end begins anew.
  private static func mend(_ tags: inout [UInt8]) {
    guard let first = tags.first, first > 0, first.isMultiple(of: 2) else { return }
    tags[0] = first - 1
  }
}
