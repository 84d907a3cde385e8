import Display
import Review

/// Scores, statuses and events in words.
extension Words {
  /// The score with its interval and what it rests on; a rule is never a percentage.
  public func score(_ score: Score) -> SafeText {
    switch score.basis {
    case .rule(let level): return self("règle ", "rule ") + SafeText(dots(level))
    case .probability(let model):
      let low = Int((score.low * 100).rounded())
      let high = Int((score.high * 100).rounded())
      return SafeText(percent(score.value) + " (\(low)–\(high)) · ")
        + self("modèle \(model)", "model \(model)")
    }
  }

  /// A level as dots, out of three.
  public func dots(_ level: Int) -> String {
    let filled = min(3, max(0, level))
    return String(repeating: "●", count: filled) + String(repeating: "○", count: 3 - filled)
  }

  /// The sign of a status; never colour alone.
  public func sign(_ status: ReviewStatus) -> SafeText {
    switch status {
    case .open: " "
    case .accepted: "✓"
    case .rejected: "✗"
    case .later: "…"
    }
  }

  /// Why a suggestion is in the list.
  public func selection(_ selection: Selection) -> SafeText {
    let share = decimal(selection.probability, 3)
    switch selection.reason {
    case .best: return self("par son score", "by its score")
    case .uncertain:
      return self("le modèle hésite (p = \(share))", "the model hesitates (p = \(share))")
    case .random:
      return self(
        "tirée au hasard (p = \(share)) : le rang ne dit pas le risque",
        "drawn at random (p = \(share)): the rank does not tell the risk")
    }
  }

  /// What happened, in a sentence.
  public func event(_ payload: LedgerPayload, panel: Panel?) -> SafeText {
    switch payload {
    case .decision(let decision): return decisionText(decision, panel)
    case .undo(let cancels, _, _): return self("annule n° \(cancels)", "undoes no. \(cancels)")
    case .followUp(let step): return followUpText(step, panel)
    case .knowledge(let edit):
      return self("table \(edit.table) : \(edit.key)", "table \(edit.table): \(edit.key)")
        + (edit.values == nil ? self(" enlevé", " removed") : "")
    case .candidate(let event):
      return self("modèle candidat \(event.version)", "candidate model \(event.version)")
    case .promotion(let event):
      return self(
        "modèle \(event.version) mis en service", "model \(event.version) put into use")
    case .importing(let record): return importText(record)
    case .unmasking(let record):
      return self("démasqué \(record.subject)", "unmasked \(record.subject)")
    case .reading(let record): return self("consulté \(record.subject)", "opened \(record.subject)")
    case .role(let agent):
      return self("\(agent.id) : \(agent.role.title.fr)", "\(agent.id): \(agent.role.title.en)")
    case .erasure(let sequence, _):
      return self("texte de n° \(sequence) effacé", "text of no. \(sequence) erased")
    }
  }

  private func importText(_ record: ImportRecord) -> SafeText {
    let names = record.files.keys.sorted().joined(separator: ", ")
    return self(
      "lu : \(names) (\(record.rows) lignes, \(record.refused) refusées)",
      "read: \(names) (\(record.rows) rows, \(record.refused) refused)")
  }

  private func decisionText(_ decision: Decision, _ panel: Panel?) -> SafeText {
    let reasons = (panel?.rejectionReasons ?? []) + (panel?.partRejectionReasons ?? [])
    var text = self(decision.verdict.title)
    if let code = decision.reason {
      let title = reasons.first { $0.code == code }?.title[language] ?? code
      text = text + self(" : ", ": ") + SafeText(title)
    }
    if decision.part != nil { text = text + self(" (passage)", " (passage)") }
    if let note = decision.note { text = text + SafeText(" « \(note) »") }
    return text
  }

  private func followUpText(_ step: FollowUp, _ panel: Panel?) -> SafeText {
    let state = panel?.followUp.state(step.state)?.title[language] ?? step.state
    var text = self("suite : \(state)", "follow-up: \(state)")
    if let due = step.due {
      text = text + self(", échéance \(day(due))", ", due \(day(due))")
    }
    if let note = step.note { text = text + SafeText(" « \(note) »") }
    return text
  }
}
