/// Where a suggestion stands, as its last decision that was not undone says.
public enum ReviewStatus: String, Codable, Sendable, CaseIterable {
  /// Nobody has decided.
  case open
  /// Accepted.
  case accepted
  /// Rejected.
  case rejected
  /// Put off.
  case later

  /// The status a verdict leads to; a note changes nothing.
  public init?(_ verdict: Verdict) {
    switch verdict {
    case .accept: self = .accepted
    case .reject: self = .rejected
    case .later: self = .later
    case .annotate: return nil
    }
  }

  /// The status's name.
  public var title: LocalizedText {
    switch self {
    case .open: LocalizedText(fr: "à examiner", en: "to review")
    case .accepted: LocalizedText(fr: "accepté", en: "accepted")
    case .rejected: LocalizedText(fr: "rejeté", en: "rejected")
    case .later: LocalizedText(fr: "plus tard", en: "later")
    }
  }
}
