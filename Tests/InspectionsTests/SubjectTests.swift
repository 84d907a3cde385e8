import Foundation
import Review
import ReviewStore
import Testing

@testable import Inspections

/// Which sites and stations become suggestions, and what the store gives back.
@Suite struct SubjectTests {
  private func keys(_ files: [(String, String)]) throws -> [String] {
    let (store, _) = try stored(files)
    return try SampleDepartment.suggestions(store).map(\.naturalKey).sorted()
  }

  private func stored(_ files: [(String, String)]) throws -> (MemoryStore, Listener) {
    let store = MemoryStore(agent: "claire")
    let listener = Listener()
    try add(store, files, listener)
    return (store, listener)
  }

  private func add(
    _ store: MemoryStore, _ files: [(String, String)], _ listener: Listener = Listener()
  ) throws {
    let scratch = try Scratch()
    try SampleDepartment.analyse(
      store, try files.map { try scratch.file($0.0, $0.1) }, listener)
  }

  private static let controls =
    "numero;date;site;nom;resultat;theme\n1;2024-01-01;S1;A;conforme;rejets\n"
    + "2;2024-02-01;S1;A;manquement;nitrates\n3;2024-03-01;S2;B;conforme;rejets\n"
  private static let list =
    "Numéro d'inspection;Nom établissement;Code postal;Commune;Etat d'activité;codeSiret\n"
    + "0099.1;NEUVE;99000;ICI;En fonctionnement;\n0099.2;FERMÉE;99000;ICI;Cessation déclarée;\n"
    + "0099.3;CONNUE;99000;ICI;En fonctionnement;S2\n"

