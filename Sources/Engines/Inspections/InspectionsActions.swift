import Foundation
import Review

/// What the panel can do besides deciding.
enum InspectionsActions {
  /// The most suggestions a plan is chosen from.
  private static let candidateLimit = 200_000

  /// Chooses the next inspections and keeps them in the table of plans, one ledger event each.
  static func plan(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let count = Int(request.parameters["count"] ?? "") ?? 20
    let share = Double(request.parameters["share"] ?? "").map { $0 / 100 } ?? 0.15
    let name = try planName(request, records)
    let suggestions = try candidates(request, records)
    guard !suggestions.isEmpty else {
      throw EngineError.invalid(
        LocalizedText(fr: "aucun site à planifier ici", en: "no site to plan here"))
    }
    let budgets = Budgets(
      try records.knowledge(project: .inspections, table: Budgets.tableName))
    let candidates = suggestions.map { suggestion in
      Planner.Candidate(
        key: suggestion.naturalKey, priority: suggestion.priority,
        uncertainty: suggestion.score.high - suggestion.score.low,
        theme: facet(InspectionsPanel.FacetName.theme, suggestion),
        territory: facet(InspectionsPanel.FacetName.department, suggestion))
    }
    let choices = Planner.choose(
      candidates, count: count, share: share, budgets: budgets,
      seed: seed(request.circumstances.seed, name))
    let rows = choices.enumerated().map { place, choice in
      let suggestion = suggestions[choice.candidate]
      return PlanEntry(
        key: suggestion.naturalKey, name: name, rank: place + 1, size: choices.count,
        selection: choice.selection, agent: choice.agent, title: suggestion.title,
        place: suggestion.place, theme: candidates[choice.candidate].theme
      ).row
    }
    return .knowledge(table: PlanEntry.tableName, rows: rows)
  }

  /// The name that was asked for, else the month, numbered from the second plan of a month on.
  ///
  /// - Throws: `EngineError.invalid` when a plan of the name asked for stands already: its lines would
  ///   mix with the new ones, and what was drawn with a recorded probability may not be drawn again.
  private static func planName(
    _ request: ActionRequest, _ records: any RecordSource
  ) throws -> String {
    let known = Set(
      try records.knowledge(project: .inspections, table: PlanEntry.tableName)
        .compactMap { PlanEntry($0)?.name })
    if let asked = request.parameters["name"], !asked.isEmpty {
      guard !known.contains(asked) else {
        throw EngineError.invalid(
          LocalizedText(
            fr: "un plan « \(asked) » existe déjà : donnez un autre nom",
            en: "a plan “\(asked)” stands already: give another name"))
      }
      return asked
    }
    let month = String(request.circumstances.today.iso.prefix(7))
    var (name, number) = (month, 1)
    while known.contains(name) {
      number += 1
      name = month + (number < 10 ? "-0\(number)" : "-\(number)")
    }
    return name
  }

  /// Another plan draws others, the same plan the same.
  private static func seed(_ seed: UInt64, _ name: String) -> UInt64 {
    name.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private static func candidates(
    _ request: ActionRequest, _ records: any RecordSource
  ) throws -> [Suggestion] {
    let theme = request.parameters["theme"] ?? ""
    let territory = request.parameters["territory"] ?? ""
    var query = SuggestionQuery(project: .inspections)
    if !theme.isEmpty { query.facets.append(Facet(InspectionsPanel.FacetName.theme, theme)) }
    if !territory.isEmpty {
      query.facets.append(Facet(InspectionsPanel.FacetName.department, territory))
    }
    var found: [Suggestion] = []
    try records.forEachSuggestion(query) { suggestion in
      // Stations are looked at, sites are inspected.
      if facet(InspectionsPanel.FacetName.kind, suggestion) == "site" { found.append(suggestion) }
      return found.count < candidateLimit
    }
    return found
  }

  private static func facet(_ name: String, _ suggestion: Suggestion) -> String {
    suggestion.facets.first { $0.name == name }?.value ?? ""
  }

  /// The plan in force as a page.
  static func print(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let rows = try records.knowledge(project: .inspections, table: PlanEntry.tableName)
    let lines = try PlanWriter.lines(rows, name: nil, records: records)
    guard let first = lines.first else {
      return .text([
        request.language == .french ? "aucun plan : « P » en établit un" : "no plan: “P” makes one"
      ])
    }
    return .file(
      name: "plan-\(first.entry.name.filter { $0.isLetter || $0.isNumber || $0 == "-" }).md",
      content: PlanWriter.markdown(lines, request.language))
  }

  /// What became of non-conformities.
  static func followUp(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let material = try Material(InspectionSources(), records: records)
    let today = request.circumstances.today
    let scheme = InspectionsPanel.followUp
    let own = try OpenSteps(records, scheme: scheme, today: today)
    return .text(
      FollowUpReport(material.controls, today: today).lines(request.language)
        + own.lines(request.language, scheme: scheme))
  }

  /// What has changed since the training.
  static func drift(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let isFrench = request.language == .french
    guard let record = request.circumstances.model,
      let profile = try InspectionsModel(record).profile
    else { return .text([isFrench ? "aucun modèle en service" : "no model in use"]) }
    let material = try Material(InspectionSources(), records: records)
    let thresholds = Thresholds(
      request.circumstances.knowledge[InspectionsPanel.thresholdsTable] ?? [])
    let enricher = ControlEnricher(material, thresholds: thresholds)
    let changes = DriftWatch.changes(profile, material, enricher)
    guard !changes.isEmpty else {
      return .text([
        isFrench
          ? "rien n'a changé depuis l'apprentissage (PSI < 0,1 partout)"
          : "nothing has changed since the training (PSI < 0.1 everywhere)"
      ])
    }
    return .text(
      changes.prefix(40).map { ($0.isAlarm ? "⚠ " : "  ") + $0.sentence[request.language] })
  }
}
