import Foundation
import Review
import Testing

@testable import Inspections

@Suite struct ControlReaderTests {
  @Test(arguments: [
    ("conforme", OutcomeWords.Level.compliant), ("Non conforme", .failing),
    ("Manquement", .failing),
    ("Infraction (PV n° 3)", .offence), ("procès-verbal", .offence), ("0", .compliant),
    ("2", .failing),
    ("Pass w/ Conditions", .compliant), ("Fail", .failing), ("oui", .failing), ("RAS", .compliant),
    ("mise en demeure", .failing),
  ])
  func outcomesAreRead(_ words: String, _ level: OutcomeWords.Level) {
    #expect(OutcomeWords.level(words, positive: nil) == .some(.some(level)))
  }

  @Test(arguments: ["", "en cours", "Reporté", "sans objet"])
  func noOutcomeIsNoOutcome(_ words: String) {
    #expect(OutcomeWords.level(words, positive: nil) == .some(.none))
  }

  @Test func unknownWordsAreRefused() {
    #expect(OutcomeWords.level("peut-être", positive: nil) == nil)
    #expect(OutcomeWords.level("peut-être", positive: ["Peut-être"]) == .some(.some(.failing)))
  }

  private func read(_ table: String, map: String?) throws -> (InspectionSources, [Refusal]) {
    let scratch = try Scratch()
    var urls = [try scratch.file("c.csv", table)]
    if let map { urls.append(try scratch.file("c.yaml", map)) }
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(urls, observer: listener)
    return (sources, listener.refusals)
  }

  @Test func usualColumnsNeedNoMapping() throws {
    let (sources, refusals) = try read(
      "Numero;Date controle;Code site;Resultat;Theme;Agent;Echeance;x;y\n"
        + "1;02/03/2024;S1;manquement;nitrates;Dupont;2024-06-01;829934;6715300\n"
        + "2;2024-03-05;S2;conforme;nitrates;Dupont;;;\n", map: nil)
    #expect(refusals.isEmpty)
    #expect(sources.controls.map(\.isBad) == [true, false])
    #expect(sources.controls[0].due?.iso == "2024-06-01")
    #expect(abs((sources.controls[0].location?.latitude ?? 0) - 47.5253) < 0.01)
    // The agent is kept as a hash only.
    #expect(sources.controls[0].agent == sources.controls[1].agent)
    #expect(sources.controls[0].agent.count == 16)
    #expect(!sources.controls[0].agent.contains("Dupont"))
  }

  @Test func aMappingNamesColumnsOfAnyTable() throws {
    let (sources, refusals) = try read(
      "n,when,place,found,size,sort,articles\n1,2020-01-02,A,3,4.5,big,L1;L2\n2,2020-01-03,B,0,,small,\n",
      map: "id: n\ndate: when\nsite: place\nlabel: found\nnumeric: [size]\ncategorical: [sort]\n"
        + "severity: [found]\ncodes: articles\n")
    #expect(refusals.isEmpty)
    #expect(sources.controls[0].codes == ["L1", "L2"])
    #expect(sources.controls[0].severities == [3])
    #expect(sources.controls[1].numeric[0].isNaN)
    #expect(sources.controls[1].categories == ["small"])
    #expect(sources.mapping?.columns.numeric == ["size"])
  }

  @Test func rowsWithoutDateSiteOrOutcomeAreRefused() throws {
    let (sources, refusals) = try read(
      "date;site;resultat\n;A;conforme\n2020-01-01;;conforme\n2020-01-01;A;bizarre\n"
        + "2020-01-01;A;\n", map: nil)
    #expect(refusals.map(\.line) == [2, 3, 4])
    #expect(sources.controls.map(\.isBad) == [nil])
  }

