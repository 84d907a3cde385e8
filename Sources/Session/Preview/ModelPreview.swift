import Review
import Workbench

/// What would change in a list if a candidate were put into use.
public struct ModelPreview: Hashable, Sendable {
  /// A suggestion that moves.
  public struct Move: Hashable, Sendable {
    /// The suggestion's identifier.
    public var suggestion: String
    /// Its title.
    public var title: String
    /// Where it stands now, from 1.
    public var before: Int
    /// Where it would stand, from 1.
    public var after: Int
    /// Its score now.
    public var oldScore: Double
    /// The score it would have.
    public var newScore: Double
    /// The reasons whose weight changes most, strongest first.
    public var reasons: [Change]
  }

  /// A reason's weight now and then.
  public struct Change: Hashable, Sendable {
    /// The reason.
    public var label: LocalizedText
    /// What it adds now.
    public var before: Double
    /// What it would add.
    public var after: Double
  }

  /// The candidate's version.
  public var version: Int
  /// The number of suggestions that wait.
  public var total: Int
  /// How many of the first `headCount` would still be among them.
  public var kept: Int
  /// How many suggestions at the head are compared.
  public var headCount: Int
  /// Those at the head, now or then, that move most: upwards first, then downwards.
  public var moves: [Move]

  /// The lines that tell it.
  public func lines(_ language: InterfaceLanguage) -> [String] {
    let isFrench = language == .french
    let words = Words(language)
    var lines = [
      isFrench
        ? "modèle \(version) : \(kept) des \(headCount) premières y restent, sur \(total) en attente"
        : "model \(version): \(kept) of the first \(headCount) stay there, of \(total) waiting"
    ]
    if moves.isEmpty { lines.append(isFrench ? "rien ne bouge" : "nothing moves") }
    for move in moves {
      let sign = move.before > move.after ? "▲" : "▼"
      let scores = words.percent(move.oldScore) + " → " + words.percent(move.newScore)
      lines.append("\(sign) \(move.before) → \(move.after)  \(scores)  \(move.title)")
      lines += move.reasons.map {
        "      \($0.label[language]) : \(words.signed($0.before)) → \(words.signed($0.after))"
      }
    }
    return lines
  }
}
