import Review

/// What was decided here, in the words of Aigle.
struct AigleStatuses: Hashable, Sendable {
  /// The validation status.
  var validation = "Non vérifié"
  /// The control status.
  var control = "Non contrôlé"
  /// The type an agent gave, if one did.
  var type: String?
  /// Whether a report was drawn up: limitation is reset then.
  var isReported = false

  /// The states from which on an offence was found on the spot.
  private static let confirmed: Set<String> = [
    ParcelsPanel.FollowUpCode.report, ParcelsPanel.FollowUpCode.penalty,
    ParcelsPanel.FollowUpCode.findings, ParcelsPanel.FollowUpCode.court,
  ]

  /// Reads the events of a suggestion; what was undone does not count.
  init(_ detail: SuggestionDetail?) {
    guard let detail else { return }
    for event in detail.history where !detail.undone.contains(event.sequence) {
      take(event.payload)
    }
  }

  /// Takes an event into account, the later ones over the earlier.
  mutating func take(_ payload: LedgerPayload) {
    switch payload {
    case .decision(let decision) where decision.part == nil: take(decision)
    case .followUp(let step): take(step)
    default: break
    }
  }

  private mutating func take(_ decision: Decision) {
    switch decision.verdict {
    case .accept:
      validation = "Suspect"
      if let name = decision.correction[ParcelsActions.correctionField],
        let given = ObjectType(named: name)
      {
        type = given.title.fr
      }
    case .reject:
      // « Légal » is a real object; what blames the engine is none.
      switch decision.reason {
      case "legal": validation = "Légal"
      case "already-handled", "old": validation = "Suspect"
      default: validation = "Invalidé"
      }
    case .later, .annotate: break
    }
  }

  private mutating func take(_ step: FollowUp) {
    guard let state = ParcelsPanel.followUp.states.first(where: { $0.code == step.state }) else {
      return
    }
    control = state.title.fr
    // Aigle: whoever touches the control status takes the object for a suspect one.
    if validation == "Non vérifié" { validation = "Suspect" }
    if Self.confirmed.contains(step.state) { validation = "Illégal" }
    if step.state == ParcelsPanel.FollowUpCode.report { isReported = true }
  }
}
