import Foundation
import Language
import Learning
import Review

/// Learns a candidate by replaying all annotations and decisions from the shipped model: each kind
/// of rejection corrects what caused it.
struct MedicalTraining {
  /// How much one decision weighs beside one annotation.
  private static let decisionWeight = 0.5
  /// The fewest decisions to measure with.
  private static let fewestDecisions = 10
  /// The fewest annotated mentions to learn a tagger from.
  private static let fewestMentions = 200

  let request: TrainingRequest

  func run(
    records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    var model = MedicalModel()
    let annotated = try annotations(records)
    observer.progressed(progress(1))
    let decided = decidedQualifiers()
    let rows = qualifierRows(annotated) + decided.filter { !$0.isFrozen }.map(\.row)
    model.scorer = try QualifierScorer.train(rows)
    observer.progressed(progress(2))
    let judged = statementRows()
    let kept = judged.filter { !$0.isFrozen }
    model.ranker = try StatementRanker.train(kept.map { ($0.features, $0.isKept, $0.weight) })
    model.exceptions = exceptions()
    let examples = annotated.compactMap { example($0) }
    let places = try DecidedSpans(records: records).places(request.decisions)
    if examples.reduce(0, { $0 + $1.mentions.count }) >= Self.fewestMentions {
      model.mentions = try tagger(examples, places, isCancelled: { observer.isCancelled })
    }
    model.rejectedSpans = try rejectedSpans(places, model, records)
    observer.progressed(progress(3))
    return .candidate(
      content: model.data,
      summary: TrainingSummary(
        exampleCount: rows.count / Qualifier.allCases.count, decisionCount: request.decisions.count,
        lastSequence: request.lastSequence,
        figures: try figures(model, rows) + frozenFigures(model, judged.filter(\.isFrozen))
          + frozenAttributes(model, decided.filter(\.isFrozen).map(\.row)),
        remarks: remarks(rows.count, kept.count, examples.count)))
  }

  private func progress(_ done: Int) -> AnalysisProgress {
    AnalysisProgress(
      stage: LocalizedText(fr: "apprentissage", en: "learning"), done: done, total: 3)
  }

  // MARK: Annotations

  private struct Annotated: Sendable {
    var note: PatientNote
    var text: ClinicalText
  }

  private func annotations(_ records: any RecordSource) throws -> [Annotated] {
    var notes: [PatientNote] = []
    try records.forEachRecord(project: .medical, kind: StoredNotes.noteKind) { record in
      if let note = StoredNotes.note(record), !note.annotations.isEmpty { notes.append(note) }
      return true
    }
    return Parallel.map(notes) { Annotated(note: $0, text: ClinicalText($0.text)) }
  }

  private func example(_ annotated: Annotated) -> MentionModel.Example? {
    var example = MentionModel.Example(text: annotated.text, mentions: [])
    for annotation in annotated.note.annotations where !annotation.label.hasPrefix("=") {
      let tokens = annotated.text.tokens(in: annotation.span)
      guard !tokens.isEmpty else { continue }
      if annotation.label == EnclosingLabel.expression, tokens.count <= EnclosingLabel.longest {
        example.expressions.append(tokens)
      } else if !EnclosingLabel.all.contains(annotation.label) {
        example.mentions.append(
          .init(tokens: tokens, label: annotation.label, code: annotation.code))
      }
    }
    return example.mentions.isEmpty ? nil : example
  }

  // MARK: Qualifiers

  typealias QualifierRow = (
    qualifier: Qualifier, features: QualifierFeatures, label: Bool, weight: Double
  )

