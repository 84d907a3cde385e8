import Language
import Review

/// A change the normaliser made, shown to the agent.
public struct Rewrite: Hashable, Sendable, Codable {
  /// The words as they were heard.
  public var heard: String
  /// What they were taken for; empty when they were left out.
  public var taken: String

  /// Makes a rewrite.
  public init(heard: String, taken: String) {
    self.heard = heard
    self.taken = taken
  }

  /// The change in words; a long number that was left out may be a telephone and is not repeated.
  var shown: LocalizedText {
    guard taken.isEmpty else { return LocalizedText(same: "« \(heard) » → « \(taken) »") }
    // « zéro six soixante et un », `06.12.34.56.78`: what is left out is a number or hesitations.
    let first = heard.split(separator: " ").first.map(String.init) ?? ""
    let isNumber =
      SpokenNumberWord.of(first)?.isNumeral == true || first.contains(where: \.isNumber)
    return isNumber
      ? LocalizedText(fr: "un numéro ôté", en: "a number left out")
      : LocalizedText(fr: "« \(heard) » ôté", en: "“\(heard)” left out")
  }
}
