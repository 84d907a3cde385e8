import Foundation
import Imagery
import Review
import Tables

/// Aigle's export: fifteen columns under its names, at most 20,000 rows.
enum AigleExport {
  static let limit = 20_000
  static let header = [
    "Object n°", "URL", "Commune", "Type", "Parcelle (section)", "Parcelle (numéro)", "Score",
    "Source", "Statut de contrôle", "Prescription", "Statut de validation", "Millésimes",
    "Zones à enjeux", "x", "y",
  ]

  static func data(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    var writer = TableWriter(header: header)
    var bytes: [UInt8] = []
    var count = 0
    let weights = PriorityWeights(request.circumstances.knowledge)
    let today = request.circumstances.today
    try CandidateTable.forEach(request.query, records) { suggestion, candidate in
      let statuses = AigleStatuses(try records.detail(suggestion.id))
      writer.write(
        row(suggestion, candidate, statuses, weights, today: today).map { .text($0) })
      bytes += writer.flush()
      count += 1
      return count < limit
    }
    return Data(bytes + writer.flush())
  }

  private static func row(
    _ suggestion: Suggestion, _ candidate: Candidate, _ statuses: AigleStatuses,
    _ weights: PriorityWeights, today: CalendarDate
  ) -> [String] {
    let place = Lambert93.coordinate(candidate.centre)
    let share = candidate.shares.first
    let type = statuses.type ?? CandidateTable.facet("type", suggestion)
    let years = weights.type(ObjectType(named: type) ?? .other).years
    // Surely barred only so many years after the first picture that shows it, as Aigle counts.
    let until = Priority.adding(years, to: candidate.afterDate)
    let isBarred = today > until && !statuses.isReported
    return [
      suggestion.id, "", candidate.commune, type,
      share?.section ?? "", share?.number ?? "",
      String(format: "%.3f", suggestion.score.value),
      candidate.isMiss ? "INTERFACE_DRAWN" : "ANALYSIS", statuses.control,
      isBarred ? "Prescrit" : "Non prescrit", statuses.validation,
      "\(candidate.beforeDate.year), \(candidate.afterDate.year)",
      candidate.zones.map(\.category).joined(separator: ", "),
      place.map { String(format: "%.6f", $0.longitude) } ?? "",
      place.map { String(format: "%.6f", $0.latitude) } ?? "",
    ]
  }
}