  @Test func everySiteStandsUnderEachThemeItWasControlledFor() throws {
    #expect(
      try keys([("c.csv", Self.controls)]) == [
        "site|S1|nitrates", "site|S1|rejets", "site|S2|rejets",
      ])
  }

  /// A site nobody inspected stands under the usual theme; a closed one does not stand; one that the
  /// tables know by another key is one site.
  @Test func registersAddWhatWasNeverInspected() throws {
    #expect(
      try keys([("c.csv", Self.controls), ("icpe.csv", Self.list)]) == [
        "site|0099.1|rejets", "site|0099.3|rejets", "site|S1|nitrates", "site|S1|rejets",
      ])
  }

  private func measurements(_ year: Int, count: Int, parameter: Int = 1340) -> String {
    var text = "code_station;date_prelevement;code_parametre;resultat\n"
    for month in 1...count {
      text += "06000001;\(year)-\(month < 10 ? "0" : "")\(month)-05;\(parameter);\(month)\n"
    }
    return text
  }

  @Test func seriesNeedPointsOfTheLastYearsAndAThreshold() throws {
    #expect(try keys([("a.csv", measurements(2026, count: 4))]) == ["station|06000001|1340"])
    #expect(try keys([("a.csv", measurements(2026, count: 3))]).isEmpty)
    #expect(try keys([("a.csv", measurements(2020, count: 9))]).isEmpty)
    #expect(try keys([("a.csv", measurements(2026, count: 6, parameter: 1302))]).isEmpty)
    // What lies in the future of the ranking is not told today.
    #expect(try keys([("a.csv", measurements(2027, count: 6))]).isEmpty)
  }

  @Test func networksOfDrinkingWaterAreSitesOnly() throws {
    var samples = "referenceprel;cdreseau;dateprel;nomcommuneprinc;plvconformitechimique\n"
    var results = "referenceprel;cdparametre;rqana;valtraduite\n"
    for month in 1...6 {
      samples += "P\(month);021000001;2026-0\(month)-03;ICI;\(month == 3 ? "N" : "C")\n"
      results += "P\(month);1340;\(30 + month);\(30 + month)\n"
    }
    let (store, listener) = try stored([("DIS_PLV.txt", samples), ("DIS_RESULT.txt", results)])
    #expect(listener.refusals.isEmpty)
    let all = try SampleDepartment.suggestions(store)
    #expect(all.map(\.naturalKey) == ["site|021000001|eau potable"])
    #expect(all.first?.title == "réseau 021000001")
  }

  // MARK: What the store gives back

  @Test func filesOfTwoDaysMeetInTheStore() throws {
    let (store, _) = try stored([("a.csv", measurements(2025, count: 6))])
    try add(store, [("b.csv", measurements(2026, count: 6))])
    let series = try #require(
      try Material(InspectionSources(), records: store.records).series.first)
    #expect(series.points.count == 12)
    #expect(series.points.map(\.day) == series.points.map(\.day).sorted())
    // The same file again changes nothing.
    try add(store, [("b.csv", measurements(2026, count: 6))])
    let again = try Material(InspectionSources(), records: store.records)
    #expect(again.series.first?.points == series.points && again.changed.isEmpty)
  }

  @Test func aControlToldAgainReplacesItself() throws {
    let (store, _) = try stored([("c.csv", Self.controls)])
    try add(
      store,
      [("d.csv", "numero;date;site;nom;resultat;theme\n1;2024-01-01;S1;A;manquement;rejets\n")])
    let material = try Material(InspectionSources(), records: store.records)
    #expect(material.controls.count == 3)
    #expect(material.controls.first { $0.id == "1" }?.isBad == true)
    #expect(material.controls.map(\.day) == material.controls.map(\.day).sorted())
  }

  @Test func aSiteThatClosesLeavesTheList() throws {
    let (store, _) = try stored([("icpe.csv", Self.list)])
    #expect(try SampleDepartment.suggestions(store).contains { $0.naturalKey == "site|0099.1|" })
    let closed = Self.list.replacingOccurrences(
      of: "NEUVE;99000;ICI;En fonctionnement", with: "NEUVE;99000;ICI;En cessation")
    try add(store, [("icpe.csv", closed)])
    let material = try Material(InspectionSources(), records: store.records)
    #expect(material.sites["0099.1"]?.isClosed == true)
  }

  @Test func mappedColumnsComeBackWithTheRows() throws {
    let scratch = try Scratch()
    let store = MemoryStore(agent: "claire")
    let table = try scratch.file("c.csv", "d,s,y,size,kind\n2024-01-01,S1,1,4.5,big\n")
    let map = try scratch.file(
      "m.yaml", "date: d\nsite: s\nlabel: y\nnumeric: [size]\ncategorical: [kind]\n")
    try SampleDepartment.analyse(store, [table, map], Listener())
    let material = try Material(InspectionSources(), records: store.records)
    #expect(material.columns.numeric == ["size"] && material.columns.categories == ["kind"])
    #expect(material.controls.first?.numeric == [4.5])
    #expect(material.controls.first?.categories == ["big"])
  }

  // MARK: Neighbours

  private func control(
    _ site: String, _ iso: String, north: Double, isBad: Bool = true
  ) -> Control {
    var control = Control(id: site + iso, day: day(iso), site: site)
    control.level = isBad ? .failing : .compliant
    control.location = Coordinate(latitude: 47 + north / 111.195, longitude: 5)
    return control
  }

  @Test func badNeighboursAreNearRecentAndBad() throws {
    let controls = [
      control("near", "2026-10-01", north: 1), control("edge", "2026-09-01", north: 4.99),
      control("far", "2026-10-01", north: 5.2), control("old", "2025-10-01", north: 1),
      control("good", "2026-10-01", north: 1, isBad: false),
      control("later", "2026-11-24", north: 1), control("own", "2026-10-01", north: 0),
    ]
    let neighbours = BadNeighbours(
      controls, located: { $0.location }, today: CalendarDate(daysSinceEpoch: day("2026-11-24")))
    let place = try #require(Coordinate(latitude: 47, longitude: 5))
    let found = neighbours.near(place, except: "own")
    #expect(found.map { controls[$0.control].site } == ["near", "edge"])
    #expect(abs((found.first?.distance ?? 0) - 1) < 0.01)
  }

  @Test func theScaleOfNeighbourhoodsFollowsTheSites() {
    func scale(_ step: Double) -> Double {
      NeighbourScale.scale(
        (0..<200).map { control("S\($0)", "2026-01-01", north: Double($0) * step) })
    }
    #expect(scale(0.001) == NeighbourScale.bounds.lowerBound)
    #expect(abs(scale(0.2) - 1.0) < 0.3)
    #expect(scale(10) == NeighbourScale.bounds.upperBound)
    #expect(NeighbourScale.scale([]) == 2)
  }

  // MARK: Agents

  @Test func agentsEffectsAreShrunkAndCentred() {
    var rows: [Control] = []
    for number in 0..<400 {
      var row = control("S\(number)", "2026-01-01", north: 0, isBad: false)
      row.agent = number < 200 ? "mild" : number < 398 ? "strict" : "new"
      row.level = number % (number < 200 ? 20 : 4) == 0 ? .failing : .compliant
      rows.append(row)
    }
    let effects = AgentEffects(rows)
    #expect(effects.effect("strict") > 0.4 && effects.effect("mild") < -0.7)
    // Two rows say little of somebody.
    #expect(abs(effects.effect("new")) < abs(effects.effect("strict")))
    #expect(effects.effect("") == 0)
    #expect(AgentEffects([]).effects.isEmpty)
  }

  @Test func drawsCountByTheInverseOfTheirProbability() throws {
    let estimate = try #require(
      DrawEstimate([(0.1, true), (0.1, false), (0.5, false), (0.5, true), (0, true)]))
    #expect(abs(estimate.share - 12.0 / 24) < 1e-12)
    #expect(estimate.count == 4 && estimate.error > 0)
    #expect(try #require(DrawEstimate([(1, false)])).share == 0)
  }
}
