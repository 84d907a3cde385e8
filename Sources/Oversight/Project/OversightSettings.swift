import Review

/// What a supervisor sets for a panel: shares of control readings, and whether figures may be given
/// agent by agent.
public struct OversightSettings: Hashable, Sendable {
  /// The share of decided suggestions read a second time by somebody else.
  public var secondShare = 0.05
  /// The share of an agent's own decisions shown again later.
  public var repeatShare = 0.03
  /// Whether supervisors may see figures agent by agent (a purpose must be stated; off by default:
  /// CNIL, recommendation on logging, 2021).
  public var isPerAgent = false
  /// Why, when figures are given agent by agent.
  public var perAgentPurpose = ""

  /// The name of the table that every panel has.
  public static let tableName = "oversight"
  private static let secondKey = "second-readings"
  private static let repeatKey = "repeats"
  private static let perAgentKey = "per-agent"

  /// The table that every panel has: one row for each setting.
  public static let table = KnowledgeTable(
    name: tableName, title: LocalizedText(fr: "Réglages de supervision", en: "Oversight settings"),
    columns: [
      .init(
        name: "setting", title: LocalizedText(fr: "Réglage", en: "Setting"),
        type: .choice([secondKey, repeatKey, perAgentKey]), isRequired: true),
      .init(
        name: "share", title: LocalizedText(fr: "Part (0 à 1)", en: "Share (0 to 1)"),
        type: .number(0...1), isRequired: true),
      .init(
        name: "purpose",
        title: LocalizedText(fr: "Finalité (pour per-agent)", en: "Purpose (for per-agent)"),
        type: .text),
    ], editableBy: .supervisor,
    initialRows: [
      KnowledgeRow(key: secondKey, values: ["setting": secondKey, "share": "0.05"]),
      KnowledgeRow(key: repeatKey, values: ["setting": repeatKey, "share": "0.03"]),
      KnowledgeRow(key: perAgentKey, values: ["setting": perAgentKey, "share": "0"]),
    ])

  /// The settings that rows of the table say.
  public init(rows: [KnowledgeRow]) {
    for row in rows {
      let share = row.values["share"].flatMap { Double($0) } ?? 0
      switch row.key {
      case Self.secondKey: secondShare = share
      case Self.repeatKey: repeatShare = share
      case Self.perAgentKey:
        perAgentPurpose = row.values["purpose"] ?? ""
        isPerAgent = share > 0 && !perAgentPurpose.isEmpty
      default: break
      }
    }
  }
}

extension Panel {
  /// The panel's own tables, and those that every panel has.
  public var allTables: [KnowledgeTable] {
    tables + [OversightSettings.table, RetentionSettings.table]
  }
}
