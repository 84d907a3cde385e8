import Foundation
import Review
import Tables
import Testing

@testable import Inspections

/// How columns of tables of inspections are found, named and kept.
@Suite struct MappingTests {
  private func kind(_ header: String, mapping: ControlMapping? = nil) throws -> SourceKind? {
    let reader = try TableReader(MemorySource(Array((header + "\n").utf8), name: "t.csv"))
    return SourceKind(columns: reader.header, mapping: mapping)
  }

  @Test(arguments: [
    ("code_station;date_prelevement;code_parametre;resultat", SourceKind?.some(.measurements)),
    ("CdStationMesureEauxSurface;DatePrel;CdParametre;RsAna", .measurements),
    ("code_station;libelle_station;latitude;longitude", .stations),
    ("CdStationMesureEauxSurface;CoordXStationMesureEauxSurface", .stations),
    ("Numéro d'inspection;Nom établissement;Code postal", .sites),
    ("date_controle;code_site;resultat", .controls), ("Date;SIRET;Conformité", .controls),
    ("referenceprel;cdreseau;dateprel", .drinkingSamples),
    ("referenceprel;cdparametre;rqana", .drinkingResults),
    ("CdStationMesureEauxSurface;CdAppelTaxon;RsTaxRep", .unused),
    ("inseecommune;nomcommune;quartier;cdreseau", .unused), ("a;b;c", nil), ("jour;lieu;avis", nil),
  ])
  func tablesAreKnownByTheirColumns(_ header: String, _ expected: SourceKind?) throws {
    #expect(try kind(header) == expected)
  }

  @Test func aMappingDecidesBeforeEverything() throws {
    var mapping = ControlMapping()
    mapping.date = "date_prelevement"
    mapping.site = "code_station"
    let header = "code_station;date_prelevement;code_parametre;resultat"
    #expect(try kind(header, mapping: mapping) == .controls)
    #expect(try kind("a;b", mapping: mapping) == nil)
  }

  @Test func historyMayNameItsColumnsOtherwise() throws {
    let scratch = try Scratch()
    let url = try scratch.file(
      "m.yaml",
      "id: n\ndate: d\nsite: s\nlabel: bad\nagent: who\nhistory: {label: count, date: when, agent: by}\n"
    )
    let mapping = try ControlMapping(url: url)
    let history = mapping.forHistory
    #expect(history.label == "count" && history.date == "when" && history.agent == "by")
    #expect(history.id == "n" && history.site == "s")
    #expect(mapping.label == "bad")
    var plain = mapping
    plain.history = nil
    #expect(plain.forHistory == plain)
  }

  @Test func aMappingIsCompleteAndAnswersAreNot() {
    var mapping = ControlMapping()
    let told = ColumnMapping(["label": ["verdict"]])
    #expect(mapping.names(own: told).names["label"]?.first == "verdict")
    #expect(mapping.names(own: told).names["date"]?.contains("date_controle") == true)
    mapping.date = "d"
    mapping.site = "s"
    #expect(Set(mapping.names(own: told).names.keys) == ["date", "site"])
  }

  @Test func theMappingOfTheRepositoryIsWhole() throws {
    var place = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { place.deleteLastPathComponent() }
    let mapping = try ControlMapping(
      url: place.appendingPathComponent("Benchmarks/maps/chicago.yaml"))
    #expect(mapping.numeric?.count == 26 && mapping.agent == "Inspector_Assigned")
    #expect(mapping.categorical == ["Facility_Type", "Risk"])
    #expect(Set(mapping.rising ?? []).isSubset(of: Set(mapping.numeric ?? [])))
    #expect(mapping.forHistory.label == "criticalCount")
    // The agent is a nuisance, never a column to rank with.
    let all = (mapping.numeric ?? []) + (mapping.categorical ?? []) + (mapping.groups ?? [])
    #expect(!all.contains("Inspector_Assigned"))
  }

  @Test(arguments: [
    "date: d\n", "site: s\n", "date: d\nsite: s\nnumeric: 7\n", "[]", "date: {a: b}\nsite: s\n",
    "\u{0}", "date: d\nsite: s\nnumeric: [\(String(repeating: "a,", count: 500))b]\n",
  ])
  func badMappingsAreRefusedByName(_ text: String) throws {
    let scratch = try Scratch()
    let url = try scratch.file("m.yaml", text)
    do {
      _ = try ControlMapping(url: url)
      Issue.record("taken: \(text.prefix(30))")
    } catch EngineError.unreadable(let refusal) {
      #expect(refusal.file == "m.yaml" && refusal.found.count <= 80)
    }
  }

  @Test(
    arguments: [
      ("0", false), ("1", true), ("0,0", false), ("2.5", true), ("-1", false), ("NaN", nil),
      ("Conforme avec réserve", false), ("NON CONFORME", true), ("non-conformité mineure", true),
      ("Procès-verbal", true), ("Avertissement", true), ("Écart", true), ("À améliorer", true),
      ("très satisfaisant", false), ("N", true), ("C", false), ("nc", true), ("oui", true),
      ("annulé", nil), ("absent", nil),
    ] as [(String, Bool?)])
  func outcomesOfManyTables(_ words: String, _ isBad: Bool?) {
    let found = OutcomeWords.level(words, positive: nil)
    // Not a number and no word: refused, not taken for an outcome.
    #expect((found == nil) == (words == "NaN"))
    let level = found ?? nil
    #expect(level.map { $0 != .compliant } == isBad)
  }
}
