import Foundation
import Learning
import Review
import Testing

@testable import Inspections

@Suite struct OutcomeFeaturesTests {
  /// The heart of the matter: nothing of a row's own day or later reaches its features.
  @Test func noFeatureChangesWhenLaterRowsAreAdded() throws {
    let all = MadeControls.controls(400)
    let spec = MadeControls.spec(all)
    for place in [40, 150, 399] {
      let row = all[place].withoutOutcome
      let before = all.filter { $0.day < row.day }
      let alone = try OutcomeFeatures.matrix([row], history: before, spec: spec)
      let among = try OutcomeFeatures.matrix([row], history: all, spec: spec)
      #expect(bits(alone.row(0)) == bits(among.row(0)))
    }
  }

  @Test func theOutcomesOfTheSameDayAreNotSeen() throws {
    var rows = MadeControls.controls(200)
    let spec = MadeControls.spec(rows)
    for index in rows.indices { rows[index].day = day("2020-05-05") }
    let features = try OutcomeFeatures.matrix(rows, history: rows, spec: spec)
    let column = try #require(spec.columns.firstIndex { $0.name == "site controls" })
    #expect((0..<features.rowCount).allSatisfy { features[$0, column] == 0 })
  }

  @Test func aSitesRecordIsCounted() throws {
    var first = Control(id: "1", day: day("2020-01-01"), site: "A")
    first.level = .failing
    var second = Control(id: "2", day: day("2021-01-01"), site: "A")
    second.level = .compliant
    let spec = MadeControls.spec([first, second])
    let asked = Control(id: "3", day: day("2021-03-01"), site: "A")
    let features = try OutcomeFeatures.matrix([asked], history: [first, second], spec: spec)
    func value(_ name: String) -> Float {
      features[0, spec.columns.firstIndex { $0.name == name } ?? 0]
    }
    #expect(value("site controls") == 2)
    #expect(value("last outcome") == 0)
    #expect(value("days since") == 59)
    #expect(value("site rate 2 years") > 0.15)
    #expect(value("latitude").isNaN)
  }

  @Test func neighboursCountByDistanceAndTheirOwnSiteDoesNot() throws {
    func control(_ site: String, _ iso: String, _ latitude: Double, bad: Bool) -> Control {
      var control = Control(id: site, day: day(iso), site: site)
      control.location = Coordinate(latitude: latitude, longitude: 4)
      control.level = bad ? .failing : .compliant
      return control
    }
    let history = [
      control("A", "2020-01-01", 47, bad: true), control("B", "2020-01-02", 47.001, bad: true),
      control("C", "2020-01-03", 47.9, bad: false),
    ]
    let spec = MadeControls.spec(history)
    let asked = control("A", "2020-01-20", 47, bad: false).withoutOutcome
    let features = try OutcomeFeatures.matrix([asked], history: history, spec: spec)
    let column = try #require(
      spec.columns.firstIndex { $0.name == "near, 3 months: weight" })
    #expect(abs(features[0, column] - 1) < 0.02)
  }

  @Test func theListOfColumnsMatchesTheValues() throws {
    let rows = MadeControls.controls(300)
    let spec = MadeControls.spec(rows)
    let features = try OutcomeFeatures.matrix(rows, history: rows, spec: spec)
    #expect(features.columnCount == spec.columns.count)
    #expect(features.rowCount == 300)
    #expect(Set(spec.columns.map(\.name)).count == spec.columns.count)
    // The more frequent level comes first: which one it is depends on the sites drawn.
    let levels: [Set<String>] = spec.levels.map { Set($0) }
    let wanted: [Set<String>] = [["élevage", "industrie"]]
    #expect(levels == wanted)
  }

  private func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }
}
