import Foundation
import Imagery
import Review
import ReviewStore
import Testing

@testable import Parcels

@Suite("Exports of parcels")
struct ExportTests {
  private static let now = Timestamp(milliseconds: 1_795_651_200_000)

  private static func request(_ format: String) -> ExportRequest {
    ExportRequest(
      format: format, query: SuggestionQuery(project: .parcels),
      circumstances: AnalysisRequest(today: now.day, now: now, model: nil, pseudonymSalt: "salt"),
      language: .french)
  }

  /// A store with some candidates and their suggestions.
  private static func store(_ candidates: [Candidate]) throws -> MemoryStore {
    let store = MemoryStore(agent: "marie")
    let judge = try RegionJudge(nil, shipped: ShippedModel.current)
    let composer = SuggestionComposer(
      judge: judge, weights: PriorityWeights([:]),
      request: AnalysisRequest(today: now.day, now: now, model: nil, pseudonymSalt: "salt"))
    let encoder = JSONEncoder()
    try store.save(
      records: candidates.map {
        SourceRecord(
          project: .parcels, kind: Candidate.kind, key: $0.key, content: try encoder.encode($0))
      })
    try store.save(suggestions: candidates.map { composer.suggestion($0) })
    return store
  }

  private static func text(_ format: String, _ candidates: [Candidate]) throws -> String {
    String(
      decoding: try ParcelsEngine().export(
        request(format), records: store(candidates).records), as: UTF8.self)
  }

  private static var three: [Candidate] {
    (0..<3).map { number in
      var one = candidate("dunes|2021-06-14|2024-05-13|\(number)|0")
      one.centre = GroundPoint(east: 728_000 + Double(number) * 900, north: 6_246_000)
      one.shares = [.init(parcel: "34332000AB0439", section: "AB", number: "439", share: 0.9)]
      one.zones = [.init(category: "Natura 2000", code: "FR1", name: "Dunes")]
      return one
    }
  }

  @Test("Aigle's rows hold place, parcel, zones and vintages")
  func aigle() throws {
    let lines = try Self.text("aigle", Self.three).split(whereSeparator: \.isNewline)
    #expect(lines.count == 4)
    #expect(lines[0].split(separator: ",").map(String.init) == AigleExport.header)
    #expect(lines[1].contains("AB,439") && lines[1].contains("\"2021, 2024\""))
    #expect(lines[1].contains("Natura 2000") && lines[1].contains("Non vérifié"))
  }

  @Test("a tile drawn at random is no object of an export")
  func tiles() throws {
    var tile = candidate("dunes|2021-06-14|2024-05-13|9|9")
    tile.drawn = 0.2
    tile.measures = []
    #expect(try Self.text("aigle", [tile]).split(whereSeparator: \.isNewline).count == 1)
    #expect(try Self.text("lambert93", [tile]).contains("\"features\":[]"))
  }

  private struct Collection: Decodable {
    struct Feature: Decodable {
      struct Geometry: Decodable { var coordinates: [[[Double]]] }
      struct Properties: Decodable {
        var after: String
        var parcel: String
        var score: Double
        var validation: String
      }
      var geometry: Geometry
      var properties: Properties
    }
    var features: [Feature]
  }

  @Test(
    "rings are closed and anticlockwise, in metres and in degrees",
    arguments: [
      ("lambert93", 700_000...760_000.0, 6_240_000...6_250_000.0, true),
      ("geojson", 3.3...3.4, 43.2...43.4, false),
    ] as [(String, ClosedRange<Double>, ClosedRange<Double>, Bool)])
  func rings(
    format: String, east: ClosedRange<Double>, north: ClosedRange<Double>, isNamed: Bool
  ) throws {
    let text = try Self.text(format, Self.three)
    #expect(text.contains("EPSG::2154") == isNamed)
    let collection = try JSONDecoder().decode(Collection.self, from: Data(text.utf8))
    #expect(collection.features.count == 3)
    for feature in collection.features {
      let ring = try #require(feature.geometry.coordinates.first)
      #expect(ring.first == ring.last && ring.count == 5)
      #expect(ring.allSatisfy { east.contains($0[0]) && north.contains($0[1]) })
      var turning = 0.0
      for (one, next) in zip(ring, ring.dropFirst()) {
        turning += (one[0] - ring[0][0]) * (next[1] - ring[0][1])
        turning -= (next[0] - ring[0][0]) * (one[1] - ring[0][1])
      }
      #expect(turning > 0)
      #expect(feature.properties.after == "2024-05-13")
      #expect(feature.properties.parcel == "34332000AB0439")
      #expect((0...1).contains(feature.properties.score))
      #expect(feature.properties.validation == "Non vérifié")
    }
  }

  @Test("either way round an outline gives one ring; two points give none")
  func turning() {
    let outline = candidate().outline
    let ring = GeoJSONExport.ring(outline, .lambert93)
    let other = GeoJSONExport.ring(outline.reversed(), .lambert93)
    #expect(ring?.count == 5 && Set(ring ?? []) == Set(other ?? []))
    #expect(GeoJSONExport.ring(Array(outline.prefix(2)), .wgs84) == nil)
  }

  @Test("a sheet shows no markup of others")
  func sheet() throws {
    var hostile = candidate()
    hostile.commune = "<script>alert(1)</script>&\"x\""
    let text = try Self.text("sheet", [hostile])
    #expect(!text.contains("<script>") && text.contains("&lt;script&gt;"))
    #expect(text.contains("un agent assermenté constate et conclut"))
  }

  @Test("a round goes to the nearest next and crosses itself nowhere")
  func route() throws {
    func stop(_ east: Double, _ north: Double) -> RouteExport.Stop {
      RouteExport.Stop(
        title: "Caravane | x", place: "Vias",
        point: GroundPoint(east: 728_000 + east, north: 6_246_000 + north), score: 0.5)
    }
    let stops = [stop(0, 0), stop(3000, 0), stop(1000, 0), stop(2000, 0)]
    let order = RouteExport.ordered(stops).map { $0.point.east - 728_000 }
    #expect(order == [0, 1000, 2000, 3000] || order == [3000, 2000, 1000, 0])
    let lines = RouteExport.lines(stops, .french)
    #expect(lines.count == 4 + 4 + 1)
    // A bar in a title must not make a column.
    #expect(lines[4].split(separator: "|").count == 5 && lines[5].contains("1.0 km"))
    #expect(RouteExport.ordered([]).isEmpty)
    #expect(RouteExport.lines([], .english).count == 5)
  }

  @Test("many stops are ordered in no time, and a crossing is undone")
  func manyStops() {
    var stops: [RouteExport.Stop] = []
    for number in 0..<RouteExport.limit {
      let east = Double(number * 7919 % 1000)
      let north = Double(number * 104_729 % 1000)
      let point = GroundPoint(east: east, north: north)
      stops.append(RouteExport.Stop(title: "", place: "", point: point, score: 0))
    }
    func length(_ stops: [RouteExport.Stop]) -> Double {
      var sum = 0.0
      for (one, next) in zip(stops, stops.dropFirst()) {
        sum += hypot(one.point.east - next.point.east, one.point.north - next.point.north)
      }
      return sum
    }
    let round = RouteExport.ordered(stops)
    #expect(round.count == stops.count && length(round) < length(stops) / 4)
  }
}