  @Test func unknownColumnsAreAskedOnce() throws {
    let scratch = try Scratch()
    let listener = Listener()
    listener.answers = ["jour": "date", "lieu": "site", "verdict": "label"]
    let table = "jour;lieu;verdict\n2020-01-01;A;conforme\n"
    let sources = try SourceReader(salt: "s").read(
      [scratch.file("a.csv", table)], observer: listener)
    #expect(sources.controls.count == 1)
    let deaf = Listener()
    #expect(throws: EngineError.self) {
      try SourceReader(salt: "s").read([scratch.file("b.csv", table)], observer: deaf)
    }
    #expect(deaf.refusals.first?.found.contains("jour | lieu") == true)
  }

  /// Chicago #104: `tobacco` became `tobacco_retail_over_counter`. The file is read, its values count
  /// as unknown, and it is said before anything is scored; it is no refusal.
  @Test func aRenamedColumnIsNamed() throws {
    let scratch = try Scratch()
    var reader = SourceReader(salt: "s")
    reader.mapping = ControlMapping()
    reader.mapping?.date = "d"
    reader.mapping?.site = "s"
    reader.mapping?.label = "y"
    reader.mapping?.numeric = ["tobacco", "size"]
    reader.mapping?.categorical = ["kind"]
    let file = try scratch.file("a.csv", "d,s,y,size,tobacco_retail\n2020-01-01,A,1,4,1\n")
    let listener = Listener()
    let sources = try reader.read([file], observer: listener)
    #expect(listener.refusals.isEmpty)
    #expect(listener.warnings.count == 1)
    #expect(
      listener.warnings.first?.en.contains("2 column(s) of the mapping absent (tobacco, kind)")
        == true)
    #expect(sources.controls.first?.numeric[0].isNaN == true)
    #expect(sources.controls.first?.numeric[1] == 4)
    reader.expectsFeatures = false
    let quiet = Listener()
    _ = try reader.read([file], observer: quiet)
    #expect(quiet.warnings.isEmpty)
  }

  @Test(arguments: ["date: [", "site: x\n", "- a\n"])
  func badMappingsAreRefused(_ text: String) throws {
    let scratch = try Scratch()
    let url = try scratch.file("m.yaml", text)
    #expect(throws: EngineError.self) { try ControlMapping(url: url) }
  }

  @Test func groupKeysMeet() {
    #expect(ControlReader.groupKey("McDonald's  #12") == "MCDONALDS 12")
    #expect(ControlReader.groupKey("MC DONALDS, 12") == "MC DONALDS 12")
  }

  @Test func controlsSurviveTheStore() throws {
    var control = MadeControls.controls(1)[0]
    control.due = CalendarDate(iso: "2020-05-05")
    control.numeric = [1.5, .nan]
    control.groups = ["", "B"]
    let again = try #require(StoredRecords.control(StoredRecords.record(control)))
    #expect(again.groups == control.groups)
    #expect(again.numeric[0] == 1.5 && again.numeric[1].isNaN)
    #expect(again.key == control.key && again.location == control.location)
    #expect(again.due == control.due && again.level == control.level)
  }

  @Test func followUpsAreSorted() {
    func control(_ id: String, due: String?, repaired: String?) -> Control {
      var control = Control(id: id, day: day("2024-01-01"), site: id)
      control.level = .failing
      control.due = due.flatMap { CalendarDate(iso: $0) }
      control.repaired = repaired.flatMap { CalendarDate(iso: $0) }
      return control
    }
    let report = FollowUpReport(
      [
        control("late", due: "2024-03-01", repaired: nil),
        control("later", due: "2024-02-01", repaired: nil),
        control("soon", due: "2025-01-01", repaired: nil),
        control("done", due: "2024-03-01", repaired: "2024-02-20"),
        control("silent", due: nil, repaired: nil),
      ], today: CalendarDate(daysSinceEpoch: day("2024-06-01")))
    #expect(report.overdue.map(\.id) == ["later", "late"])
    #expect(report.waiting.map(\.id) == ["soon"])
    #expect(report.silent.map(\.id) == ["silent"])
    #expect(report.medianRepairDays == 50)
    #expect(report.lines(.english).first?.contains("2 overdue") == true)
  }
}
