import Language
import Review

/// A note with everything the finders found in it.
struct NoteReading: Sendable {
  let note: PatientNote
  let index: Int
  let text: ClinicalText
  let times: [TimeMention]
  let measures: [MeasureMention]
  let stages: [TNMStage]
  /// The concepts, by the terminology and by the tagger.
  let mentions: [ConceptMention]
  let finder: QualifierFinder

  /// Reads a note; `tagger` finds what the terminology does not know, `rejected` are strings that
  /// readers said not to stand for their concept.
  init(
    _ note: PatientNote, index: Int, terminology: Terminology, noise: Set<Int>,
    tagger: MentionModel? = nil, rejected: SpanExceptions = SpanExceptions()
  ) {
    self.note = note
    self.index = index
    text = ClinicalText(note.text, noise: noise)
    times = TimeFinder.times(text)
    measures = MeasureFinder.measures(text)
    stages = TNMFinder.stages(text)
    let merging = ConceptMerging(terminology: terminology, text: text)
    mentions = rejected.filtered(
      merging.merged(terminology.matches(text), tagger?.mentions(text) ?? []), text)
    finder = QualifierFinder(text, times: times)
  }

  /// The qualifiers of a place, how sure they are, and the features behind them.
  func qualifiers(
    of tokens: Range<Int>, scorer: QualifierScorer
  ) -> (set: Qualifiers, certainty: Double, features: [QualifierFeatures]) {
    let cues = finder.cues(in: text.sentence(around: tokens.lowerBound))
    let findings = finder.findings(tokens, cues: cues)
    var set: Qualifiers = []
    var certainty = 1.0
    for qualifier in Qualifier.allCases {
      let probability = scorer.probability(qualifier, findings[qualifier.rawValue].features)
      if probability >= 0.5 { set.insert(Qualifiers(qualifier)) }
      certainty = min(certainty, 2 * abs(probability - 0.5))
    }
    return (set, certainty, findings.map(\.features))
  }

  /// The first time of the sentence around a token, the nearest before others.
  func time(near token: Int, kinds: Set<TimeMention.Kind> = [.date]) -> TimeMention? {
    let sentence = text.sentence(around: token)
    return times.filter {
      kinds.contains($0.kind) && sentence.contains($0.tokens.lowerBound) && $0.date != nil
    }
    .min { abs($0.tokens.lowerBound - token) < abs($1.tokens.lowerBound - token) }
  }

  /// A hash of the words of a sentence, the same for copies of it.
  func sentenceHash(around token: Int) -> UInt64 {
    var hash = StableHash(salt: 3)
    for index in text.sentence(around: token) where text.tokens[index].isWord {
      hash.combine(hash: text.tokens[index].hash)
    }
    return hash.value
  }
}
