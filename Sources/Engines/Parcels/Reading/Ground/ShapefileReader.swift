import Foundation
import Imagery
import Review

/// Reads the polygons of an ESRI shapefile (`.shp`) with the properties of its table (`.dbf`).
///
/// Source: "ESRI Shapefile Technical Description", 1998; only polygons are read (types 5, 15, 25).
enum ShapefileReader {
  /// The most bytes of a file.
  static let sizeLimit = 1 << 30

  /// Gives each polygon to a body; broken ones are refused.
  ///
  /// - Throws: `PairError.refused` when the file is no shapefile.
  static func forEach(
    _ url: URL, refused: (Refusal) -> Void,
    _ body: (_ properties: [String: String], _ shape: GroundShape) throws -> Void
  ) throws {
    let name = url.lastPathComponent
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe), data.count <= sizeLimit,
      data.count >= 100, data.big(0) == 9994, data.little(28) == 1000
    else {
      throw PairError.refused(
        Refusal(
          file: name, line: nil, found: name,
          expected: LocalizedText(fr: "un fichier SHP de polygones", en: "a SHP file of polygons")))
    }
    let table = DBFTable(url.deletingPathExtension().appendingPathExtension("dbf"))
    var place = 100
    var number = 0
    while place + 8 <= data.count {
      let words = data.big(place + 4)
      let length = words * 2
      number += 1
      guard words >= 2, place + 8 + length <= data.count else {
        refused(
          Refusal(
            file: name, line: number, found: "\(length)",
            expected: LocalizedText(
              fr: "un enregistrement entier (fichier tronqué)",
              en: "a whole record (truncated file)")))
        return
      }
      if let shape = polygon(data, at: place + 8, length: length) {
        try body(table?.row(number - 1) ?? [:], shape)
      } else if data.little(place + 8) != 0 {
        refused(
          Refusal(
            file: name, line: number, found: "type \(data.little(place + 8))",
            expected: LocalizedText(
              fr: "un polygone en Lambert-93", en: "a polygon in Lambert-93")))
      }
      place += 8 + length
    }
  }

  private static func polygon(_ data: Data, at start: Int, length: Int) -> GroundShape? {
    guard [5, 15, 25].contains(data.little(start)), length >= 44 else { return nil }
    let parts = data.little(start + 36)
    let points = data.little(start + 40)
    guard (1...100_000).contains(parts), (3...GeoJSONReader.cornerLimit).contains(points),
      44 + parts * 4 + points * 16 <= length
    else { return nil }
    var starts = (0..<parts).map { data.little(start + 44 + $0 * 4) }
    starts.append(points)
    let base = start + 44 + parts * 4
    var rings: [[GroundPoint]] = []
    for part in 0..<parts {
      guard starts[part] >= 0, starts[part] < starts[part + 1], starts[part + 1] <= points else {
        return nil
      }
      let ring = (starts[part]..<starts[part + 1]).compactMap { index -> GroundPoint? in
        point(data.double(base + index * 16), data.double(base + index * 16 + 8))
      }
      guard ring.count == starts[part + 1] - starts[part] else { return nil }
      rings.append(ring.first == ring.last && ring.count > 3 ? Array(ring.dropLast()) : ring)
    }
    return GroundShape(rings: rings)
  }

  private static func point(_ x: Double, _ y: Double) -> GroundPoint? {
    if abs(x) <= 180, abs(y) <= 90 {
      return Coordinate(latitude: y, longitude: x).map { Lambert93.point($0) }
    }
    let point = GroundPoint(east: x, north: y)
    return Lambert93.coordinate(point) == nil ? nil : point
  }
}

extension Data {
  /// Four bytes, the most significant first.
  func big(_ place: Int) -> Int {
    Int(
      Int32(
        bitPattern: (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(self[startIndex + place + $1]) }))
  }

  /// Four bytes, the least significant first.
  func little(_ place: Int) -> Int {
    Int(
      Int32(
        bitPattern: (0..<4).reduce(UInt32(0)) {
          $0 | UInt32(self[startIndex + place + $1]) << (8 * UInt32($1))
        }))
  }

  /// Eight bytes as a number, the least significant first.
  func double(_ place: Int) -> Double {
    Double(
      bitPattern: (0..<8).reduce(UInt64(0)) {
        $0 | UInt64(self[startIndex + place + $1]) << (8 * UInt64($1))
      })
  }
}