  /// Labels of annotations are `=` and letters: `=n`, `=hp`, `=` for none.
  private func qualifierRows(_ annotated: [Annotated]) -> [QualifierRow] {
    var rows: [QualifierRow] = []
    for one in annotated {
      let finder = QualifierFinder(one.text, times: TimeFinder.times(one.text))
      for annotation in one.note.annotations where annotation.label.hasPrefix("=") {
        let tokens = one.text.tokens(in: annotation.span)
        guard !tokens.isEmpty else { continue }
        let findings = finder.findings(
          tokens, cues: finder.cues(in: one.text.sentence(around: tokens.lowerBound)))
        for qualifier in Qualifier.allCases {
          rows.append(
            (
              qualifier, findings[qualifier.rawValue].features,
              annotation.label.contains(qualifier.letter), 1
            ))
        }
      }
    }
    return rows
  }

  /// What readers said of statements' attributes, and whether it is never learned from.
  private func decidedQualifiers() -> [(row: QualifierRow, isFrozen: Bool)] {
    var rows: [(row: QualifierRow, isFrozen: Bool)] = []
    for decided in request.decisions {
      guard decided.decision.part != nil, let values = decided.features?.values,
        decided.features?.schema == RecordStatement.schema,
        let labels = labels(of: decided.decision, values)
      else { continue }
      for (qualifier, label) in labels {
        let start =
          RecordStatement.Feature.allCases.count
          + qualifier.rawValue * QualifierFeatures.Name.allCases.count
        var features = QualifierFeatures()
        guard values.count >= start + features.values.count else { continue }
        features.values = Array(values[start..<(start + features.values.count)])
        rows.append(
          ((qualifier, features, label, Self.decisionWeight), Self.isFrozen(decided)))
      }
    }
    return rows
  }

  /// What a decision says of the four qualifiers; `nil` when it says nothing of them.
  private func labels(of decision: Decision, _ values: [Float]) -> [(Qualifier, Bool)]? {
    func held(_ qualifier: Qualifier) -> Bool {
      let names: [Qualifier: RecordStatement.Feature] = [
        .negated: .negated, .hypothesis: .hypothesis, .family: .family, .history: .history,
      ]
      return names[qualifier].map { values[$0.rawValue] > 0 } ?? false
    }
    if let letters = decision.correction["qualifiers"] {
      return Qualifier.allCases.map { ($0, letters.contains($0.letter)) }
    }
    switch (decision.verdict, decision.reason) {
    case (.accept, _): return Qualifier.allCases.map { ($0, held($0)) }
    case (.reject, MedicalPanel.Reason.attribute):
      let wrong = Qualifier.allCases.filter { held($0) }
      return wrong.isEmpty ? nil : wrong.map { ($0, false) }
    case (.reject, MedicalPanel.Reason.patient): return [(.family, !held(.family))]
    default: return nil
    }
  }

  // MARK: Statements

  /// A statement that a reader kept or rejected.
  private struct JudgedStatement {
    var features: [Float]
    var isKept: Bool
    var weight: Double
    /// Whether the row is never learned from: a candidate is measured on it.
    var isFrozen: Bool
  }

  /// A fifth of the statements, chosen by suggestion and part, is frozen.
  private static let frozenShare: UInt64 = 5
  /// The fewest frozen decisions to measure a ranker with.
  private static let fewestFrozen = 12

  /// Whether decisions on a statement are never learned from.
  static func isFrozen(suggestion naturalKey: String, part: String) -> Bool {
    StableHash.of(naturalKey + "|" + part, salt: 17) % frozenShare == 0
  }

  private static func isFrozen(_ decided: TrainingRequest.LabelledDecision) -> Bool {
    isFrozen(suggestion: decided.naturalKey, part: decided.decision.part ?? "")
  }

  private func statementRows() -> [JudgedStatement] {
    request.decisions.compactMap { decided in
      guard decided.decision.part != nil, let features = decided.features,
        features.schema == RecordStatement.schema
      else { return nil }
      let isFrozen = Self.isFrozen(decided)
      func row(_ isKept: Bool, _ weight: Double) -> JudgedStatement {
        .init(features: features.values, isKept: isKept, weight: weight, isFrozen: isFrozen)
      }
      switch (decided.decision.verdict, decided.decision.reason) {
      case (.accept, _): return row(true, 1)
      case (.reject, MedicalPanel.Reason.useless), (.reject, MedicalPanel.Reason.outdated):
        return row(false, 1)
      case (.reject, MedicalPanel.Reason.span): return row(false, 0.5)
      default: return nil
      }
    }
  }

