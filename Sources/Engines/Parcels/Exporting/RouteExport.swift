import Foundation
import Imagery
import Review

/// The order of a field visit: a short round through the places.
enum RouteExport {
  /// The most places of a round.
  static let limit = 200

  struct Stop: Sendable {
    var title: String
    var place: String
    var point: GroundPoint
    var score: Double
  }

  static func data(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    Data(
      lines(
        try stops(request.query, limit: limit, records), request.language
      ).joined(separator: "\n").utf8)
  }

  static func stops(
    _ query: SuggestionQuery, limit: Int, _ records: any RecordSource
  ) throws -> [Stop] {
    var stops: [Stop] = []
    try CandidateTable.forEach(query, records) { suggestion, candidate in
      stops.append(
        Stop(
          title: suggestion.title, place: suggestion.place, point: candidate.centre,
          score: suggestion.score.value))
      return stops.count < limit
    }
    return stops
  }

  static func lines(_ stops: [Stop], _ language: InterfaceLanguage) -> [String] {
    let isFrench = language == .french
    var lines = [
      isFrench ? "# Ordre de visite" : "# Order of visits", "",
      isFrench
        ? "| n° | objet | lieu | latitude, longitude | depuis le précédent |"
        : "| no. | object | place | latitude, longitude | from the previous one |",
      "|---|---|---|---|---|",
    ]
    var last: GroundPoint?
    for (number, stop) in ordered(stops).enumerated() {
      let way = last.map { String(format: "%.1f km", distance($0, stop.point) / 1000) } ?? ""
      let place = Lambert93.coordinate(stop.point).map {
        String(format: "%.5f, %.5f", $0.latitude, $0.longitude)
      }
      let cells = ["\(number + 1)", stop.title, stop.place, place ?? "", way]
        .map { $0.replacingOccurrences(of: "|", with: "/") }
      lines.append("| " + cells.joined(separator: " | ") + " |")
      last = stop.point
    }
    return lines + [""]
  }

  /// The nearest next one, then crossings undone (2-opt; Croes 1958).
  static func ordered(_ stops: [Stop]) -> [Stop] {
    guard stops.count > 2 else { return stops }
    var rest = Array(stops.dropFirst())
    var round = [stops[0]]
    while let last = round.last, !rest.isEmpty {
      let next =
        rest.indices.min {
          distance(rest[$0].point, last.point) < distance(rest[$1].point, last.point)
        } ?? 0
      round.append(rest.remove(at: next))
    }
    var isBetter = true
    while isBetter {
      isBetter = false
      for first in 0..<round.count - 1 {
        for second in (first + 1)..<round.count {
          let before = first == 0 ? 0 : distance(round[first - 1].point, round[first].point)
          let after =
            second == round.count - 1
            ? 0 : distance(round[second].point, round[second + 1].point)
          let newBefore = first == 0 ? 0 : distance(round[first - 1].point, round[second].point)
          let newAfter =
            second == round.count - 1
            ? 0 : distance(round[first].point, round[second + 1].point)
          guard newBefore + newAfter < before + after - 1e-6 else { continue }
          round[first...second].reverse()
          isBetter = true
        }
      }
    }
    return round
  }

  private static func distance(_ a: GroundPoint, _ b: GroundPoint) -> Double {
    hypot(a.east - b.east, a.north - b.north)
  }
}
