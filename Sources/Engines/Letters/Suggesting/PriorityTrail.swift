import Review

/// Why a demand is a priority (level 2), rule by rule, so that the agent can check each.
struct PriorityTrail: Sendable {
  /// A rule that holds.
  struct Step: Hashable, Sendable {
    /// The word of the list's column.
    var word: LocalizedText
    /// The rule in a sentence.
    var reason: LocalizedText
  }

  /// The rules that hold, strongest first.
  let steps: [Step]

  /// 3 priority, 2 to follow, 1 little.
  let level: Int

  init(_ facts: ItemFacts, letters: [Letter], all: [ItemFacts]) {
    var steps: [Step] = []
    if facts.history.closed == nil {
      if facts.item.section == .priorityRequests {
        steps.append(
          Step(
            word: StateWord.priority,
            reason: LocalizedText(
              fr: "demande à traiter prioritairement (I)", en: "priority request (I)")))
      }
      if let days = facts.history.overdueDays {
        steps.append(
          Step(
            word: StateWord.late,
            reason: LocalizedText(
              fr: "réponse attendue depuis \(days) j", en: "answer overdue by \(days) d")))
      }
      if !facts.history.repeats.isEmpty {
        let years = facts.history.repeats.compactMap { letters[all[$0.earlier].letter].date?.year }
        let list = Set(years).sorted().map(String.init).joined(separator: ", ")
        steps.append(
          Step(
            word: StateWord.repeated,
            reason: LocalizedText(fr: "répétition (\(list))", en: "repeat (\(list))")))
      }
      if facts.item.deadline?.isImmediate == true {
        steps.append(
          Step(
            word: StateWord.immediate,
            reason: LocalizedText(fr: "à faire sans délai", en: "to be done at once")))
      }
    }
    self.steps = steps
    let isRequest = facts.item.section.holdsRequests
    level = steps.isEmpty ? (isRequest && facts.history.closed == nil ? 2 : 1) : 3
  }

  /// The word of the list's column.
  func word(_ facts: ItemFacts) -> LocalizedText {
    if let first = steps.first { return first.word }
    if facts.history.closed != nil { return StateWord.closed }
    if !facts.history.repeatedBy.isEmpty { return StateWord.madeAgain }
    return facts.history.isNewTheme ? StateWord.newTheme : LocalizedText(same: "")
  }

  /// The trail as a sentence, or `nil`.
  var sentence: LocalizedText? {
    guard !steps.isEmpty else { return nil }
    return LocalizedText(
      fr: steps.map(\.reason.fr).joined(separator: " ; "),
      en: steps.map(\.reason.en).joined(separator: "; "))
  }
}
