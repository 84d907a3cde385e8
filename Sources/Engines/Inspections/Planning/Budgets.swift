import Review

/// How many inspections each theme, territory and agent may have in one plan.
struct Budgets: Hashable, Sendable {
  var themes: [String: Int] = [:]
  var territories: [String: Int] = [:]
  var agents: [String: Int] = [:]

  static let tableName = "budgets"

  /// Reads the rows of the panel's table.
  init(_ rows: [KnowledgeRow] = []) {
    for row in rows.sorted(by: { $0.key < $1.key }) {
      guard let name = row.values["value"], let count = row.values["count"].flatMap(Int.init) else {
        continue
      }
      switch row.values["kind"] {
      case "theme": themes[name] = count
      case "territory": territories[name] = count
      case "agent": agents[name] = count
      default: continue
      }
    }
  }

  static let table = KnowledgeTable(
    name: tableName,
    title: LocalizedText(fr: "Moyens par plan", en: "Budgets of a plan"),
    columns: [
      .init(
        name: "key", title: LocalizedText(fr: "Ligne", en: "Line"), type: .text, isRequired: true),
      .init(
        name: "kind",
        title: LocalizedText(
          fr: "Pour un thème, un territoire, un agent", en: "Of a theme, territory, agent"),
        type: .choice(["theme", "territory", "agent"]), isRequired: true),
      .init(
        name: "value", title: LocalizedText(fr: "Lequel", en: "Which"), type: .text,
        isRequired: true),
      .init(
        name: "count", title: LocalizedText(fr: "Contrôles au plus", en: "Inspections at most"),
        type: .integer(0...10_000), isRequired: true),
    ], editableBy: .supervisor)
}
