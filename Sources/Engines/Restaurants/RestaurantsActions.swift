import Foundation
import Review

/// The actions of the panel.
enum RestaurantsActions {
  /// Confirms which establishment the reviews of a place are about, or that there is none.
  static func join(_ request: ActionRequest) throws -> ActionResult {
    guard let suggestion = request.suggestion else { throw EngineError.unknownName("suggestion") }
    let siret = request.parameters["siret"] ?? ""
    let isNone = DossierBuilder.noEstablishment.contains(siret.lowercased())
    guard isNone || (siret.utf8.count == 14 && siret.utf8.allSatisfy { (0x30...0x39).contains($0) })
    else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "« \(siret) » trouvé, 14 chiffres ou « aucun » attendus",
          en: "found “\(siret)”, expected 14 digits or “none”"))
    }
    guard let place = place(of: suggestion) else {
      throw EngineError.invalid(
        LocalizedText(fr: "aucun avis à rapprocher ici", en: "no reviews to join here"))
    }
    return .knowledge(
      table: RestaurantsPanel.joinsTable,
      rows: [KnowledgeRow(key: place, values: ["place": place, "siret": siret])])
  }

  /// The name of the reviewed place: the natural key says it, or the pairing fact quotes it.
  private static func place(of suggestion: Suggestion) -> String? {
    let prefix = "place|"
    if suggestion.naturalKey.hasPrefix(prefix) {
      return String(suggestion.naturalKey.dropFirst(prefix.count))
    }
    for case .facts(let facts) in suggestion.evidence {
      for fact in facts.facts where fact.name.en == "Pairing" {
        let parts = fact.value.fr.split(separator: "« ", maxSplits: 1)
        guard parts.count == 2 else { continue }
        // The name may hold quotation marks of its own: what follows it tells its end.
        for ending in [" », confirmé", " », à confirmer"] {
          if let end = parts[1].range(of: ending) { return String(parts[1][..<end.lowerBound]) }
        }
      }
    }
    return nil
  }

  /// A list of inspections: the first of the ranking, the drawn ones marked.
  static func plan(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let count = Int(request.parameters["count"] ?? "") ?? 20
    let isFrench = request.language == .french
    var lines = [
      isFrench ? "# Liste d'inspections" : "# List of inspections", "",
      isFrench
        ? "| rang | établissement | adresse | score | pourquoi |"
        : "| rank | establishment | address | score | why |", "|---|---|---|---|---|",
    ]
    var rank = 0
    try records.forEachSuggestion(SuggestionQuery(project: .restaurants)) { suggestion in
      rank += 1
      lines.append(row(suggestion, rank: rank, request.language))
      return rank < count
    }
    return .file(
      name: "inspections-\(request.circumstances.today.iso).md",
      content: Data((lines.joined(separator: "\n") + "\n").utf8))
  }

  private static func row(
    _ suggestion: Suggestion, rank: Int, _ language: InterfaceLanguage
  ) -> String {
    let percent = Int((suggestion.score.value * 100).rounded())
    let score: String
    switch suggestion.score.basis {
    case .probability: score = "\(percent) %"
    case .rule(let level): score = String(repeating: "●", count: level)
    }
    var why = ""
    for case .contributions(let contributions) in suggestion.evidence {
      why = contributions.reasons.prefix(2).map { $0.label[language] }.joined(separator: " ; ")
    }
    if suggestion.selection.reason == .random {
      why = language == .french ? "tirée au hasard" : "drawn at random"
    }
    let cells = [
      "\(rank)", suggestion.title, suggestion.place, score, why,
    ].map { cell in
      String(cell.map { $0 == "|" ? "/" : $0.isNewline ? " " : $0 })
    }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// Predicted and observed by group, out of folds grouped by SIRET.
  static func fairness(
    _ request: ActionRequest, records: any RecordSource
  ) throws -> ActionResult {
    let material = try Material(RestaurantSources(), records: records)
    let isFrench = request.language == .french
    guard material.recent.count >= EstablishmentModel.fewestRows else {
      return .text([isFrench ? "trop peu de résultats" : "too few results"])
    }
    let evaluation = try EstablishmentEvaluation.crossValidate(
      material.recent, history: material.older, options: .fast)
    var lines: [String] = []
    for (criterion, report) in evaluation.fairness {
      lines.append(criterion == "activity" ? (isFrench ? "Activité" : "Activity") : "Département")
      for group in report.groups.prefix(20) {
        let alarm = group.isAlarming ? (isFrench ? "  ⚠ écart > 20 %" : "  ⚠ gap > 20 %") : ""
        let predicted = String(format: "%.1f", group.predicted)
        lines.append(
          "  \(group.name) : \(group.count) · "
            + (isFrench
              ? "prévus \(predicted), observés \(group.observed), retenus \(group.selected)"
              : "predicted \(predicted), observed \(group.observed), picked \(group.selected)")
            + alarm)
      }
    }
    return .text(lines)
  }
}
