import Review

/// Decides what the bot does after an utterance: answer, ask, ask again, redirect, hand over.
public struct DialoguePolicy: Sendable {
  /// The intent of callers who want a person: it always wins.
  public static let personIntent = "parler_conseiller"
  /// Below this margin two intents are too close to answer one.
  static let closeMargin = 0.25

  let thresholds: DecisionThresholds
  let answers: [String: [Answer]]
  let services: [RedirectService]
  let today: CalendarDate?

  /// Makes a policy.
  ///
  /// - Parameter today: the day on which answers must hold; `nil` when it is not known, and then
  ///   every checked answer counts.
  public init(
    thresholds: DecisionThresholds, answers: [Answer], services: [RedirectService],
    today: CalendarDate?
  ) {
    self.thresholds = thresholds
    self.answers = Dictionary(grouping: answers, by: \.intent)
    self.services = services
    self.today = today
  }

  /// The decision after an utterance.
  public func decide(_ understanding: Understanding) -> TurnDecision {
    let isSure = understanding.confidence >= thresholds.answer
    let asksPerson =
      understanding.intent == Self.personIntent
      && understanding.confidence >= thresholds.confirm && !understanding.isOutOfScope
    if asksPerson || !Distress.found(in: understanding.utterance).isEmpty { return .handoff }
    if understanding.isOutOfScope {
      return service(for: understanding.utterance) == nil ? .rephrase : .redirect
    }
    if isSure { return decision(on: understanding.intent) }
    if understanding.confidence >= thresholds.confirm { return .confirm }
    return .rephrase
  }

  private func decision(on intent: String) -> TurnDecision {
    guard !answers.isEmpty else { return .answer }
    guard let answer = answer(to: intent) else { return .handoff }
    switch answer.kind {
    case .answer: return .answer
    case .handoff: return .handoff
    case .redirect: return .redirect
    }
  }

  /// The answer to an intent that may be spoken today, the one that came into force last; `nil` when
  /// there is none.
  public func answer(to intent: String) -> Answer? {
    (answers[intent] ?? []).filter { answer in
      guard let today else { return answer.checked != nil && !answer.text.isEmpty }
      return answer.refusal(on: today) == nil
    }.max {
      ($0.validFrom?.daysSinceEpoch ?? .min, $1.key) < (
        $1.validFrom?.daysSinceEpoch ?? .min, $0.key
      )
    }
  }

  /// The answers to an intent that may not be spoken, with the reason.
  public func refused(_ intent: String) -> [(answer: Answer, reason: Answer.Refusal)] {
    guard let today else { return [] }
    return (answers[intent] ?? []).compactMap { answer in
      answer.refusal(on: today).map { (answer, $0) }
    }
  }

  /// The service whose words the utterance uses most, or `nil`.
  public func service(for utterance: Utterance) -> RedirectService? {
    services.best(for: utterance)
  }
}
