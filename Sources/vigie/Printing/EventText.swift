import Review

/// Ledger events as sentences.
enum EventText {
  /// What happened, in the language of the command.
  static func sentence(_ payload: LedgerPayload, panel: Panel?) -> String {
    switch payload {
    case .decision(let decision): return sentence(decision, panel: panel)
    case .undo(let cancels, _, _): return Tongue.say("annule #\(cancels)", "undoes #\(cancels)")
    case .followUp(let step):
      let state = panel?.followUp.state(step.state)?.title[Tongue.language] ?? step.state
      let due = step.due.map { Tongue.say(", échéance \($0.iso)", ", due \($0.iso)") } ?? ""
      return Tongue.say("suite : ", "follow-up: ") + state + due + note(step.note)
    case .knowledge(let edit):
      return Tongue.say("table \(edit.table) : ", "table \(edit.table): ") + edit.key
        + (edit.values == nil ? Tongue.say(" supprimé", " removed") : "")
    case .candidate(let event):
      return Tongue.say("modèle candidat \(event.version)", "candidate model \(event.version)")
    case .promotion(let event):
      return Tongue.say("modèle \(event.version) mis en service", "model \(event.version) promoted")
    case .importing(let record):
      let names = record.files.keys.sorted().joined(separator: ", ")
      return Tongue.say("lu : ", "read: ") + names
        + Tongue.say(
          " (\(record.rows) lignes, \(record.refused) refusées)",
          " (\(record.rows) rows, \(record.refused) refused)")
    case .unmasking(let record):
      return Tongue.say("démasqué ", "unmasked ") + record.subject + note(record.reason)
    case .reading(let record): return Tongue.say("consulté ", "read ") + record.subject
    case .role(let agent): return "\(agent.id) → \(agent.role.title[Tongue.language])"
    case .erasure(let sequence, let reason):
      return Tongue.say("texte effacé de #\(sequence)", "text of #\(sequence) erased")
        + note(reason)
    }
  }

  private static func sentence(_ decision: Decision, panel: Panel?) -> String {
    let reasons = (panel?.rejectionReasons ?? []) + (panel?.partRejectionReasons ?? [])
    let reason = decision.reason.map { code in
      " : " + (reasons.first { $0.code == code }?.title[Tongue.language] ?? code)
    }
    let part = decision.part.map { Tongue.say(" (partie \($0))", " (part \($0))") } ?? ""
    return decision.verdict.title[Tongue.language] + (reason ?? "") + part + note(decision.note)
  }

  private static func note(_ text: String?) -> String {
    text.map { " « \($0) »" } ?? ""
  }
}
