import Foundation
import Language
import Learning
import Review

/// Learns a candidate from labelled utterances, the answer base, corrections and decisions.
struct CallsTraining {
  /// The fewest lines and intents to learn from.
  static let fewestLines = 20
  static let fewestIntents = 2

  let request: TrainingRequest

  func run(
    records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    let material = try CallsMaterial(
      CallSources(), records: records, knowledge: request.circumstances.knowledge)
    let decided = try decided(records)
    let lines = Self.lines(material, spoken: decided)
    if let reason = Self.shortage(lines) { return .tooLittle(reason) }
    let outcome = try learn(lines, material.tables)
    let previous = try request.circumstances.model.map { try CallsModel($0).intents }
    let check = ProtectedCases(material.tables.protected)
    if let previous, let lost = check.lost(from: previous, to: outcome.model).first {
      return .tooLittle(
        LocalizedText(
          fr:
            "candidat écarté : le cas protégé « \(lost.text) » n'est plus compris (\(lost.intent))",
          en: "candidate put aside: the protected case “\(lost.text)” is no longer understood "
            + "(\(lost.intent))"))
    }
    return .candidate(
      content: CallsModel(intents: outcome.model).data(),
      summary: TrainingSummary(
        exampleCount: lines.count, decisionCount: decided.count,
        lastSequence: request.lastSequence,
        figures: figures(outcome, previous: previous, check: check),
        remarks: remarks(outcome, decided.count)))
  }

  /// What is missing to learn from lines, or `nil`.
  private static func shortage(_ lines: [TrainingLine]) -> LocalizedText? {
    let intents = Set(lines.map(\.label)).subtracting([TrainingLine.none])
    guard lines.count < fewestLines || intents.count < fewestIntents else { return nil }
    return LocalizedText(
      fr: "trop peu pour apprendre : \(lines.count) énoncés et mots-clés, \(intents.count) "
        + "intentions ; il en faut \(fewestLines) et \(fewestIntents)",
      en: "too little to learn from: \(lines.count) utterances and keywords, \(intents.count) "
        + "intents; \(fewestLines) and \(fewestIntents) are needed")
  }

  private func learn(
    _ lines: [TrainingLine], _ tables: CallTables
  ) throws -> IntentTraining.Outcome {
    do {
      return try IntentTraining(
        lines: lines, target: tables.settings.falseAnswers, seed: request.circumstances.seed,
        unanswered: LineBuilder.unanswered(tables.answers)
      ).run()
    } catch {
      throw EngineError.invalid(
        LocalizedText(fr: "apprentissage impossible : \(error)", en: "cannot learn: \(error)"))
    }
  }

  /// All lines, each text once for each label: what an agent said of it stands.
  static func lines(_ material: CallsMaterial, spoken: [TrainingLine]) -> [TrainingLine] {
    let decided = Dictionary(
      spoken.map { (Utterance($0.text).line, $0.label) }, uniquingKeysWith: { _, last in last })
    var seen: Set<String> = []
    let utterances = LineBuilder.lines(material.utterances.filter { !$0.intent.isEmpty })
      .filter { line in
        guard let label = decided[Utterance(line.text).line] else { return true }
        return label == line.label
      }
    let knowledge =
      LineBuilder.lines(material.tables.answers)
      + LineBuilder.lines(material.tables.services)
    return (spoken.reversed() + utterances + knowledge).filter {
      seen.insert("\($0.origin == .knowledge)|" + Utterance($0.text).line + "|" + $0.label).inserted
    }
  }

  /// What agents said of calls: the intent they corrected, or the one that was proposed and accepted.
  private func decided(_ records: any RecordSource) throws -> [TrainingLine] {
    let decisions = request.decisions.map(\.decision).filter { $0.part == nil }
    var lines = decisions.compactMap { decision -> TrainingLine? in
      guard let text = decision.correction["text"], let intent = decision.correction["intent"]
      else { return nil }
      return line(text, intent)
    }
    let silent = Dictionary(
      decisions.filter { $0.correction["text"] == nil }.map { ($0.suggestion, $0) },
      uniquingKeysWith: { _, last in last })
    guard !silent.isEmpty else { return lines }
    try records.forEachSuggestion(SuggestionQuery(project: .calls, statuses: [])) { suggestion in
      guard let decision = silent[suggestion.id],
        let text = CallsActions.utterance(of: suggestion)
      else { return true }
      let intent = suggestion.facets.first { $0.name == CallsPanel.FacetName.intent }?.value
      if decision.verdict == .accept, let intent { lines.append(line(text, intent)) }
      if decision.verdict == .reject, decision.reason == CallsPanel.outOfScope {
        lines.append(line(text, TrainingLine.none))
      }
      return true
    }
    return lines
  }

