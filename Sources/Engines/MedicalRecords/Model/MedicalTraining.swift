import Foundation
import Learning
import Review

/// Learns a candidate by replaying all annotations and decisions from the shipped model: each kind
/// of rejection corrects what caused it.
struct MedicalTraining {
  /// How much one decision weighs beside one annotation.
  private static let decisionWeight = 0.5
  /// The fewest decisions to measure with.
  private static let fewestDecisions = 10

  let request: TrainingRequest

  func run(
    records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    var model = MedicalModel()
    let annotated = try annotations(records)
    observer.progressed(progress(1))
    let rows = qualifierRows(annotated)
    model.scorer = try QualifierScorer.train(rows)
    observer.progressed(progress(2))
    let kept = statementRows()
    model.ranker = try StatementRanker.train(kept)
    model.exceptions = exceptions()
    let examples = annotated.compactMap { example($0) }
    if examples.reduce(0, { $0 + $1.mentions.count }) >= 200 {
      model.mentions = try MentionTraining().run(examples, isCancelled: { observer.isCancelled })
    }
    observer.progressed(progress(3))
    return .candidate(
      content: model.data,
      summary: TrainingSummary(
        exampleCount: rows.count / Qualifier.allCases.count, decisionCount: request.decisions.count,
        lastSequence: request.lastSequence, figures: try figures(model, rows),
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
    let mentions = annotated.note.annotations.compactMap { annotation -> MentionModel.Annotation? in
      guard !annotation.label.hasPrefix("=") else { return nil }
      let tokens = annotated.text.tokens(in: annotation.span)
      guard !tokens.isEmpty else { return nil }
      return .init(tokens: tokens, label: annotation.label, code: annotation.code)
    }
    return mentions.isEmpty ? nil : MentionModel.Example(text: annotated.text, mentions: mentions)
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
    return rows + decidedQualifiers()
  }

  /// What readers said of statements' attributes.
  private func decidedQualifiers() -> [QualifierRow] {
    var rows: [QualifierRow] = []
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
        rows.append((qualifier, features, label, Self.decisionWeight))
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

  private func statementRows() -> [(features: [Float], isKept: Bool, weight: Double)] {
    request.decisions.compactMap { decided in
      guard decided.decision.part != nil, let features = decided.features,
        features.schema == RecordStatement.schema
      else { return nil }
      switch (decided.decision.verdict, decided.decision.reason) {
      case (.accept, _): return (features.values, true, 1)
      case (.reject, MedicalPanel.Reason.useless), (.reject, MedicalPanel.Reason.outdated):
        return (features.values, false, 1)
      case (.reject, MedicalPanel.Reason.span): return (features.values, false, 0.5)
      default: return nil
      }
    }
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
