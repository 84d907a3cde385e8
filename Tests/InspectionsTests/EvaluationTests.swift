import Foundation
import Learning
import Review
import Testing

@testable import Inspections

@Suite struct EvaluationTests {
  private func table(_ rows: [Control], labelled: Bool) -> String {
    var text = "id,when,site,size,kind,lat,lon,who" + (labelled ? ",bad" : "") + "\n"
    for row in rows {
      text +=
        "\(row.id),\(row.date.iso),\(row.site),\(row.numeric[0]),\(row.categories[0]),"
        + "\(row.location?.latitude ?? 0),\(row.location?.longitude ?? 0),\(row.agent)"
      text += labelled ? ",\(row.isBad == true ? 1 : 0)\n" : "\n"
    }
    return text
  }

  private static let map =
    "id: id\ndate: when\nsite: site\nlabel: bad\nagent: who\nlatitude: lat\nlongitude: lon\n"
    + "numeric: [size]\ncategorical: [kind]\n"

  private func run(_ request: EvaluationRequest) throws -> EvaluationReport {
    try InspectionsEngine().evaluate(request, observer: Listener())
  }

  @Test func outcomesAreMeasuredAndPredictedWithoutLabels() throws {
    let scratch = try Scratch()
    let rows = MadeControls.controls(900)
    let train = try scratch.file("train.csv", table(Array(rows.prefix(700)), labelled: true))
    let test = try scratch.file("test.csv", table(Array(rows.suffix(200)), labelled: true))
    let blind = try scratch.file("blind.csv", table(Array(rows.suffix(200)), labelled: false))
    let map = try scratch.file("map.yaml", Self.map).path
    let first = scratch.folder.appendingPathComponent("first.tsv")
    let second = scratch.folder.appendingPathComponent("second.tsv")
    let report = try run(
      EvaluationRequest(
        task: "outcomes", train: [train], test: [test], options: ["map": [map]],
        predictions: first))
    #expect(report.testCount == 200 && report.labelledCount == 200)
    let names = report.figures.map(\.name)
    #expect(names.contains("AUC") && names.contains("AUC −agent") && names.contains("days"))
    #expect(names.contains("AUC in list"))
    #expect(report.figures.first { $0.name == "AUC" }?.value ?? 0 > 0.6)
    let blindReport = try run(
      EvaluationRequest(
        task: "outcomes", train: [train], test: [blind], options: ["map": [map]],
        predictions: second))
    #expect(blindReport.figures.isEmpty && blindReport.labelledCount == 0)
    let text = try String(contentsOf: first, encoding: .utf8)
    let blindText = try String(contentsOf: second, encoding: .utf8)
    #expect(text == blindText)
    #expect(text.hasPrefix("id\tscore\tscore_without_agent\n"))
    #expect(text.split(separator: "\n").count == 201)
  }

  @Test func withoutATestFileTimeIsChained() throws {
    let scratch = try Scratch()
    let train = try scratch.file("t.csv", table(MadeControls.controls(800), labelled: true))
    let map = try scratch.file("map.yaml", Self.map).path
    let report = try run(
      EvaluationRequest(task: "outcomes", train: [train], test: [], options: ["map": [map]]))
    #expect(report.testCount > 100 && report.testCount < 130)
    #expect(throws: EngineError.self) {
      try run(EvaluationRequest(task: "outcomes", train: [train], test: []))
    }
  }

  private func water(_ from: String, _ to: String, blank: Bool = false) -> String {
    var text = "code_station,date_prelevement,code_parametre,resultat,symbole_unite\n"
    for series in WaterTests.series(years: 10) {
      for point in series.points where point.day >= day(from) && point.day < day(to) {
        text +=
          "\(series.station),\(point.date.iso),1340,\(blank ? "" : String(point.value)),mg(NO3)/L\n"
      }
    }
    return text
  }

  @Test func exceedancesAreMeasuredAndPredictedWithoutResults() throws {
    let scratch = try Scratch()
    let train = try scratch.file("a.csv", water("2012-01-01", "2020-01-01"))
    let test = try scratch.file("b.csv", water("2020-01-01", "2023-01-01"))
    let blind = try scratch.file("c.csv", water("2020-01-01", "2023-01-01", blank: true))
    let stations = try scratch.file(
      "s.csv",
      "code_station,latitude,longitude\n06000001,47.2,4.9\n06000002,47.23,4.9\n06000003,47.26,4.9\n"
    ).path
    let options = [
      "stations": [stations], "parameter": ["1340"], "threshold": ["25"], "from": ["2020-01-01"],
    ]
    let out = scratch.folder.appendingPathComponent("out.tsv")
    let report = try run(
      EvaluationRequest(
        task: "exceedance", train: [train], test: [test], options: options, predictions: out))
    #expect(report.figures.first { $0.name == "AUC" }?.value ?? 0 > 0.9)
    #expect(report.figures.contains { $0.name == "AP onset" })
    let text = try String(contentsOf: out, encoding: .utf8)
    #expect(text.hasPrefix("code_station\tdate_prelevement\tscore\n06000001\t2020-"))
    #expect(text.split(separator: "\n").count == report.testCount + 1)
    let unseen = try run(
      EvaluationRequest(
        task: "exceedance", train: [train], test: [blind], options: options, predictions: out))
    #expect(unseen.testCount == report.testCount && unseen.labelledCount == 0)
  }

  @Test func badOptionsAreRefused() throws {
    let scratch = try Scratch()
    let train = try scratch.file("a.csv", water("2012-01-01", "2020-01-01"))
    for options in [["from": ["hier"]], ["parameter": ["1302"]], ["from": ["2012-02-01"]]] {
      #expect(throws: EngineError.self) {
        try run(EvaluationRequest(task: "exceedance", train: [train], test: [], options: options))
      }
    }
  }

  @Test func daysGainedAreThoseOfTheSimulation() {
    // Three visits on days 0, 10, 20; the positive of day 20 comes first: 20 days gained.
    #expect(Figures.daysEarlier([0.1, 0.2, 0.9], [false, false, true], [0, 10, 20]) == 20)
    #expect(Figures.daysEarlier([0.9, 0.2, 0.1], [false, false, true], [0, 10, 20]) == 0)
    #expect(Figures.daysEarlier([0.5], [false], [0]) == nil)
    #expect(Figures.firstHalf([0.9, 0.8, 0.1, 0.2], [true, false, true, false]) == 0.5)
    #expect(
      Figures.insideAgents(
        [0.9, 0.1, 0.2, 0.8], [true, false, true, false], ["a", "a", "b", "b"]) == 0.5)
    #expect(Figures.insideAgents([0.9, 0.1], [true, false], ["", ""]) == nil)
  }
}
