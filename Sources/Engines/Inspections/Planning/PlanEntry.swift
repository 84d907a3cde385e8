import Review

/// One line of a plan of inspections, as the knowledge table `plan` keeps it: each is an event of the
/// ledger, with the probability of its draw.
struct PlanEntry: Hashable, Sendable {
  /// The natural key of the suggestion.
  var key: String
  /// The name of the plan (« 2026-11 »).
  var name: String
  /// The place in the plan, from 1.
  var rank: Int
  /// How many lines the plan has.
  var size: Int
  /// Why it is in the plan, and how likely that was.
  var selection: Selection
  /// Who is to go there, empty when nobody was named.
  var agent: String
  var title: String
  var place: String
  var theme: String

  /// The row of the table.
  var row: KnowledgeRow {
    KnowledgeRow(
      key: key,
      values: [
        "key": key, "plan": name, "rank": String(rank), "size": String(size),
        "selection": selection.reason.rawValue,
        "probability": String(Double((selection.probability * 1e6).rounded()) / 1e6),
        "agent": agent, "title": title, "place": place, "theme": theme,
      ].filter { !$0.value.isEmpty })
  }

  /// The line of a row.
  init?(_ row: KnowledgeRow) {
    guard let name = row.values["plan"], let rank = row.values["rank"].flatMap(Int.init),
      let reason = row.values["selection"].flatMap(Selection.Reason.init(rawValue:)),
      let probability = row.values["probability"].flatMap(Double.init)
    else { return nil }
    self.init(
      key: row.key, name: name, rank: rank,
      size: row.values["size"].flatMap(Int.init) ?? rank,
      selection: Selection(reason, probability: probability), agent: row.values["agent"] ?? "",
      title: row.values["title"] ?? "", place: row.values["place"] ?? "",
      theme: row.values["theme"] ?? "")
  }

  init(
    key: String, name: String, rank: Int, size: Int, selection: Selection, agent: String,
    title: String, place: String, theme: String
  ) {
    self.key = key
    self.name = name
    self.rank = rank
    self.size = size
    self.selection = selection
    self.agent = agent
    self.title = title
    self.place = place
    self.theme = theme
  }

  /// The table that keeps plans.
  static let tableName = "plan"

  static let table = KnowledgeTable(
    name: tableName,
    title: LocalizedText(fr: "Plans de contrôle", en: "Inspection plans"),
    columns: [
      .init(
        name: "key", title: LocalizedText(fr: "Suggestion", en: "Suggestion"), type: .text,
        isRequired: true),
      .init(
        name: "plan", title: LocalizedText(fr: "Plan", en: "Plan"), type: .text, isRequired: true),
      .init(
        name: "rank", title: LocalizedText(fr: "Rang", en: "Rank"), type: .integer(1...10_000),
        isRequired: true),
      .init(
        name: "size", title: LocalizedText(fr: "Taille du plan", en: "Size of the plan"),
        type: .integer(1...10_000)),
      .init(
        name: "selection", title: LocalizedText(fr: "Choix", en: "Selection"),
        type: .choice(Selection.Reason.allCases.map(\.rawValue)), isRequired: true),
      .init(
        name: "probability",
        title: LocalizedText(fr: "Probabilité du tirage", en: "Draw probability"),
        type: .number(0...1), isRequired: true),
      .init(name: "agent", title: LocalizedText(fr: "Agent", en: "Agent"), type: .text),
      .init(name: "title", title: LocalizedText(fr: "Site", en: "Site"), type: .text),
      .init(name: "place", title: LocalizedText(fr: "Commune", en: "Commune"), type: .text),
      .init(name: "theme", title: LocalizedText(fr: "Thème", en: "Theme"), type: .text),
    ], editableBy: .agent, marksList: true)
}
