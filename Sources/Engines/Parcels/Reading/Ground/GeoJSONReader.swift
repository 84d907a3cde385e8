import Foundation
import Imagery
import Review
import Tables

/// Reads the polygons of a GeoJSON file, plain or compressed by gzip, feature by feature.
struct GeoJSONReader {
  /// The most corners of a feature.
  static let cornerLimit = 200_000
  /// The most features of a file.
  static let featureLimit = 3_000_000

  /// A polygon with its properties.
  struct Feature {
    var properties: [String: JSONValue]
    var shape: GroundShape
    var line: Int

    /// The first property of these names that is not empty, whatever their case.
    func text(_ names: [String]) -> String {
      for name in names {
        for (key, value) in properties where key.caseInsensitiveCompare(name) == .orderedSame {
          if !value.text.isEmpty { return value.text }
        }
      }
      return ""
    }
  }

  /// Gives each polygon to a body; what is no polygon is refused.
  ///
  /// - Throws: `TableError` when the file cannot be read at all.
  static func forEach(
    _ url: URL, refused: @escaping (Refusal) -> Void, _ body: (Feature) throws -> Void
  ) throws {
    let file: any ByteSource = try GzipSource.isCompressed(url) ? GzipSource(url) : FileSource(url)
    let reader = try JSONRecordReader(FeatureSource(file), refused: refused)
    var count = 0
    while let record = try reader.next(), count < featureLimit {
      count += 1
      guard let shape = shape(record.value["geometry"]) else {
        reader.refuse(
          record, found: record.value["geometry"]?["type"]?.text ?? "?",
          expected: LocalizedText(
            fr: "un polygone en longitude et latitude, ou en Lambert-93",
            en: "a polygon in longitude and latitude, or in Lambert-93"))
        continue
      }
      guard case .object(let properties) = record.value["properties"] ?? .object([:]) else {
        continue
      }
      try body(Feature(properties: properties, shape: shape, line: record.line))
    }
  }

  private static func shape(_ geometry: JSONValue?) -> GroundShape? {
    guard let geometry, case .array(let coordinates) = geometry["coordinates"] ?? .null else {
      return nil
    }
    var rings: [[GroundPoint]] = []
    switch geometry["type"]?.text {
    case "Polygon": rings = coordinates.compactMap(ring)
    case "MultiPolygon": rings = coordinates.flatMap { $0.elements.compactMap(ring) }
    default: return nil
    }
    guard !rings.isEmpty, rings.reduce(0, { $0 + $1.count }) <= cornerLimit else { return nil }
    return GroundShape(rings: rings)
  }

  private static func ring(_ value: JSONValue) -> [GroundPoint]? {
    let points = value.elements.compactMap(point)
    guard points.count >= 3, points.count == value.elements.count else { return nil }
    return points.first == points.last && points.count > 3 ? Array(points.dropLast()) : points
  }

  /// Degrees are told from metres by their size: nothing in France has a Lambert-93 below 180.
  private static func point(_ value: JSONValue) -> GroundPoint? {
    guard case .array(let pair) = value, pair.count >= 2, case .number(let x) = pair[0],
      case .number(let y) = pair[1]
    else { return nil }
    if abs(x) <= 180, abs(y) <= 90 {
      return Coordinate(latitude: y, longitude: x).map { Lambert93.point($0) }
    }
    let point = GroundPoint(east: x, north: y)
    return Lambert93.coordinate(point) == nil ? nil : point
  }
}
