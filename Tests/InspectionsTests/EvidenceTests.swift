import Foundation
import Review
import ReviewStore
import Testing

@testable import Inspections

/// What an agent reads off a suggestion, on the invented département and on small made-up tables.
@Suite struct EvidenceTests {
  private func suggestion(
    _ files: [(String, String)], _ key: String
  ) throws -> (Suggestion, MemoryStore) {
    let scratch = try Scratch()
    let store = MemoryStore(agent: "claire")
    try SampleDepartment.analyse(
      store, try files.map { try scratch.file($0.0, $0.1) }, Listener())
    let all = try SampleDepartment.suggestions(store)
    return (
      try #require(
        all.first { $0.naturalKey == key }, "\(all.map(\.naturalKey).prefix(5))"), store
    )
  }

  private func facts(_ suggestion: Suggestion, _ title: String) -> [FactsEvidence.Fact] {
    for case .facts(let facts) in suggestion.evidence where facts.title.en == title {
      return facts.facts
    }
    return []
  }

  private func chart(of suggestion: Suggestion) -> SeriesEvidence? {
    for case .series(let series) in suggestion.evidence { return series }
    return nil
  }

  private func plan(of suggestion: Suggestion) -> PlanEvidence? {
    for case .plan(let plan) in suggestion.evidence { return plan }
    return nil
  }

  private static let controls =
    "numero;date;site;nom;resultat;theme;suites;echeance;date_regularisation;latitude;longitude\n"
    + "C1;2022-05-01;S1;Moulin;manquement;rejets;mise en demeure;2022-08-01;2022-07-15;47.10;4.50\n"
    + "C2;2025-03-01;S1;Moulin;infraction;rejets;PV;2025-06-01;;47.10;4.50\n"
    + "C3;2026-10-01;S2;Forge;non conforme;rejets;;2027-01-01;;47.12;4.50\n"
    + "C4;2024-10-01;S3;Scierie;conforme;rejets;;;;47.11;4.52\n"
    + "C5;2026-11-30;S3;Scierie;non conforme;rejets;;;;47.11;4.52\n"

  @Test func pastInspectionsTellWhatBecameOfThem() throws {
    let (suggestion, _) = try suggestion([("c.csv", Self.controls)], "site|S1|rejets")
    let past = facts(suggestion, "Past inspections")
    #expect(past.map(\.name.fr) == ["2025-03-01", "2022-05-01"])
    // Due on 2025-06-01, today is 2026-11-24.
    #expect(
      past[0].value.fr == "infraction · rejets · PV · EN RETARD de 541 j (échéance 2025-06-01)")
    #expect(past[0].value.en == "offence · rejets · PV · OVERDUE by 541 d (due 2025-06-01)")
    #expect(past[1].value.en == "non-compliant · rejets · mise en demeure · repaired on 2022-07-15")
    #expect(past[0].source?.en == "C2 · c.csv:3")
    #expect(suggestion.facets.contains(Facet("follow-up", "en retard")))
    #expect(suggestion.facets.contains(Facet("last", "infraction 2025")))
    #expect(suggestion.provenance.file == "c.csv" && suggestion.provenance.row == 3)
  }

  @Test func whatIsNotDueYetIsUnderWay() throws {
    let (suggestion, _) = try suggestion([("c.csv", Self.controls)], "site|S2|rejets")
    #expect(suggestion.facets.contains(Facet("follow-up", "en cours")))
    #expect(
      facts(suggestion, "Past inspections").first?.value.en
        == "non-compliant · rejets · due 2027-01-01"
    )
    let panel = InspectionsPanel.panel
    let shown = suggestion.facets.map { panel.shown($0, .english) }
    #expect(shown.contains("under way") && shown.contains("non-compliant 2026"))
  }

  @Test func theMapShowsTheSiteItsStationsAndBadNeighbours() throws {
    let measurements =
      "code_station;date_prelevement;code_parametre;resultat;symbole_unite\n"
      + (1...6).map { "06000001;2026-0\($0)-05;1382;\($0 * 4);µg/L\n" }.joined()
      + "06000002;2026-06-05;1382;2;µg/L\n"
    let stations =
      "code_station;libelle_station;longitude;latitude\n06000001;AVAL;4.5;47.14\n"
      + "06000002;LOIN;5.5;47.1\n"
    let (suggestion, _) = try suggestion(
      [("c.csv", Self.controls), ("a.csv", measurements), ("s.csv", stations)], "site|S1|rejets")
    let map = try #require(plan(of: suggestion))
    #expect(map.shapes.last?.role == .subject && map.shapes.last?.label.fr == "Moulin")
    // Only what is bad, near, of the last twelve months and known today.
    #expect(
      map.shapes.filter { $0.role == .neighbour }.map(\.label.en) == [
        "station 06000001, 4.4 km", "Forge, 1 non-conformity on 2026-10-01",
      ])
    #expect(
      map.description.en == "1 station within 10 km, 1 non-conformity within 5 km in 12 months")
    let series = try #require(chart(of: suggestion))
    #expect(series.title.en == "Lead, station 06000001 AVAL, 4.4 km away")
    #expect(series.points.map(\.value) == [4, 8, 12, 16, 20, 24])
    #expect(series.thresholds.map(\.value) == [10])
  }

  @Test func aSeriesHasItsLevelsAndItsOpenMarks() throws {
    var text = "code_station;date_prelevement;code_parametre;resultat;symbole_unite;code_remarque\n"
    for month in 1...9 {
      text += "06000001;2026-0\(month)-05;1340;\(month * 6);mg(NO3)/L;\(month < 3 ? 10 : 1)\n"
    }
    // Twice on a day: the highest stands.
    text += "06000001;2026-09-05;1340;3;mg(NO3)/L;1\n"
    let (suggestion, _) = try suggestion([("a.csv", text)], "station|06000001|1340")
    let series = try #require(chart(of: suggestion))
    #expect(series.unit == "mg/L")
    #expect(series.points.count == 9)
    #expect(series.points.map(\.isCensored) == [true, true] + [Bool](repeating: false, count: 7))
    #expect(series.points.last?.value == 54)
    #expect(series.thresholds.map(\.value) == [50, 25])
    #expect(series.thresholds.map(\.label.fr) == ["limite", "guide"])
    #expect(suggestion.date?.iso == "2026-09-05")
  }

  @Test func ownThresholdsAreDrawnAndCounted() throws {
    let scratch = try Scratch()
    let store = MemoryStore(agent: "claire")
    let table = try #require(InspectionsPanel.panel.tables.first { $0.name == "thresholds" })
    try SampleDepartment.set(
      store, table, ["parameter": "1340", "threshold": "18", "label": "captage"])
    var text = "code_station;date_prelevement;code_parametre;resultat\n"
    for month in 1...9 { text += "06000001;2026-0\(month)-05;1340;\(month * 3)\n" }
    try SampleDepartment.analyse(store, [try scratch.file("a.csv", text)], Listener())
    let suggestion = try #require(try SampleDepartment.suggestions(store).first)
    #expect(chart(of: suggestion)?.thresholds.map(\.label.en) == ["captage"])
    guard case .contributions(let reasons)? = suggestion.evidence.first else {
      Issue.record("no reasons")
      return
    }
    #expect(reasons.reasons.contains { $0.label.en == "3 of 9 measurements above 18 in 3 years" })
  }

  @Test func columnsOfTheEngineAreNamedInBothLanguages() throws {
    let (store, _) = try SampleDepartment.filled()
    _ = try SampleDepartment.promoted(store)
    var labels: Set<String> = []
    for suggestion in try SampleDepartment.suggestions(store) {
      for case .contributions(let evidence) in suggestion.evidence {
        labels.formUnion(evidence.reasons.map(\.label.en))
      }
    }
    #expect(labels.contains { $0.hasPrefix("activity: ") })
    #expect(!labels.contains { $0.hasPrefix("activité") || $0.hasPrefix("régime") })
    // A commune is told as people write it.
    #expect(labels.contains { $0.hasPrefix("commune “Fouilleterre”") })
  }

  /// Nobody may read one language inside the other.
  @Test func everySentenceHasBothLanguages() throws {
    let (store, _) = try SampleDepartment.filled()
    _ = try SampleDepartment.promoted(store)
    let french = ["contrôle", "station à", "mesures", "non conforme", "au-dessus", "jamais"]
    var sentences = 0
    for suggestion in try SampleDepartment.suggestions(store) {
      for case .contributions(let evidence) in suggestion.evidence {
        for reason in evidence.reasons {
          sentences += 1
          #expect(!reason.label.fr.isEmpty && !reason.label.en.isEmpty)
          // Names of themes and sites stay French; the sentences around them may not.
          for word in french where !reason.label.en.contains("“") {
            #expect(!reason.label.en.contains(word), "\(reason.label.en)")
          }
        }
      }
    }
    #expect(sentences > 500)
  }

  /// The agent's hash is for the nuisance effect alone: no evidence, facet or reason carries it.
  @Test func noAgentIsShown() throws {
    let (store, _) = try SampleDepartment.filled()
    _ = try SampleDepartment.promoted(store)
    let names = ["Service Nord", "Service Sud", "Brigade mobile"]
    let encoder = JSONEncoder()
    for suggestion in try SampleDepartment.suggestions(store) {
      let text = String(decoding: try encoder.encode(suggestion), as: UTF8.self)
      for name in names { #expect(!text.contains(name)) }
    }
    try store.records.forEachRecord(project: .inspections, kind: StoredRecords.controlKind) {
      let text = String(decoding: $0.content, as: UTF8.self)
      for name in names { #expect(!text.contains(name)) }
      return true
    }
  }

  @Test func aSiteWithoutAnythingStillSaysWhatIsMissing() throws {
    let list =
      "Numéro d'inspection;Nom établissement;Code postal;Commune;Régime en vigueur;Etat d'activité\n"
      + "0099.1;SEULE;99000;ICI;Autorisation;En fonctionnement\n"
      + "0099.2;FERMÉE;99000;ICI;Autorisation;Cessation déclarée\n"
    let (suggestion, store) = try suggestion([("icpe.csv", list)], "site|0099.1|")
    #expect(try SampleDepartment.suggestions(store).count == 1)
    #expect(
      suggestion.score.model == nil && plan(of: suggestion) == nil && chart(of: suggestion) == nil)
    guard case .contributions(let reasons)? = suggestion.evidence.first else {
      Issue.record("no reasons")
      return
    }
    #expect(reasons.reasons.map(\.label.en) == ["never inspected as far as is known"])
    #expect(facts(suggestion, "Site").map(\.value.fr).contains("Autorisation"))
    #expect(suggestion.facets.contains(Facet("last", "jamais")))
  }
}