  // MARK: Spans

  /// The tagger of the annotations, corrected by the sentences whose mention was rejected.
  private func tagger(
    _ examples: [MentionModel.Example], _ places: [DecidedSpans.Place],
    isCancelled: () -> Bool
  ) throws -> MentionModel {
    let base = try MentionTraining().run(examples, isCancelled: isCancelled)
    let corrections = places.filter(\.isRejected).compactMap { correction($0, base) }
    guard !corrections.isEmpty else { return base }
    return try MentionTraining().run(examples + corrections, isCancelled: isCancelled)
  }

  /// By how much a reader's correction must win: it goes against many annotations.
  private static let correctionMargin: Float = 12

  /// A sentence as the tagger reads it, without the mention that a reader rejected.
  private func correction(
    _ place: DecidedSpans.Place, _ tagger: MentionModel
  ) -> MentionModel.Example? {
    let sentence = place.text.sentence(around: place.tokens.lowerBound)
    let found = tagger.mentions(place.text).filter { sentence.contains($0.tokens.lowerBound) }
    let kept = found.filter { !$0.tokens.overlaps(place.tokens) }
    guard kept.count < found.count else { return nil }
    return MentionModel.Example(
      text: place.text,
      mentions: kept.map { .init(tokens: $0.tokens, label: $0.label, code: $0.code) },
      margin: Self.correctionMargin,
      sentences: [Int(place.text.sentenceOfToken[sentence.lowerBound])])
  }

  /// The strings that readers rejected for a concept, each reader counted once.
  private func rejectedSpans(
    _ places: [DecidedSpans.Place], _ model: MedicalModel, _ records: any RecordSource
  ) throws -> SpanExceptions {
    guard !places.isEmpty else { return SpanExceptions() }
    let terminology = try Material(
      MedicalSources(), records: records, knowledge: request.circumstances.knowledge
    ).terminology
    var readers: [UInt64: (kept: Set<String>, rejected: Set<String>)] = [:]
    for place in places {
      let merging = ConceptMerging(terminology: terminology, text: place.text)
      let mentions = merging.merged(
        terminology.matches(place.text), model.mentions?.mentions(place.text) ?? [])
      for mention in mentions where mention.tokens.overlaps(place.tokens) {
        let key = SpanExceptions.key(
          kind: mention.concept.kind.rawValue, stems: place.text.stems[mention.tokens])
        var both = readers[key] ?? ([], [])
        if place.isRejected {
          both.rejected.insert(place.agent)
        } else {
          both.kept.insert(place.agent)
        }
        readers[key] = both
      }
    }
    return SpanExceptions(
      tallies: readers.filter { !$0.value.rejected.isEmpty }.mapValues {
        .init(kept: Double($0.kept.count), rejected: Double($0.rejected.count))
      })
  }

  /// Each reader counts once for each statement of each concept.
  private func exceptions() -> StatementExceptions {
    var kept: [String: Set<String>] = [:]
    var rejected: [String: Set<String>] = [:]
    for decided in request.decisions {
      guard let concept = decided.decision.correction["concept"] ?? decided.decision.part else {
        continue
      }
      switch (decided.decision.verdict, decided.decision.reason) {
      case (.accept, _): kept[concept, default: []].insert(decided.agent)
      case (.reject, MedicalPanel.Reason.useless), (.reject, MedicalPanel.Reason.span):
        rejected[concept, default: []].insert(decided.agent)
      default: break
      }
    }
    var exceptions = StatementExceptions()
    for concept in Set(kept.keys).union(rejected.keys) {
      exceptions.tallies[StatementExceptions.key(part: concept)] = StatementExceptions.Tally(
        kept: Double(kept[concept]?.count ?? 0), rejected: Double(rejected[concept]?.count ?? 0))
    }
    return exceptions
  }

  // MARK: Figures

