import Foundation
import Review
import Testing

@testable import Inspections

@Suite struct StationTests {
  @Test func lambertMatchesDegrees() throws {
    // Stations of Hub'Eau give both.
    let place = try #require(
      ProjectedPlace.place(x: 829_934, y: 6_715_300, projection: "26"))
    #expect(abs(place.longitude - 4.72689) < 0.002)
    #expect(abs(place.latitude - 47.5253) < 0.002)
    #expect(ProjectedPlace.place(x: 4.7, y: 47.5, projection: "26") == nil)
    #expect(ProjectedPlace.place(x: 4.7, y: 47.5, projection: "")?.latitude == 47.5)
  }

  @Test(arguments: [("26", true), ("2154", true), ("RGF93 / Lambert 93", true), ("27", false)])
  func projectionsAreTold(_ projection: String, _ isKnown: Bool) {
    let place = ProjectedPlace.place(x: 829_934, y: 6_715_300, projection: projection)
    #expect((place != nil) == isKnown)
  }

  @Test(arguments: [
    ("3000310", "03000310"), ("F0225103", "F0225103"), ("12", "12"), ("06011000", "06011000"),
  ])
  func zerosComeBack(_ written: String, _ code: String) {
    #expect(StationCode.normal(written) == code)
  }

  @Test func aStationThatMovesIsReportedAndStays() throws {
    let scratch = try Scratch()
    let first = try scratch.file(
      "a.csv", "code_station;libelle_station;latitude;longitude\n06011000;A;47.2;5.4\n")
    let second = try scratch.file(
      "b.csv", "code_station;libelle_station;latitude;longitude\n06011000;A;47.4;5.4\n")
    let sources = try SourceReader(salt: "s").read([first, second], observer: Listener())
    #expect(sources.stations.stations["06011000"]?.location?.latitude == 47.2)
    #expect(sources.remarks.contains { $0.en.contains("22.2 km apart") })
  }

  @Test func realStationsHaveTheSamePlaceInBothProjections() throws {
    guard let url = RealData.file("stations_cote_dor.csv") else {
      print("skipped: ../shared/data/inspections is absent")
      return
    }
    let sources = try SourceReader(salt: "s").read([url], observer: Listener())
    #expect(sources.stations.stations.count == 468)
    #expect(sources.stations.stations.values.allSatisfy { $0.location != nil })
  }
}
