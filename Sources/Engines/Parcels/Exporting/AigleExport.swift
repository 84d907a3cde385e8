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
    try CandidateTable.forEach(request.query, records) { suggestion, candidate in
      writer.write(
        row(suggestion, candidate, today: request.circumstances.today).map { .text($0) })
      bytes += writer.flush()
      count += 1
      return count < limit
    }
    return Data(bytes + writer.flush())
  }

  private static func row(
    _ suggestion: Suggestion, _ candidate: Candidate, today: CalendarDate
  ) -> [String] {
    let place = Lambert93.coordinate(candidate.centre)
    let share = candidate.shares.first
    let until = Priority.adding(6, to: candidate.afterDate)
    return [
      suggestion.id, "", candidate.commune, CandidateTable.facet("type", suggestion),
      share?.section ?? "", share?.number ?? "",
      String(format: "%.3f", suggestion.score.value),
      candidate.isMiss ? "INTERFACE_DRAWN" : "ANALYSIS", "Non contrôlé",
      today > until ? "Prescrit" : "Non prescrit", "Non vérifié",
      "\(candidate.beforeDate.year), \(candidate.afterDate.year)",
      candidate.zones.map(\.category).joined(separator: ", "),
      place.map { String(format: "%.6f", $0.longitude) } ?? "",
      place.map { String(format: "%.6f", $0.latitude) } ?? "",
    ]
  }
}