  private func line(_ text: String, _ intent: String) -> TrainingLine {
    TrainingLine(
      text: text, label: TrainingLine.isOutOfScope(intent) ? TrainingLine.none : intent,
      weight: LineBuilder.Weight.correction, origin: .correction)
  }

  // MARK: Figures

  private func figures(
    _ outcome: IntentTraining.Outcome, previous: IntentModel?, check: ProtectedCases
  ) -> [TrainingSummary.Figure] {
    let inside = outcome.outOfFold.filter { $0.line.label != TrainingLine.none }
    let right = inside.count { $0.best == $0.line.label }
    let earlier = request.circumstances.model?.summary.figures ?? []
    func figure(
      _ fr: String, _ en: String, _ value: Double, _ interval: ValueInterval? = nil,
      higherIsBetter: Bool = true
    ) -> TrainingSummary.Figure {
      let name = LocalizedText(fr: fr, en: en)
      return TrainingSummary.Figure(
        name: name, before: earlier.first { $0.name == name }?.after, after: value,
        low: interval?.low, high: interval?.high, higherIsBetter: higherIsBetter)
    }
    let share = ValueInterval.share(
      successes: Double(right), trials: Double(inside.count), level: 0.95)
    let thresholds = outcome.model.thresholds
    var figures = [
      figure(
        "intention juste, hors plis", "intent right, out of fold",
        inside.isEmpty ? 0 : Double(right) / Double(inside.count), share),
      figure(
        "fausses réponses au seuil", "false answers at the threshold", thresholds.falseAnswers,
        ValueInterval(thresholds.falseAnswers, low: 0, high: thresholds.falseAnswersBound),
        higherIsBetter: false),
      figure(
        "répondus seuls et justes, hors plis", "answered alone and right, out of fold",
        inside.isEmpty
          ? 0
          : Double(
            inside.count { $0.confidence >= thresholds.answer && $0.best == $0.line.label })
            / Double(inside.count)),
    ]
    if check.count > 0 {
      figures.append(
        TrainingSummary.Figure(
          name: LocalizedText(
            fr: "cas protégés compris (sur \(check.count))",
            en: "protected cases understood (of \(check.count))"),
          before: previous.map { Double(check.right($0)) },
          after: Double(check.right(outcome.model))
        ))
    }
    return figures
  }

  private func remarks(
    _ outcome: IntentTraining.Outcome, _ decided: Int
  ) -> [LocalizedText] {
    let thresholds = outcome.model.thresholds
    var remarks = [
      LocalizedText(
        fr: "\(decided) décisions sur des appels", en: "\(decided) decisions on calls")
    ]
    if thresholds.caseCount < DecisionThresholds.fewest {
      remarks.append(
        LocalizedText(
          fr: "trop peu d'énoncés (\(thresholds.caseCount) sur \(DecisionThresholds.fewest)) pour "
            + "dériver un seuil : le robot demande toujours confirmation",
          en: "too few utterances (\(thresholds.caseCount) of \(DecisionThresholds.fewest)) to "
            + "derive a threshold: the bot always asks to confirm"))
    }
    return remarks
  }
}

/// Utterances that every candidate must still understand.
struct ProtectedCases {
  private let cases: [(text: String, intent: String)]

  init(_ rows: [KnowledgeRow]) {
    cases = rows.compactMap { row in
      guard let text = row.values["text"], let intent = row.values["intent"] else { return nil }
      return (text, TrainingLine.isOutOfScope(intent) ? TrainingLine.none : intent)
    }
  }

  var count: Int { cases.count }

  func right(_ model: IntentModel) -> Int { cases.count { isRight($0, model) } }

  /// The cases that one model understands and another does not.
  func lost(from before: IntentModel, to after: IntentModel) -> [(text: String, intent: String)] {
    cases.filter { isRight($0, before) && !isRight($0, after) }
  }

  private func isRight(_ item: (text: String, intent: String), _ model: IntentModel) -> Bool {
    let understanding = model.understand(item.text)
    if item.intent == TrainingLine.none { return understanding.isOutOfScope }
    return !understanding.isOutOfScope && understanding.intent == item.intent
  }
}
