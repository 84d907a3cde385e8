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

  /// Rows of the day itself or later, made to disturb whatever they can reach: the site, its group,
  /// its category, its theme, its neighbours, all non-compliant.
  @Test(arguments: [(0, true), (1, true), (400, true), (-1, false), (-40, false)])
  func onlyEarlierRowsDisturb(_ shift: Int32, _ isUnseen: Bool) throws {
    let all = MadeControls.controls(300)
    let spec = MadeControls.spec(all)
    let row = all[200].withoutOutcome
    let before = all.filter { $0.day < row.day }
    var intruders: [Control] = []
    for number in 0..<20 {
      var intruder = all[200]
      intruder.id = "intruder \(number)"
      intruder.day = row.day + shift
      intruder.level = .offence
      intruder.severities = [8]
      intruder.codes = ["K0", "K1"]
      if number.isMultiple(of: 2) {
        intruder.site = "N\(number)"
        intruder.location = row.location.flatMap {
          Coordinate(latitude: $0.latitude + 0.002, longitude: $0.longitude)
        }
      }
      intruders.append(intruder)
    }
    let alone = try OutcomeFeatures.matrix([row], history: before, spec: spec).row(0)
    let among = try OutcomeFeatures.matrix([row], history: before + intruders, spec: spec).row(0)
    let touched = zip(alone, among).count { $0.bitPattern != $1.bitPattern }
    // The same rows a day earlier move most of what is known of the past: the test can fail.
    #expect(isUnseen ? touched == 0 : touched > 20, "\(touched) columns")
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

  @Test(arguments: [
    (99, 40), (100, 100), (101, 100), (159, 100), (160, 160), (40, 40), (39, -20), (-21, -80),
  ])
  func blocksBeginAtTheirAnchor(_ day: Int32, _ start: Int32) {
    #expect(PlanBlocks(anchor: 100).start(of: day) == start)
    #expect(PlanBlocks(anchor: 100, length: 1).start(of: day) == day)
  }

  /// Within a block nothing is known of what the block finds; before it, all is.
  @Test func aPlanDoesNotKnowWhatItsFirstVisitsFind() throws {
    let all = MadeControls.controls(300)
    let spec = MadeControls.spec(all)
    let blocks = PlanBlocks(endingWith: all)
    let matrix = try OutcomeFeatures.matrix(all, history: all, spec: spec, blocks: blocks)
    for place in [60, 150, 299] {
      let start = blocks.start(of: all[place].day)
      #expect(all[place].day - start < PlanBlocks.usual && all[place].day >= start)
      let known = all.filter { $0.day < start }
      let alone = try OutcomeFeatures.matrix([all[place]], history: known, spec: spec)
      #expect(bits(alone.row(0)) == bits(matrix.row(place)))
    }
  }

  /// A mapping edited after the training: columns are found by their names, not by their places.
  @Test func columnsAreAlignedByName() throws {
    let rows = MadeControls.controls(120)
    let spec = MadeControls.spec(rows)
    let columns = ControlColumns(
      numeric: ["new", "size"], rising: [], categories: ["kind"], severities: [],
      groups: ["place", "operator"])
    let moved = rows.map { row in
      var row = row
      row.numeric = [-1, row.numeric[0]]
      row.groups = ["elsewhere", row.groups[0]]
      row.severities = []
      return row
    }
    let alignment = ColumnAlignment(columns, to: spec)
    #expect(!alignment.isIdentity)
    for (row, other) in zip(rows, moved.map { alignment.row($0) }) {
      #expect(other.numeric == row.numeric && other.groups == row.groups)
      #expect(other.severities.count == 1 && other.severities[0].isNaN)
    }
    let same = ColumnAlignment(
      ControlColumns(
        numeric: ["size"], rising: [], categories: ["kind"], severities: ["findings"],
        groups: ["operator"]), to: spec)
    #expect(same.isIdentity && same.row(rows[3]) == rows[3])
  }

  private func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }
}
