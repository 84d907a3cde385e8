import Language
import Review

/// The places that decided statements rest on, found again in the notes of the store.
struct DecidedSpans {
  /// A place that a reader said to be right or wrong.
  struct Place {
    var text: ClinicalText
    var tokens: Range<Int>
    var agent: String
    var isRejected: Bool
  }

  let records: any RecordSource

  /// The places of accepted statements and of those rejected for a wrong span; none when nobody
  /// rejected a span, since accepted ones only speak against rejections.
  func places(_ decisions: [TrainingRequest.LabelledDecision]) throws -> [Place] {
    let decided = decisions.filter { $0.decision.part != nil && Self.isRejection($0) != nil }
    guard decided.contains(where: { Self.isRejection($0) == true }) else { return [] }
    let wanted = try references(decided)
    let texts = try texts(Set(wanted.map(\.reference.document)))
    return wanted.compactMap { one in
      guard let text = texts[one.reference.document] else { return nil }
      let tokens = text.tokens(in: one.reference.span)
      guard !tokens.isEmpty else { return nil }
      return Place(text: text, tokens: tokens, agent: one.agent, isRejected: one.isRejected)
    }
  }

  /// Whether a decision rejects the span (`true`), keeps it (`false`) or says nothing of it.
  private static func isRejection(_ decided: TrainingRequest.LabelledDecision) -> Bool? {
    switch (decided.decision.verdict, decided.decision.reason) {
    case (.accept, _): false
    case (.reject, MedicalPanel.Reason.span): true
    default: nil
    }
  }

  private typealias Wanted = (reference: DocumentReference, agent: String, isRejected: Bool)

  private func references(
    _ decided: [TrainingRequest.LabelledDecision]
  ) throws -> [Wanted] {
    var suggestions: [String: [String: DocumentReference]] = [:]
    var wanted: [Wanted] = []
    for one in decided {
      let id = one.decision.suggestion
      if suggestions[id] == nil { suggestions[id] = try sources(id) }
      guard let part = one.decision.part, let reference = suggestions[id]?[part] else { continue }
      wanted.append((reference, one.agent, Self.isRejection(one) ?? false))
    }
    return wanted
  }

  /// The first source of each statement of a suggestion.
  private func sources(_ suggestion: String) throws -> [String: DocumentReference] {
    var sources: [String: DocumentReference] = [:]
    for case .statements(let evidence) in try records.detail(suggestion)?.suggestion.evidence ?? []
    {
      for statement in evidence.sections.flatMap(\.statements) {
        sources[statement.part] = statement.sources.first
      }
    }
    return sources
  }

  private func texts(_ documents: Set<String>) throws -> [String: ClinicalText] {
    var texts: [String: ClinicalText] = [:]
    try records.forEachRecord(project: .medical, kind: StoredNotes.noteKind) { record in
      if let note = StoredNotes.note(record) {
        let id = StoredNotes.documentID(note)
        if documents.contains(id) {
          texts[id] = ClinicalText(note.text, noise: PageNoise.lines(note.text))
        }
      }
      return true
    }
    return texts
  }
}
