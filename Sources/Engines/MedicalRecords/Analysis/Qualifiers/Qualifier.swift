import Review

/// What is said of a mention besides that it stands there.
enum Qualifier: Int, Sendable, CaseIterable, Codable {
  /// Said to be absent.
  case negated
  /// Suspected, possible, to be looked for.
  case hypothesis
  /// Of a relative, not of the patient.
  case family
  /// Of the past: an antecedent.
  case history

  /// The letter of the evaluation files (n, h, f, p).
  var letter: Character {
    switch self {
    case .negated: "n"
    case .hypothesis: "h"
    case .family: "f"
    case .history: "p"
    }
  }

  /// The qualifier in words.
  var title: LocalizedText {
    switch self {
    case .negated: LocalizedText(fr: "nié", en: "negated")
    case .hypothesis: LocalizedText(fr: "hypothèse", en: "hypothesis")
    case .family: LocalizedText(fr: "famille", en: "family")
    case .history: LocalizedText(fr: "antécédent", en: "past history")
    }
  }
}

/// A set of qualifiers.
struct Qualifiers: OptionSet, Sendable, Hashable, Codable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }
  init(_ qualifier: Qualifier) { rawValue = 1 << UInt8(qualifier.rawValue) }

  static let negated = Qualifiers(.negated)
  static let hypothesis = Qualifiers(.hypothesis)
  static let family = Qualifiers(.family)
  static let history = Qualifiers(.history)

  /// The letters, in the order n h f p.
  var letters: String {
    String(Qualifier.allCases.filter { contains(Qualifiers($0)) }.map(\.letter))
  }

  /// The words, joined by commas; `affirmé` when there is none.
  var title: LocalizedText {
    let found = Qualifier.allCases.filter { contains(Qualifiers($0)) }.map(\.title)
    guard !found.isEmpty else { return LocalizedText(fr: "affirmé", en: "affirmed") }
    return LocalizedText(
      fr: found.map(\.fr).joined(separator: ", "), en: found.map(\.en).joined(separator: ", "))
  }
}
