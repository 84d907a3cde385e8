import Foundation
import Review

/// GeoJSON in Lambert-93, for the services' own maps.
enum Lambert93Export {
  private struct Collection: Encodable {
    var type = "FeatureCollection"
    var crs = Reference()
    var features: [Feature]
  }

  private struct Reference: Encodable {
    var type = "name"
    var properties = ["name": "urn:ogc:def:crs:EPSG::2154"]
  }

  private struct Feature: Encodable {
    var type = "Feature"
    var properties: [String: String]
    var geometry: Geometry
  }

  private struct Geometry: Encodable {
    var type = "Polygon"
    var coordinates: [[[Double]]]
  }

  static func data(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    var features: [Feature] = []
    try CandidateTable.forEach(request.query, records) { suggestion, candidate in
      guard candidate.outline.count >= 3, let first = candidate.outline.first else { return true }
      let ring = (candidate.outline + [first]).map {
        [($0.east * 100).rounded() / 100, ($0.north * 100).rounded() / 100]
      }
      features.append(
        Feature(
          properties: [
            "id": suggestion.id, "type": CandidateTable.facet("type", suggestion),
            "score": String(format: "%.3f", suggestion.score.value),
            "priority": String(format: "%.3f", suggestion.priority),
            "before": candidate.beforeDate.iso, "after": candidate.afterDate.iso,
            "commune": candidate.commune,
          ], geometry: Geometry(coordinates: [ring])))
      return true
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(Collection(features: features))
  }
}
