import Foundation
import Imagery
import Review

/// GeoJSON, for the services' own maps: in WGS84 (RFC 7946), or in Lambert-93 for tools that draw in
/// metres.
enum GeoJSONExport {
  /// What coordinates are written in.
  enum Frame {
    /// Longitude and latitude in degrees.
    case wgs84
    /// Metres of EPSG:2154, named in the file.
    case lambert93
  }

  private struct Collection: Encodable {
    var type = "FeatureCollection"
    var crs: Reference?
    var features: [Feature]
  }

  private struct Reference: Encodable {
    var type = "name"
    var properties = ["name": "urn:ogc:def:crs:EPSG::2154"]
  }

  private struct Feature: Encodable {
    var type = "Feature"
    var properties: Properties
    var geometry: Geometry
  }

  private struct Properties: Encodable {
    var id: String
    var type: String
    var score: Double
    var priority: Double
    var before: String
    var after: String
    var commune: String
    var parcel: String
    var zones: String
    var area: Double
    var validation: String
  }

  private struct Geometry: Encodable {
    var type = "Polygon"
    var coordinates: [[[Double]]]
  }

  static func data(
    _ request: ExportRequest, records: any RecordSource, frame: Frame
  ) throws -> Data {
    var features: [Feature] = []
    try CandidateTable.forEach(request.query, records) { suggestion, candidate in
      guard let ring = ring(candidate.outline, frame) else { return true }
      let statuses = AigleStatuses(try records.detail(suggestion.id))
      features.append(
        Feature(
          properties: properties(suggestion, candidate, statuses),
          geometry: Geometry(coordinates: [ring])))
      return true
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(
      Collection(crs: frame == .lambert93 ? Reference() : nil, features: features))
  }

  private static func properties(
    _ suggestion: Suggestion, _ candidate: Candidate, _ statuses: AigleStatuses
  ) -> Properties {
    func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    return Properties(
      id: suggestion.id, type: statuses.type ?? CandidateTable.facet("type", suggestion),
      score: rounded(suggestion.score.value), priority: rounded(suggestion.priority),
      before: candidate.beforeDate.iso, after: candidate.afterDate.iso,
      commune: candidate.commune, parcel: candidate.shares.first?.parcel ?? "",
      zones: candidate.zones.map(\.category).joined(separator: ", "),
      area: candidate.area.rounded(), validation: statuses.validation)
  }

  /// The closed ring, anticlockwise as RFC 7946 wants it; `nil` for what encloses nothing.
  static func ring(_ outline: [GroundPoint], _ frame: Frame) -> [[Double]]? {
    guard outline.count >= 3 else { return nil }
    var turning = 0.0
    for (one, next) in zip(outline, outline.dropFirst() + outline.prefix(1)) {
      turning += (next.east - one.east) * (next.north + one.north)
    }
    let ordered = turning > 0 ? outline.reversed() : outline
    var ring: [[Double]] = []
    for point in ordered + ordered.prefix(1) {
      switch frame {
      case .lambert93:
        ring.append([point.east, point.north].map { ($0 * 100).rounded() / 100 })
      case .wgs84:
        guard let place = Lambert93.coordinate(point) else { return nil }
        // Seven decimals are a centimetre.
        ring.append([place.longitude, place.latitude].map { ($0 * 1e7).rounded() / 1e7 })
      }
    }
    return ring
  }
}
