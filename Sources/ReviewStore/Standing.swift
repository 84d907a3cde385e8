import Review

/// Where a suggestion stands, worked out from its events one after the other.
struct Standing: Hashable, Sendable {
  var status = ReviewStatus.open
  var parts: [String: ReviewStatus] = [:]
  var followUp: String?
  var due: CalendarDate?
  var noteCount = 0

  /// Takes the next event that was not undone into account.
  mutating func apply(_ payload: LedgerPayload) {
    switch payload {
    case .decision(let decision):
      if decision.note != nil { noteCount += 1 }
      guard decision.purpose.isDeciding, let status = ReviewStatus(decision.verdict) else { return }
      if let part = decision.part {
        parts[part] = status
      } else {
        self.status = status
      }
    case .followUp(let step):
      followUp = step.state
      due = step.due
    default: break
    }
  }
}
