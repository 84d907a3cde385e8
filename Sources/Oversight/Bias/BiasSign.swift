import Review

/// A sign in the figures of automation bias that a supervisor should look into.
public enum BiasSign: String, Hashable, Sendable, CaseIterable {
  /// Nearly everything is accepted, at once, whatever the score.
  case rubberStamping
  /// Decisions go against the score more often than not.
  case contrarian
  /// Later in a run, decisions are faster and accept more.
  case tiring
  /// The same thing was judged otherwise when it came back.
  case inconsistent

  /// The signs that figures show; none below the fewest decisions.
  public static func signs(
    _ bias: AutomationBias, agreement: AgreementReport? = nil
  ) -> [BiasSign] {
    guard bias.count >= AutomationBias.fewest else { return [] }
    var signs: [BiasSign] = []
    if let acceptance = bias.acceptance, acceptance.value >= 0.95,
      (bias.seconds?.median ?? .infinity) < 2 * AutomationBias.hasty
    {
      signs.append(.rubberStamping)
    }
    if let separation = bias.scoreSeparation, separation < 0.4 { signs.append(.contrarian) }
    if let slackening = bias.slackening, slackening < 0.5, let drift = bias.drift, drift > 0.1 {
      signs.append(.tiring)
    }
    if let repeats = agreement?.repeats, repeats.high < 0.85 { signs.append(.inconsistent) }
    return signs
  }

  /// What it means, in a sentence.
  public var sentence: LocalizedText {
    switch self {
    case .rubberStamping:
      LocalizedText(
        fr: "presque tout est accepté, en quelques secondes : lu, ou seulement validé ?",
        en: "nearly everything is accepted within seconds: read, or only approved?")
    case .contrarian:
      LocalizedText(
        fr: "les décisions vont contre le score : règle mal comprise, ou moteur faux ?",
        en: "decisions go against the score: a rule misunderstood, or a wrong engine?")
    case .tiring:
      LocalizedText(
        fr: "en fin de série, on décide plus vite et on accepte davantage",
        en: "towards the end of a run, decisions are faster and accept more")
    case .inconsistent:
      LocalizedText(
        fr: "des cas revus sont jugés autrement que la première fois",
        en: "cases seen again are judged otherwise than the first time")
    }
  }
}
