import Foundation
import Imagery
import Review
import Testing

@testable import Parcels

@Suite("Parcels and zones")
struct GroundReadingTests {
  private func shapes(_ name: String, _ content: Data) throws -> (
    [GeoJSONReader.Feature], [Refusal]
  ) {
    let folder = try TemporaryFolder()
    let file = try folder.write(name, content)
    var features: [GeoJSONReader.Feature] = []
    var refusals: [Refusal] = []
    try GeoJSONReader.forEach(file, refused: { refusals.append($0) }, { features.append($0) })
    return (features, refusals)
  }

  private static let parcel = """
    {"type":"Feature","properties":{"commune":"34332","prefixe":"000","section":"AB","numero":"439"},
    "geometry":{"type":"Polygon","coordinates":[[[3.30,43.30],[3.31,43.30],[3.31,43.31],[3.30,43.30]]]}}
    """

  @Test("a collection is read feature by feature, whatever stands before its list")
  func collection() throws {
    let text = """
      {"type":"FeatureCollection","name":"x [y] \\"features\\"-less","features":[\(Self.parcel),\(Self.parcel)]}
      """
    let (features, refusals) = try shapes("a.geojson", Data(text.utf8))
    #expect(features.count == 2 && refusals.isEmpty)
    #expect(features[0].text(["SECTION"]) == "AB")
    #expect(features[0].shape.rings[0].count == 3)
    #expect(abs(features[0].shape.rings[0][0].east - 724_300) < 2000)
  }

  @Test("gzip is seen by its first bytes")
  func compressed() throws {
    // `printf '[]' | gzip -n`: an empty list.
    let bytes: [UInt8] = [
      0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x8b, 0x8e, 0x05, 0, 0x29, 0xbb, 0x4c, 0x0d, 0x02,
      0, 0, 0,
    ]
    let (features, _) = try shapes("a.json.gz", Data(bytes))
    #expect(features.isEmpty)
  }

  @Test("holes and several parts are kept; other shapes are refused with their line")
  func geometries() throws {
    let multi = """
      {"type":"FeatureCollection","features":[
      {"properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[728000,6246000],[728100,6246000],[728100,6246100]],[[728010,6246005],[728020,6246005],[728020,6246010]]]]}},
      {"properties":{},"geometry":{"type":"Point","coordinates":[3.3,43.3]}},
      {"properties":{},"geometry":null},
      {"properties":{},"geometry":{"type":"Polygon","coordinates":[[[1e9,1e9],[1e9,2e9],[2e9,2e9]]]}}
      ]}
      """
    let (features, refusals) = try shapes("a.geojson", Data(multi.utf8))
    #expect(features.count == 1 && features[0].shape.rings.count == 2)
    #expect(refusals.map(\.line) == [3, 4, 5])
    let shape = features[0].shape
    #expect(shape.contains(GroundPoint(east: 728_090, north: 6_246_050)))
    #expect(!shape.contains(GroundPoint(east: 728_017, north: 6_246_006)))
  }

  @Test("a shapefile with its table", arguments: [true, false])
  func shapefile(_ hasTable: Bool) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("znieff1.shp", ShapefileFixture.polygon)
    if hasTable { try folder.write("znieff1.dbf", ShapefileFixture.table) }
    var found: [([String: String], GroundShape)] = []
    try ShapefileReader.forEach(file, refused: { _ in }, { found.append(($0, $1)) })
    #expect(found.count == 1)
    #expect(found.first?.0["SITENAME"] == (hasTable ? "Étang" : nil))
    #expect(found.first?.1.rings == [ShapefileFixture.ring])
  }

  @Test("hostile shapefiles are refused, whole ones before a cut are kept")
  func hostileShapefile() throws {
    let folder = try TemporaryFolder()
    let good = ShapefileFixture.polygon
    var wild = good
    // A number of points that the record cannot hold.
    wild.replaceSubrange(148..<152, with: [0xFF, 0xFF, 0xFF, 0x7F])
    for bytes in [Data(), Data(good.prefix(60)), Data(repeating: 0, count: 400)] {
      let file = try folder.write("x.shp", bytes)
      #expect(throws: PairError.self) {
        try ShapefileReader.forEach(file, refused: { _ in }, { _, _ in })
      }
    }
    for bytes in [Data(good.prefix(150)), wild] {
      let file = try folder.write("x.shp", bytes)
      var refusals = 0
      try ShapefileReader.forEach(
        file, refused: { _ in refusals += 1 }, { _, _ in Issue.record("no shape is whole") })
      #expect(refusals == 1)
    }
  }

  @Test(
    "categories by property, by file name, and unknown ones",
    arguments: [
      ("ZNIEFF de type I ", "x.shp", "ZNIEFF I"), ("", "natura2000.shp", "Natura 2000"),
      ("PPRi zone rouge", "a", "PPRi rouge"), ("", "apb-appb.geojson", "APPB"),
      ("Lande", "a.shp", "Lande"), ("", "a.shp", "Autre zone"), ("ZNIEFF type 2", "a", "ZNIEFF II"),
    ])
  func category(_ text: String, _ file: String, _ wanted: String) {
    #expect(PropertyMapping.category(text, file: file) == wanted)
  }

  @Test("a table may name other properties")
  func mapping() {
    let mapping = PropertyMapping([
      KnowledgeRow(key: "BLABLA", values: ["property": "BLABLA", "field": "nom"]),
      KnowledgeRow(key: "x", values: ["property": "x", "field": "unknown"]),
    ])
    #expect(mapping.text("nom") { ["BLABLA": "a", "NOM": "b"][$0] ?? "" } == "a")
    #expect(PropertyMapping().text("nom") { ["NOM": "b"][$0] ?? "" } == "b")
  }
}

/// A shapefile of one polygon, byte by byte.
enum ShapefileFixture {
  static let ring = [(728_000.0, 6_246_000.0), (728_100, 6_246_000), (728_100, 6_246_100)].map {
    GroundPoint(east: $0.0, north: $0.1)
  }

  private static func big(_ value: Int32) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }
  private static func little(_ value: Int32) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
  private static func double(_ value: Double) -> [UInt8] {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
  }

  static let polygon: Data = {
    let points = ring + [ring[0]]
    var content = little(5)
    for value in [728_000, 6_246_000, 728_100, 6_246_100.0] { content += double(value) }
    content += little(1) + little(Int32(points.count)) + little(0)
    for point in points { content += double(point.east) + double(point.north) }
    var header = big(9994) + [UInt8](repeating: 0, count: 20)
    header += big(Int32((100 + 8 + content.count) / 2)) + little(1000) + little(5)
    header += [UInt8](repeating: 0, count: 64)
    return Data(header + big(1) + big(Int32(content.count / 2)) + content)
  }()

  static let table: Data = {
    var header: [UInt8] = [3, 126, 1, 1] + little(1)
    let length = UInt16(32 + 32 + 1)
    header += [UInt8(length & 255), UInt8(length >> 8), 11, 0]
    header += [UInt8](repeating: 0, count: 20)
    header += Array("SITENAME".utf8) + [0, 0, 0] + Array("C".utf8)
    header += [0, 0, 0, 0, 10, 0] + [UInt8](repeating: 0, count: 14) + [0x0D]
    // Latin-1, as most are.
    return Data(header + [0x20, 0xC9] + Array("tang     ".utf8) + [0x1A])
  }()
}
