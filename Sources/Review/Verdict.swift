/// What an agent says of a suggestion or of a part.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  /// It is right and is followed.
  case accept
  /// It is wrong or useless; the reason says which.
  case reject
  /// Not now.
  case later
  /// Only a note: what was decided before stands.
  case annotate

  /// The verdict's name.
  public var title: LocalizedText {
    switch self {
    case .accept: LocalizedText(fr: "accepté", en: "accepted")
    case .reject: LocalizedText(fr: "rejeté", en: "rejected")
    case .later: LocalizedText(fr: "plus tard", en: "later")
    case .annotate: LocalizedText(fr: "note", en: "note")
    }
  }
}
