import Foundation
import Learning
import Review

/// Composes the suggestion of a caller's case: urgency in named parts, dialogue, what was understood,
/// the answer proposed.
struct CaseComposer {
  let model: IntentModel?
  let modelVersion: Int?
  let tables: CallTables
  let today: CalendarDate
  let now: Timestamp
  let engine: String
  let fileHashes: [String: String]

  static func documentKey(_ dialogue: BotDialogue) -> String { "dialogue|\(dialogue.call)" }
  static func documentKey(_ message: Voicemail) -> String {
    "voicemail|\(message.name)|\(message.time.milliseconds)"
  }

  /// The utterance that says most of what the caller wants: the most confident one.
  func understanding(_ item: CallerCase) -> Understanding? {
    guard let model else { return nil }
    let read = item.utterances.suffix(40).map { model.understand($0) }
    return read.max { left, right in
      (left.isOutOfScope ? 0 : 1, left.confidence) < (right.isOutOfScope ? 0 : 1, right.confidence)
    }
  }

  /// The suggestion of a case that waits.
  func suggestion(_ item: CallerCase) -> Suggestion {
    let understood = understanding(item)
    let urgency = CallUrgency(
      item: item, understanding: understood, thresholds: model?.thresholds,
      isElsewhere: understood.map { tables.services.claim($0) } ?? false,
      intentTitle: tables.title(of:), deadlines: tables.deadlines, now: now)
    let parts = urgency.parts
    let total = CallUrgency.base + parts.reduce(0) { $0 + $1.value }
    let writer = CaseEvidence(
      item: item, understanding: understood, model: model, tables: tables, today: today)
    var evidence: [Evidence] = [
      .contributions(
        ContributionsEvidence(
          base: CallUrgency.base,
          reasons: parts.map { ContributionsEvidence.Reason(label: $0.name, value: $0.value) }))
    ]
    evidence += writer.evidence
    let value = Logistic.sigmoid(total)
    let source = item.calls.last
    return Suggestion(
      project: .calls, naturalKey: item.key, title: title(understood),
      place: item.number.isEmpty ? "numéro masqué" : PhoneNumber.masked(item.number),
      date: item.first.day, facets: facets(item, understood),
      score: Score(value, basis: .rule(level: value >= 0.6 ? 3 : value >= 0.3 ? 2 : 1)),
      // Cases with the same points: the one that waits longest first.
      priority: value + age(item) * 1e-6, evidence: evidence,
      provenance: Provenance(
        file: source?.file ?? "", sha256: fileHashes[source?.file ?? ""] ?? "",
        row: source?.line, engine: engine, model: modelVersion, time: now))
  }

  private func age(_ item: CallerCase) -> Double {
    min(10_000, max(0, Double(now.milliseconds - item.first.milliseconds) / 3_600_000))
  }

  /// The suggestion of a case that a person answered since it was listed.
  func closed(_ suggestion: Suggestion, _ item: CallerCase) -> Suggestion {
    var closed = suggestion
    closed.priority = 0
    closed.score = Score(0, basis: .rule(level: 1))
    closed.facets =
      suggestion.facets.filter { $0.name != CallsPanel.FacetName.state }
      + [Facet(CallsPanel.FacetName.state, CaseWord.closed.fr)]
    let time = item.answered?.iso ?? ""
    closed.evidence = [
      .facts(
        FactsEvidence(
          title: LocalizedText(fr: "Plus rien à faire", en: "Nothing left to do"),
          facts: [
            .init(
              name: LocalizedText(fr: "Répondu le", en: "Answered on"),
              value: LocalizedText(same: time),
              source: LocalizedText(fr: "journal de la file", en: "queue log"))
          ]))
    ]
    return closed
  }

  private func isUnderstood(_ understanding: Understanding?) -> Bool {
    guard let understanding, let model else { return false }
    return !understanding.isOutOfScope && understanding.confidence >= model.thresholds.confirm
  }

  private func title(_ understanding: Understanding?) -> String {
    guard let understanding else {
      return model == nil ? "À comprendre" : "Appel sans message"
    }
    if tables.services.claim(understanding) { return "Hors domaine" }
    guard isUnderstood(understanding) else { return "Personne n'a compris" }
    return tables.title(of: understanding.intent).fr
  }

  private func facets(_ item: CallerCase, _ understanding: Understanding?) -> [Facet] {
    typealias Name = CallsPanel.FacetName
    let count = max(1, item.calls.count)
    var facets = [
      Facet(Name.calls, count > 1 ? "\(count) \(CaseWord.calls.fr)" : "1 \(CaseWord.call.fr)")
    ]
    let hours = max(0, Int((now.milliseconds - item.first.milliseconds) / 3_600_000))
    facets.append(
      Facet(Name.waiting, hours >= 24 ? "\(hours / 24) \(CaseWord.days.fr)" : "\(hours) h"))
    if let understanding {
      let percent = Int((understanding.confidence * 100).rounded())
      let shown =
        tables.services.claim(understanding)
        ? CaseWord.elsewhere.fr
        : isUnderstood(understanding) ? "\(percent) %" : CaseWord.nobody.fr
      facets.append(Facet(Name.understanding, shown))
      if isUnderstood(understanding) { facets.append(Facet(Name.intent, understanding.intent)) }
    } else {
      facets.append(Facet(Name.understanding, CaseWord.silent.fr))
    }
    facets.append(Facet(Name.state, state(item)))
    let alarm = item.utterances.flatMap { Distress.found(in: Utterance($0)) }.first
    if let alarm { facets.append(Facet(Name.urgency, alarm)) }
    return facets
  }

  private func state(_ item: CallerCase) -> String {
    if !item.voicemails.isEmpty { return CaseWord.message.fr }
    if !item.dialogues.isEmpty { return CaseWord.robot.fr }
    return item.calls.last?.outcome.title.fr ?? ""
  }
}
