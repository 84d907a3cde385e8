/// What a person may do in Vigie; each role may do all that the ones before it may.
public enum Role: String, CaseIterable, Codable, Sendable, Comparable {
  /// Reviews suggestions.
  case agent
  /// Reviews with professional responsibility (a doctor, say).
  case expert
  /// Audits decisions, edits knowledge tables and promotes models.
  case supervisor
  /// Manages agents, retention and the store.
  case administrator

  /// Roles come in the order of what they may do.
  public static func < (left: Role, right: Role) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }

  /// The role's name.
  public var title: LocalizedText {
    switch self {
    case .agent: LocalizedText(fr: "agent", en: "agent")
    case .expert: LocalizedText(fr: "expert", en: "expert")
    case .supervisor: LocalizedText(fr: "superviseur", en: "supervisor")
    case .administrator: LocalizedText(fr: "administrateur", en: "administrator")
    }
  }
}