  /// How well kept statements stand above rejected ones among decisions nothing was learned from;
  /// a candidate that does worse there is not promoted.
  private func frozenFigures(
    _ model: MedicalModel, _ rows: [JudgedStatement]
  ) throws -> [TrainingSummary.Figure] {
    guard rows.count >= Self.fewestFrozen, rows.contains(where: \.isKept),
      rows.contains(where: { !$0.isKept })
    else { return [] }
    let previous = try request.circumstances.model.map { try MedicalModel($0) } ?? MedicalModel()
    func brier(_ ranker: StatementRanker) -> Double {
      let losses = rows.map { row in
        let miss = ranker.probability(row.features) - (row.isKept ? 1 : 0)
        return miss * miss
      }
      return losses.reduce(0, +) / Double(losses.count)
    }
    var figure = TrainingSummary.Figure(
      name: LocalizedText(
        fr: "Brier des énoncés, décisions mises à part",
        en: "Brier of the statements, decisions kept aside"),
      before: brier(previous.ranker), after: brier(model.ranker), higherIsBetter: false)
    figure.isGuard = true
    return [figure]
  }

  /// How many attributes of frozen decisions are read right; a candidate that reads fewer is not
  /// promoted.
  private func frozenAttributes(
    _ model: MedicalModel, _ rows: [QualifierRow]
  ) throws -> [TrainingSummary.Figure] {
    guard rows.count >= Self.fewestFrozen else { return [] }
    let previous = try request.circumstances.model.map { try MedicalModel($0) } ?? MedicalModel()
    func share(_ scorer: QualifierScorer) -> Double {
      let right = rows.count { row in
        (scorer.probability(row.qualifier, row.features) >= 0.5) == row.label
      }
      return Double(right) / Double(rows.count)
    }
    var figure = TrainingSummary.Figure(
      name: LocalizedText(
        fr: "attributs justes, décisions mises à part",
        en: "right attributes, decisions kept aside"),
      before: share(previous.scorer), after: share(model.scorer))
    figure.isGuard = true
    return [figure]
  }

  private func figures(
    _ model: MedicalModel, _ rows: [QualifierRow]
  ) throws -> [TrainingSummary.Figure] {
    guard rows.count >= Self.fewestDecisions * Qualifier.allCases.count else { return [] }
    let previous = try request.circumstances.model.map { try MedicalModel($0) }
    let folds = Folds.plain(rows.count, folds: 5, seed: request.circumstances.seed)
    var after = SpanScore()
    var before = SpanScore()
    for fold in 0..<5 {
      let outside = rows.indices.filter { folds[$0] != fold }.map { rows[$0] }
      let scorer = try QualifierScorer.train(outside)
      for index in rows.indices where folds[index] == fold {
        after.add(score(rows[index], scorer))
        before.add(score(rows[index], previous?.scorer ?? .shipped))
      }
    }
    return [
      TrainingSummary.Figure(
        name: LocalizedText(
          fr: "F1 des attributs, hors plis", en: "F1 of the attributes, out of fold"),
        before: before.f1, after: after.f1)
    ]
  }

  private func score(_ row: QualifierRow, _ scorer: QualifierScorer) -> SpanScore {
    let isPredicted = scorer.probability(row.qualifier, row.features) >= 0.5
    return SpanScore(
      right: isPredicted && row.label ? 1 : 0, predicted: isPredicted ? 1 : 0,
      expected: row.label ? 1 : 0)
  }

  private func remarks(_ rows: Int, _ statements: Int, _ examples: Int) -> [LocalizedText] {
    var remarks = [
      LocalizedText(
        fr: "\(rows / 4) attributs appris, \(statements) énoncés jugés",
        en: "\(rows / 4) attributes learned, \(statements) statements judged")
    ]
    if examples == 0 {
      remarks.append(
        LocalizedText(
          fr: "aucun document annoté : les mentions viennent du lexique",
          en: "no annotated document: mentions come from the lexicon"))
    }
    return remarks
  }
}
