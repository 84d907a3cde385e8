import Review

/// What was accepted here and is not closed yet, with the step it stands at: the other half of the
/// follow-up, beside what the tables of inspections tell.
struct OpenSteps {
  /// A suggestion on its way.
  struct Step: Hashable {
    var title: String
    var place: String
    var state: String
    var due: CalendarDate?
  }

  /// The most suggestions looked at, and listed.
  private static let lookLimit = 5000
  private static let listLimit = 30

  /// The steps, earliest due date first.
  let steps: [Step]
  /// How many have come to their end.
  let closed: Int
  private let today: CalendarDate

  init(_ records: any RecordSource, scheme: FollowUpScheme, today: CalendarDate) throws {
    var steps: [Step] = []
    var closed = 0
    var ids: [String] = []
    try records.forEachSuggestion(
      SuggestionQuery(project: .inspections, statuses: [.accepted])
    ) { suggestion in
      ids.append(suggestion.id)
      return ids.count < Self.lookLimit
    }
    for id in ids {
      guard let detail = try records.detail(id), let last = Self.last(detail) else { continue }
      if scheme.state(last.state)?.isFinal == true {
        closed += 1
      } else {
        steps.append(
          Step(
            title: detail.suggestion.title, place: detail.suggestion.place, state: last.state,
            due: last.due))
      }
    }
    self.steps = steps.sorted {
      ($0.due?.daysSinceEpoch ?? .max, $0.title, $0.state)
        < ($1.due?.daysSinceEpoch ?? .max, $1.title, $1.state)
    }
    self.closed = closed
    self.today = today
  }

  private static func last(_ detail: SuggestionDetail) -> FollowUp? {
    for event in detail.history.reversed() where !detail.undone.contains(event.sequence) {
      if case .followUp(let step) = event.payload { return step }
    }
    return nil
  }

  /// Those whose date has passed.
  var overdue: [Step] { steps.filter { step in step.due.map { $0 < today } ?? false } }

  /// The steps in words; none when nothing was accepted.
  func lines(_ language: InterfaceLanguage, scheme: FollowUpScheme) -> [String] {
    guard !steps.isEmpty || closed > 0 else { return [] }
    let isFrench = language == .french
    let late = overdue
    var lines = [
      isFrench
        ? "Suites saisies ici : \(steps.count) ouvertes dont \(late.count) en retard, "
          + "\(closed) achevées"
        : "Follow-up kept here: \(steps.count) open, \(late.count) of them overdue, \(closed) closed"
    ]
    for step in steps.prefix(Self.listLimit) {
      let state = scheme.state(step.state)?.title[language] ?? step.state
      let place = step.place.isEmpty ? "" : " (\(step.place))"
      lines.append(
        "  \(step.title)\(place)\(isFrench ? " :" : ":") \(state)" + when(step, isFrench))
    }
    if steps.count > Self.listLimit { lines.append("  … +\(steps.count - Self.listLimit)") }
    return lines
  }

  private func when(_ step: Step, _ isFrench: Bool) -> String {
    guard let due = step.due else { return "" }
    let days = today.days(since: due)
    if days > 0 {
      return isFrench ? ", EN RETARD de \(days) j" : ", OVERDUE by \(days) d"
    }
    return isFrench ? ", échéance \(due.iso)" : ", due \(due.iso)"
  }
}
