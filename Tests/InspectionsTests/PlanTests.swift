import Foundation
import Review
import ReviewStore
import Session
import Tables
import Testing

@testable import Inspections

/// Plans from the ranked list to paper, as an agent makes them.
@Suite struct PlanTests {
  private func store() throws -> MemoryStore {
    let (store, _) = try SampleDepartment.filled()
    _ = try SampleDepartment.promoted(store)
    return store
  }

  private func rows(_ csv: String) throws -> [[String: String]] {
    let reader = try TableReader(MemorySource(Array(csv.utf8), name: "plan.csv"))
    var rows: [[String: String]] = []
    while let row = try reader.next() {
      rows.append(
        Dictionary(zip(reader.header.names, row.fields), uniquingKeysWith: { first, _ in first }))
    }
    return rows
  }

  @Test func aPlanHasDrawsWithTheirProbability() throws {
    let store = try store()
    let entries = try SampleDepartment.plan(store, ["count": "20", "share": "15"])
    #expect(entries.count == 20)
    #expect(entries.map(\.rank).sorted() == Array(1...20))
    let drawn = entries.filter { $0.selection.reason == .random }
    #expect(drawn.count == 3)
    #expect(drawn.allSatisfy { $0.selection.probability > 0 && $0.selection.probability < 1 })
    #expect(entries.allSatisfy { $0.key.hasPrefix("site|") })
    // Each line is an event of a ledger that verifies.
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  @Test func theSecondPlanOfAMonthHasANameOfItsOwn() throws {
    let store = try store()
    _ = try SampleDepartment.plan(store, ["count": "6"])
    let both = try SampleDepartment.plan(store, ["count": "4"])
    #expect(Set(both.map(\.name)).isSubset(of: ["2026-11", "2026-11-02"]))
    #expect(both.count { $0.name == "2026-11-02" } == 4)
    let printed = try SampleDepartment.export(store, "plan-csv", .english)
    #expect(try rows(printed).count == 4)
    _ = try SampleDepartment.plan(store, ["count": "3", "name": "spring"])
    #expect(throws: EngineError.self) {
      try SampleDepartment.plan(store, ["count": "3", "name": "spring"])
    }
  }

  @Test func budgetsOfThemeTerritoryAndAgentHoldInTheStore() throws {
    let store = try store()
    let theme = "pollution diffuse (nitrates)"
    for (kind, value, count) in [
      ("theme", theme, "2"), ("agent", "Service Nord", "5"), ("agent", "Service Sud", "4"),
    ] {
      try SampleDepartment.set(
        store, Budgets.table,
        ["key": "\(kind) \(value)", "kind": kind, "value": value, "count": count])
    }
    let entries = try SampleDepartment.plan(store, ["count": "20", "share": "10"])
    let best = entries.filter { $0.selection.reason == .best }
    #expect(best.count { $0.theme == theme } <= 2)
    #expect(entries.count { $0.agent == "Service Nord" } <= 5)
    #expect(entries.count { $0.agent == "Service Sud" } <= 4)
    #expect(entries.count <= 9 + 2)
    #expect(best.allSatisfy { !$0.agent.isEmpty })
  }

