import Foundation
import Review
import Testing

@testable import Imagery

@Suite("Places on the ground")
struct GroundTests {
  /// Coordinates given by the projection's own definition (NTG 71): its origin and axis.
  @Test("the origin of the projection")
  func origin() throws {
    let place = try #require(Coordinate(latitude: 46.5, longitude: 3))
    let point = Lambert93.point(place)
    #expect(abs(point.east - 700_000) < 1e-6)
    #expect(abs(point.north - 6_600_000) < 1e-6)
  }

  @Test(
    "there and back",
    arguments: [(43.34, 3.21), (43.9, 4.2), (48.86, 2.35), (42.5, 9.1), (50.9, 1.8)])
  func inverse(_ latitude: Double, _ longitude: Double) throws {
    let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
    let back = try #require(Lambert93.coordinate(Lambert93.point(place)))
    #expect(abs(back.latitude - latitude) < 1e-10)
    #expect(abs(back.longitude - longitude) < 1e-10)
  }

  @Test("points far outside France are refused")
  func outside() {
    #expect(Lambert93.coordinate(GroundPoint(east: 5e6, north: 6.6e6)) == nil)
    #expect(Lambert93.coordinate(GroundPoint(east: .nan, north: 6.6e6)) == nil)
  }

  @Test("the published centres of fifteen tiles, to their rounding")
  func published() throws {
    guard let folder = SharedData.parcels else { return SharedData.skipped("lambert93_check.csv") }
    let text = try String(
      contentsOf: folder.appendingPathComponent("lambert93_check.csv"), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 15)
    for row in rows {
      let fields = row.split(separator: ",").map { String($0) }
      let latitude = try #require(Double(fields[3]))
      let longitude = try #require(Double(fields[4]))
      let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
      let point = Lambert93.point(place)
      #expect(abs(point.east - (Double(fields[1]) ?? 0)) < 0.07)
      #expect(abs(point.north - (Double(fields[2]) ?? 0)) < 0.07)
    }
  }

  @Test("a world file names the centre of its first pixel")
  func centre() throws {
    let world = try WorldFile("0.2\n0.0\n0,0\n-0.2\n945921.7\n6802644.7\n", file: "a.pgw")
    #expect(world.ground(x: 0, y: 0) == GroundPoint(east: 945921.6, north: 6802644.8))
    let pixel = world.pixel(GroundPoint(east: 945921.7, north: 6802644.7))
    #expect(abs(pixel.x - 0.5) < 1e-6 && abs(pixel.y - 0.5) < 1e-6)
    let cut = world.shifted(x: 10, y: 5)
    #expect(abs(cut.origin.east - 945923.7) < 1e-6 && abs(cut.origin.north - 6802643.7) < 1e-6)
    #expect(try WorldFile(world.text, file: "b.pgw") == world)
  }

  @Test(
    "world files that are no use are refused with the line",
    arguments: [
      ("0.2\n0\n0\n-0.2\n1\n", nil), ("x\n0\n0\n-0.2\n1\n2", 1), ("0.2\n0.1\n0\n-0.2\n1\n2", 2),
      ("0.2\n0\n0.1\n-0.2\n1\n2", 3), ("0.2\n0\n0\n0.2\n1\n2", 4), ("0\n0\n0\n-0.2\n1\n2", 1),
      ("0.2\n0\n0\n-0.2\nnan\n2", 5), ("", nil), ("0.2\n0\n0\n-0.2\n1e300\n2", 5),
    ] as [(String, Int?)])
  func refused(_ text: String, _ line: Int?) {
    let error = #expect(throws: WorldFileError.self) { try WorldFile(text, file: "a.pgw") }
    #expect(error?.refusal.line == line)
    #expect(error?.refusal.file == "a.pgw")
  }
}
