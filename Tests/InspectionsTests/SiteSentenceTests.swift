import Foundation
import Review
import ReviewStore
import Testing

@testable import Inspections

/// What is told of sites before anything is learned: written weights, whole sentences, exact sums.
@Suite struct SiteSentenceTests {
  private func reasons(
    _ files: [(String, String)], _ key: String
  ) throws -> ContributionsEvidence {
    let scratch = try Scratch()
    let store = MemoryStore(agent: "claire")
    try SampleDepartment.analyse(
      store, try files.map { try scratch.file($0.0, $0.1) }, Listener())
    let suggestion = try #require(
      try SampleDepartment.suggestions(store).first { $0.naturalKey == key })
    guard case .contributions(let evidence)? = suggestion.evidence.first else {
      throw EngineError.unknownName("no reasons")
    }
    #expect(abs(1 / (1 + exp(-evidence.total)) - suggestion.score.value) < 1e-9)
    #expect(suggestion.score.model == nil)
    return evidence
  }

  private func told(_ evidence: ContributionsEvidence, _ start: String) -> LocalizedText? {
    evidence.reasons.first { $0.label.en.hasPrefix(start) }?.label
  }

  private static let head =
    "numero;date;site;nom;resultat;theme;date_regularisation;latitude;longitude\n"

  @Test func theLastInspectionWeighsMost() throws {
    let table =
      Self.head + "1;2025-03-01;S1;A;manquement;rejets;;47.1;4.5\n"
      + "2;2026-03-01;S1;A;infraction;rejets;;47.1;4.5\n"
    let evidence = try reasons([("c.csv", table)], "site|S1|rejets")
    #expect(told(evidence, "last")?.en == "last inspection offence, on 2026-03-01")
    #expect(told(evidence, "last")?.fr == "dernier contrôle infraction, le 2026-03-01")
    #expect(told(evidence, "2 non")?.en == "2 non-conformities in 2 inspections")
    #expect(told(evidence, "2 non")?.fr == "2 non-conformités en 2 contrôles")
    #expect(evidence.reasons.first?.label.en.hasPrefix("last") == true)
    #expect(evidence.reasons.first?.source?.en == "c.csv, line 3")
  }

  @Test func whatWasRepairedWeighsLess() throws {
    func weight(_ repaired: String) throws -> Double {
      let table = Self.head + "1;2026-03-01;S1;A;manquement;rejets;\(repaired);47.1;4.5\n"
      return try reasons([("c.csv", table)], "site|S1|rejets").reasons.first?.value ?? 0
    }
    #expect(try weight("") > weight("2026-04-01"))
  }

  @Test func aCompliantSiteIsLowerUntilItIsLongAgo() throws {
    func total(_ date: String) throws -> Double {
      let table = Self.head + "1;\(date);S1;A;conforme;rejets;;47.1;4.5\n"
      return try reasons([("c.csv", table)], "site|S1|rejets").total
    }
    #expect(try total("2026-03-01") < RuleScores.base)
    #expect(try total("2018-03-01") > RuleScores.base)
  }

  @Test func whatIsNearIsCountedWithTheNearest() throws {
    let table =
      Self.head + "1;2026-03-01;S1;A;conforme;rejets;;47.1;4.5\n"
      + "2;2026-04-01;S2;Forge;manquement;rejets;;47.11;4.5\n"
      + "3;2026-05-01;S3;Moulin;manquement;rejets;;47.12;4.5\n"
    let evidence = try reasons([("c.csv", table)], "site|S1|rejets")
    #expect(
      told(evidence, "2 non")?.en
        == "2 non-conformities within 5 km in 12 months; the nearest: Forge, 1.1 km away, on 2026-04-01"
    )
    #expect(
      told(evidence, "2 non")?.fr
        == "2 non-conformités à moins de 5 km en 12 mois ; la plus proche : Forge, à 1,1 km, le 2026-04-01"
    )
  }

  @Test func theWaterNearASiteSpeaksForItsTheme() throws {
    var water = "code_station;date_prelevement;code_parametre;resultat;symbole_unite\n"
    for month in 1...8 { water += "06000001;2026-0\(month)-05;1340;\(20 + month * 3);mg(NO3)/L\n" }
    let stations =
      "code_station;libelle_station;longitude;latitude;nom_cours_eau\n06000001;AVAL;4.5;47.12;Le Ru\n"
    let table =
      Self.head + "1;2026-03-01;S1;A;conforme;nitrates;;47.1;4.5\n"
      + "2;2026-03-01;S2;B;conforme;pesticides;;47.1;4.5\n"
    let files = [("c.csv", table), ("a.csv", water), ("s.csv", stations)]
    let evidence = try reasons(files, "site|S1|nitrates")
    #expect(
      told(evidence, "nitrates")?.en
        == "nitrates: 44 mg/L on 2026-08-05, station 06000001 (Le Ru), 2.2 km away; 7 of 8 measurements "
        + "above 25 in 3 years")
    #expect(evidence.reasons.first { $0.label.en.hasPrefix("nitrates") }?.value ?? 0 > 0.5)
    // Nitrates say nothing of pesticides.
    let other = try reasons(files, "site|S2|pesticides")
    #expect(!other.reasons.contains { $0.label.en.hasPrefix("nitrates") })
  }
}
