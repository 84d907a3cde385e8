import Display
import Oversight
import Review

/// What happened, as histories tell it.
extension Words {
  /// What happened, in a sentence, without who and when.
  ///
  /// - Parameter parts: the titles of the suggestion's parts, by identifier.
  public func event(
    _ payload: LedgerPayload, panel: Panel?, parts: [String: String] = [:]
  ) -> SafeText {
    switch payload {
    case .decision(let decision): decided(decision, panel, parts)
    case .undo(let cancels, _, _):
      self("a annulé l'événement \(count(cancels))", "took back event \(count(cancels))")
    case .followUp(let step): followed(step, panel)
    case .knowledge(let edit): edited(edit, panel)
    case .candidate(let event):
      self("a appris le modèle candidat \(event.version)", "trained candidate \(event.version)")
    case .promotion(let event):
      self("a mis le modèle \(event.version) en service", "put model \(event.version) in use")
    case .importing(let record): imported(record)
    case .unmasking(let record): accessed(self("a démasqué", "unmasked"), record)
    case .reading(let record): accessed(self("a consulté", "opened"), record)
    case .role(let agent):
      self("a nommé \(agent.name) : ", "made \(agent.name) ") + self(agent.role.title)
    case .erasure(let sequence, let reason):
      self(
        "a effacé le texte de l'événement \(count(sequence))",
        "erased the text of event \(count(sequence))") + SafeText(" (\(reason))")
    }
  }

  private func decided(
    _ decision: Decision, _ panel: Panel?, _ parts: [String: String]
  ) -> SafeText {
    var text = say(decision.verdict.title)
    if let part = decision.part { text += " " + quoted(parts[part] ?? part) }
    if let code = decision.reason {
      let known = (panel?.rejectionReasons ?? []) + (panel?.partRejectionReasons ?? [])
      let title = known.first { $0.code == code }.map { say($0.title) } ?? code
      text += say(" : ", ": ") + title
    }
    for (name, value) in decision.correction.sorted(by: { $0.key < $1.key }) {
      text += say(" ; \(name) → \(value)", "; \(name) → \(value)")
    }
    return SafeText(text)
  }

  /// What the agent saw when deciding: « vu : 93 %, rang 2, 11 s, modèle 7 ».
  func seen(_ seen: Decision.Seen) -> String {
    let time = duration(seconds: seen.seconds)
    guard let model = seen.model else {
      return say(
        "vu : règle, rang \(seen.rank), \(time)", "saw: rule, rank \(seen.rank), \(time)")
    }
    return say(
      "vu : \(percent(seen.score)), rang \(seen.rank), \(time), modèle \(model)",
      "saw: \(percent(seen.score)), rank \(seen.rank), \(time), model \(model)")
  }

  private func followed(_ step: FollowUp, _ panel: Panel?) -> SafeText {
    let state = panel?.followUp.state(step.state).map { say($0.title) } ?? step.state
    var text = say("suite : \(state)", "follow-up: \(state)")
    if let due = step.due { text += say(", échéance \(day(due))", ", due \(day(due))") }
    return SafeText(text)
  }

  private func edited(_ edit: KnowledgeEdit, _ panel: Panel?) -> SafeText {
    let title = panel?.allTables.first { $0.name == edit.table }.map { say($0.title) } ?? edit.table
    return edit.values?.isEmpty ?? true
      ? self(
        "a enlevé « \(edit.key) » de \(title)", "removed “\(edit.key)” from \(title)")
      : self("a écrit « \(edit.key) » dans \(title)", "wrote “\(edit.key)” in \(title)")
  }

  private func imported(_ record: ImportRecord) -> SafeText {
    let files = record.files.keys.sorted().joined(separator: ", ")
    let rows = count(record.rows, fr: ("ligne", "lignes"), en: ("row", "rows"))
    let refused = count(
      record.refused, fr: ("refusée", "refusées"), en: ("refused", "refused"))
    return SafeText(say("a lu \(files) : ", "read \(files): ") + rows)
      + SafeText(", \(refused)")
  }

  private func accessed(_ what: SafeText, _ record: AccessRecord) -> SafeText {
    what + SafeText(record.reason.map { say(" : \($0)", ": \($0)") } ?? "")
  }
}