  @Test(arguments: ["9", "21", "abc", "-3"])
  func sharesOutOfBoundsAreRefused(_ share: String) throws {
    let (store, _) = try SampleDepartment.filled()
    #expect(throws: (any Error).self) {
      try SampleDepartment.plan(store, ["count": "10", "share": share])
    }
  }

  @Test func aPlanForNobodyIsRefused() throws {
    let (store, _) = try SampleDepartment.filled()
    #expect(throws: EngineError.self) {
      try SampleDepartment.plan(store, ["count": "10", "theme": "no such theme"])
    }
    let one = try SampleDepartment.plan(
      store, ["count": "500", "theme": "zones humides et travaux"])
    #expect(!one.isEmpty && one.allSatisfy { $0.theme == "zones humides et travaux" })
  }

  @Test func theTableSaysAllInBothLanguages() throws {
    let store = try store()
    _ = try SampleDepartment.plan(store, ["count": "10", "share": "20"])
    let french = try SampleDepartment.export(store, "plan-csv", .french)
    #expect(french.hasPrefix("\u{FEFF}plan;rang;site;commune;thème;agent;score"))
    let english = try rows(try SampleDepartment.export(store, "plan-csv", .english))
    #expect(english.count == 10)
    #expect(english.map { $0["rank"] ?? "" } == (1...10).map(String.init))
    for row in english {
      let probability = Double(row["probability"] ?? "") ?? 0
      #expect(row["selection"] == "random" ? probability < 1 : probability == 1)
      #expect(row["basis"] == "probability")
      #expect((Double(row["latitude"] ?? "") ?? 0) > 40)
    }
    #expect(english.count { $0["selection"] == "random" } == 2)
  }

  @Test func thePageHasABoxForEachLine() throws {
    let store = try store()
    _ = try SampleDepartment.plan(store, ["count": "10", "share": "20"])
    for language in [InterfaceLanguage.french, .english] {
      let page = try SampleDepartment.export(store, "plan-markdown", language)
      let lines = page.split(separator: "\n").map(String.init)
      let table = lines.filter { $0.hasPrefix("| ☐ |") }
      #expect(table.count == 10)
      #expect(table.allSatisfy { $0.count { $0 == "|" } == 9 })
      #expect(table.count { $0.contains("⚄") } == 2)
      #expect(
        lines[0]
          == (language == .french ? "# Plan de contrôle 2026-11" : "# Inspection plan 2026-11"))
    }
  }

  @Test func theMapHasAPointForEachLine() throws {
    let store = try store()
    let entries = try SampleDepartment.plan(store, ["count": "10"])
    let text = try SampleDepartment.export(store, "plan-geojson", .english)
    let map = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let features = try #require(map["features"] as? [[String: Any]])
    #expect(map["type"] as? String == "FeatureCollection")
    #expect(features.count == entries.count)
    for feature in features {
      let place = (feature["geometry"] as? [String: Any])?["coordinates"] as? [Double]
      // RFC 7946: longitude first.
      #expect((4...6).contains(place?[0] ?? 0) && (46...49).contains(place?[1] ?? 0))
    }
    #expect(throws: EngineError.self) {
      try SampleDepartment.export(store, "plan-pdf", .english)
    }
  }

  /// Names come from files: a table that a spreadsheet opens may not compute them.
  @Test func hostileNamesStayText() throws {
    let scratch = try Scratch()
    let store = MemoryStore(agent: "claire")
    let file = try scratch.file(
      "c.csv",
      "numero;date;site;nom;resultat;theme;commune;latitude;longitude\n"
        + "1;2024-01-01;S1;=HYPERLINK(1);conforme;t|x;a|b;47.1;4.5\n"
        + "2;2024-02-01;S2;\"deux\nlignes\";manquement;t;b;47.2;4.5\n")
    try SampleDepartment.analyse(store, [file], Listener())
    let entries = try SampleDepartment.plan(store, ["count": "2"])
    #expect(entries.count == 2)
    let csv = try SampleDepartment.export(store, "plan-csv", .english)
    #expect(!csv.contains(",=HYPERLINK"))
    let page = try SampleDepartment.export(store, "plan-markdown", .english)
    #expect(page.split(separator: "\n").filter { $0.hasPrefix("| ☐ |") }.count == 2)
    #expect(page.contains("t/x") && page.contains("a/b"))
  }

  @Test func thePrintedPlanIsAFile() throws {
    let (store, _) = try SampleDepartment.filled()
    func printed() throws -> ActionResult {
      try ActionService(store: store, engine: SampleDepartment.engine).run(
        "print", parameters: [:], on: nil,
        circumstances: try SampleDepartment.circumstances(store),
        agent: try store.agent("claire"), language: .english)
    }
    guard case .text(let none) = try printed() else {
      Issue.record("a file without a plan")
      return
    }
    #expect(none.first?.contains("no plan") == true)
    _ = try SampleDepartment.plan(store, ["count": "5", "name": "a/b: 1"])
    guard case .file(let name, let content) = try printed() else {
      Issue.record("no file")
      return
    }
    #expect(name == "plan-ab1.md")
    #expect(String(decoding: content, as: UTF8.self).contains("a/b: 1"))
  }

  /// What was drawn and inspected tells of all sites: the figure stands among those of the training.
  @Test func outcomesOfDrawsEstimateTheWhole() throws {
    let store = try store()
    let entries = try SampleDepartment.plan(store, ["count": "40", "share": "20"])
    try TrainingService(store: store, engine: SampleDepartment.engine).refresh(
      circumstances: try SampleDepartment.circumstances(store), observer: Listener())
    let decisions = DecisionService(store: store, panel: SampleDepartment.engine.panel)
    let drawn = Set(entries.filter { $0.selection.reason == .random }.map(\.key))
    for (number, suggestion) in try SampleDepartment.suggestions(store)
      .filter({ drawn.contains($0.naturalKey) }).enumerated()
    {
      #expect(suggestion.selection.reason == .random)
      _ = try decisions.record(
        Decision(
          suggestion: suggestion.id, project: .inspections, verdict: .accept,
          seen: .init(
            model: 1, score: suggestion.score.value, rank: 1, seconds: 3, language: .french)),
        agent: "claire", now: SampleDepartment.now)
      _ = try decisions.follow(
        suggestion.id, to: number.isMultiple(of: 2) ? "non-compliant" : "compliant",
        from: "to-inspect", note: nil, agent: "claire", now: SampleDepartment.now)
    }
    let model = try TrainingService(store: store, engine: SampleDepartment.engine).train(
      circumstances: try SampleDepartment.circumstances(store), agent: "claire",
      observer: Listener())
    let figure = try #require(
      model.summary.figures.first { $0.name.en.contains("from 8 draws") })
    #expect(figure.after > 0.1 && figure.after < 0.9)
    #expect(figure.low ?? 1 < figure.after && figure.high ?? 0 > figure.after)
    #expect(model.summary.remarks.contains { $0.en.hasPrefix("8 outcomes entered here") })
  }
}
