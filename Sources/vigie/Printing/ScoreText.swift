import Foundation
import Review

/// Scores as text: a percentage for a probability, a level for rules.
enum ScoreText {
  /// « 93 % » or « ●●○ ».
  static func short(_ score: Score) -> String {
    switch score.basis {
    case .probability: return percent(score.value)
    case .rule(let level):
      let filled = min(3, max(0, level))
      return String(repeating: "●", count: filled) + String(repeating: "○", count: 3 - filled)
    }
  }

  /// The score with its interval and what it rests on.
  static func long(_ score: Score) -> String {
    switch score.basis {
    case .probability(let model):
      let low = Int((score.low * 100).rounded())
      let high = Int((score.high * 100).rounded())
      return percent(score.value) + " (\(low)–\(high)) · " + Tongue.say("modèle", "model")
        + " \(model)"
    case .rule: return Tongue.say("règle ", "rule ") + short(score)
    }
  }

  private static func percent(_ value: Double) -> String {
    let whole = value * 100
    let text =
      whole < 10 && whole > 0
      ? String(format: "%.1f", whole) : String(Int(whole.rounded()))
    return Tongue.language == .french
      ? text.replacingOccurrences(of: ".", with: ",") + "\u{A0}%" : text + "%"
  }
}
