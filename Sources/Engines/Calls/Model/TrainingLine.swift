/// A text that the model of intents learns from.
public struct TrainingLine: Hashable, Sendable {
  /// The class of what is none of the centre's business.
  public static let none = "none"

  /// Where a line comes from.
  public enum Origin: String, Sendable {
    /// Something a caller said, with its intent.
    case utterance
    /// The title, the text or a keyword of an answer, a redirect service's words.
    case knowledge
    /// A correction by an agent.
    case correction
  }

  /// The text.
  public var text: String
  /// The intent, or `none`.
  public var label: String
  /// How much the line counts.
  public var weight: Double
  /// Where it comes from.
  public var origin: Origin

  /// Makes a line.
  public init(text: String, label: String, weight: Double = 1, origin: Origin = .utterance) {
    self.text = text
    self.label = label
    self.weight = weight
    self.origin = origin
  }

  /// Whether a label stands for what is out of scope (`none`, `None`, `oos_near`…).
  public static func isOutOfScope(_ label: String) -> Bool {
    let folded = label.lowercased()
    return folded == none || folded.hasPrefix("oos") || folded == "out_of_scope" || folded.isEmpty
      || folded == "hors_sujet"
  }
}
