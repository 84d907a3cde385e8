import Foundation
import Review
import Tables

/// Writes a plan to be printed or put on a map.
enum PlanWriter {
  /// A line of the plan with its suggestion.
  struct Line {
    var entry: PlanEntry
    var suggestion: Suggestion
  }

  /// The lines of the latest plan, or of the named one, by rank.
  static func lines(
    _ rows: [KnowledgeRow], name: String?, records: any RecordSource
  ) throws -> [Line] {
    let entries = rows.compactMap { PlanEntry($0) }
    let wanted = name ?? entries.map(\.name).max() ?? ""
    var byID: [String: PlanEntry] = [:]
    for entry in entries where entry.name == wanted {
      byID[Suggestion.id(project: .inspections, naturalKey: entry.key)] = entry
    }
    var lines: [Line] = []
    let all = SuggestionQuery(project: .inspections, statuses: Set(ReviewStatus.allCases))
    try records.forEachSuggestion(all) { suggestion in
      if let entry = byID[suggestion.id] {
        lines.append(Line(entry: entry, suggestion: suggestion))
      }
      return lines.count < byID.count
    }
    return lines.sorted { ($0.entry.rank, $0.entry.key) < ($1.entry.rank, $1.entry.key) }
  }

  private static func score(_ score: Score, _ language: InterfaceLanguage) -> String {
    switch score.basis {
    case .probability: Facts.percent(score.value)[language]
    case .rule(let level): String(repeating: "●", count: level)
    }
  }

  private static func why(_ suggestion: Suggestion, _ language: InterfaceLanguage) -> String {
    for case .contributions(let contributions) in suggestion.evidence {
      return contributions.reasons.filter { $0.value > 0 }.prefix(2).map { $0.label[language] }
        .joined(separator: " ; ")
    }
    return ""
  }

  /// CSV with a header.
  static func csv(_ lines: [Line], _ language: InterfaceLanguage) -> Data {
    let isFrench = language == .french
    var writer = TableWriter(
      header: isFrench
        ? [
          "plan", "rang", "site", "commune", "thème", "agent", "score", "base", "choix",
          "probabilité", "latitude", "longitude", "pourquoi",
        ]
        : [
          "plan", "rank", "site", "place", "theme", "agent", "score", "basis", "selection",
          "probability", "latitude", "longitude", "why",
        ], style: isFrench ? .excelFR : .csv)
    for line in lines {
      let suggestion = line.suggestion
      writer.write([
        .text(line.entry.name), .integer(line.entry.rank), .text(suggestion.title),
        .text(suggestion.place), .text(line.entry.theme), .text(line.entry.agent),
        .number(suggestion.score.value),
        .text(basis(suggestion.score, isFrench)),
        .text(choice(line.entry.selection, isFrench)), .number(line.entry.selection.probability),
        suggestion.location.map { .number($0.latitude) } ?? .empty,
        suggestion.location.map { .number($0.longitude) } ?? .empty,
        .text(why(suggestion, language)),
      ])
    }
    return Data(writer.flush())
  }

  private static func basis(_ score: Score, _ isFrench: Bool) -> String {
    score.model == nil ? (isFrench ? "règle" : "rule") : isFrench ? "probabilité" : "probability"
  }

  private static func choice(_ selection: Selection, _ isFrench: Bool) -> String {
    guard isFrench else { return selection.reason.rawValue }
    return selection.reason == .random ? "tirage" : "rang"
  }

  /// A page in Markdown with a box to tick for each line.
  static func markdown(_ lines: [Line], _ language: InterfaceLanguage) -> Data {
    let isFrench = language == .french
    let name = lines.first?.entry.name ?? ""
    let draws = lines.count { $0.entry.selection.reason == .random }
    var text = [
      isFrench ? "# Plan de contrôle \(name)" : "# Inspection plan \(name)", "",
      isFrench
        ? "\(lines.count) contrôles, dont \(draws) tirés au hasard (⚄) : leur rang ne dit pas leur risque."
        : "\(lines.count) inspections, \(draws) of them drawn at random (⚄): their rank does not tell "
          + "their risk.", "",
      isFrench
        ? "| fait | rang | site | commune | thème | agent | score | pourquoi |"
        : "| done | rank | site | commune | theme | agent | score | why |",
      "|---|---|---|---|---|---|---|---|",
    ]
    for line in lines {
      let isRandom = line.entry.selection.reason == .random
      let mark = isRandom ? "⚄ " : ""
      let cells = [
        "☐", "\(line.entry.rank)", mark + line.suggestion.title, line.suggestion.place,
        line.entry.theme, line.entry.agent, score(line.suggestion.score, language),
        isRandom
          ? (isFrench ? "tiré au hasard" : "drawn at random") : why(line.suggestion, language),
      ].map { cell in
        cell.replacingOccurrences(of: "|", with: "/").replacingOccurrences(of: "\n", with: " ")
      }
      text.append("| " + cells.joined(separator: " | ") + " |")
    }
    return Data((text.joined(separator: "\n") + "\n").utf8)
  }

  /// GeoJSON (RFC 7946): a point for each line that has a place.
  static func geoJSON(_ lines: [Line], _ language: InterfaceLanguage) throws -> Data {
    let features: [[String: Any]] = lines.compactMap { line in
      guard let place = line.suggestion.location else { return nil }
      return [
        "type": "Feature",
        "geometry": ["type": "Point", "coordinates": [place.longitude, place.latitude]],
        "properties": [
          "plan": line.entry.name, "rank": line.entry.rank, "title": line.suggestion.title,
          "place": line.suggestion.place, "theme": line.entry.theme, "agent": line.entry.agent,
          "score": line.suggestion.score.value,
          "selection": line.entry.selection.reason.rawValue,
          "probability": line.entry.selection.probability, "why": why(line.suggestion, language),
        ] as [String: Any],
      ]
    }
    return try JSONSerialization.data(
      withJSONObject: ["type": "FeatureCollection", "features": features],
      options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
  }
}
