import Foundation
import Learning
import Review
import Testing

@testable import Inspections

@Suite struct DriftTests {
  private func matrix(_ count: Int, shift: Double, seed: UInt64) throws -> DenseMatrix {
    var generator = SplitMix64(seed: seed)
    return try DenseMatrix(
      rows: (0..<count).map { _ in
        [Float(generator.unit() + shift), generator.unit() < 0.2 ? .nan : 1]
      })
  }

  private func profile() throws -> InputProfile {
    InputProfile(
      try matrix(2000, shift: 0, seed: 1), columns: ["size", "mark"],
      lists: ["codes": ["1", "2", "3"]])
  }

  @Test func theSamePopulationIsQuiet() throws {
    let changes = try profile().changes(
      matrix(1000, shift: 0, seed: 2), lists: ["codes": ["1": 9, "3": 4]])
    #expect(changes.isEmpty)
  }

  @Test func aShiftRaisesAnAlarm() throws {
    let changes = try profile().changes(
      matrix(1000, shift: 0.4, seed: 2), lists: ["codes": ["1": 3, "2": 3]])
    #expect(changes.map(\.name) == ["size"])
    #expect(changes[0].isAlarm && changes[0].size > 0.25)
    #expect(changes[0].sentence.fr.contains("PSI"))
  }

  @Test func newCodesAreNamed() throws {
    let changes = try profile().changes(
      matrix(1000, shift: 0, seed: 2),
      lists: ["codes": ["41": 2, "42": 1, "43": 1, "44": 1, "1": 5]])
    #expect(changes.count == 1 && changes[0].isAlarm)
    #expect(changes[0].sentence.en.contains("4 new values (41, 42, 43, 44), 50% of rows, 2 gone"))
  }

  /// One new code in a thousand rows is told when asked, and raises no alarm.
  @Test func aRareNewCodeIsNoAlarm() throws {
    let changes = try profile().changes(
      matrix(1000, shift: 0, seed: 2), lists: ["codes": ["1": 990, "2": 9, "77": 1]])
    #expect(changes.count == 1 && !changes[0].isAlarm)
    #expect(
      changes[0].sentence.fr
        == "liste « codes » : 1 valeur nouvelle (77), 0 % des lignes, 1 disparue")
  }

  @Test func fewRowsTellNothingOfAPopulation() throws {
    let profile = try profile()
    #expect(profile.changes(try matrix(49, shift: 5, seed: 2), lists: [:]).isEmpty)
    #expect(!profile.changes(try matrix(50, shift: 5, seed: 2), lists: [:]).isEmpty)
  }

  // MARK: Through the engine

  private func controls(_ count: Int, theme: String, herd: Int) -> String {
    var text =
      "Numero;Date;Code site;Nom du site;Theme;Agent;Resultat;Suites;Echeance;Regularise le;"
      + "Commune;Departement;Latitude;Longitude;UGB;Nb constats\n"
    for number in 0..<count {
      let date = CalendarDate(daysSinceEpoch: day("2026-08-01") + Int32(number)).iso
      text +=
        "N\(number);\(date);0099.0010\(number % 8);X;\(theme);Service Nord;conforme;;;;"
        + "Orsigny;99;47.4;4.7;\(herd + number % 50);0\n"
    }
    return text
  }

  /// Themes renamed and a column in another unit: warned before the scores, in both languages, and the
  /// work counts as done.
  @Test func newCodesAndUnitsAreWarnedBeforeScoring() throws {
    let (store, _) = try SampleDepartment.filled()
    _ = try SampleDepartment.promoted(store)
    let scratch = try Scratch()
    let map = SampleDepartment.folder.appendingPathComponent("controles.yaml")
    let file = try scratch.file("new.csv", controls(90, theme: "DIFFUSE-2027", herd: 9000))
    let listener = Listener()
    try SampleDepartment.analyse(store, [file, map], listener)
    #expect(listener.refusals.isEmpty)
    #expect(
      listener.warnings.contains { $0.en.contains("list “theme”: 1 new value (DIFFUSE-2027)") })
    #expect(listener.warnings.contains { $0.fr.contains("« UGB » a changé") })
    // The usual rows raise nothing.
    let quiet = Listener()
    try SampleDepartment.analyse(store, [SampleDepartment.folder], quiet)
    #expect(!quiet.warnings.contains { $0.en.contains("DIFFUSE-2027") })
  }

  @Test func aRenamedColumnIsWarnedBeforeScoring() throws {
    let (store, _) = try SampleDepartment.filled()
    _ = try SampleDepartment.promoted(store)
    let scratch = try Scratch()
    let map = SampleDepartment.folder.appendingPathComponent("controles.yaml")
    let table = controls(90, theme: "rejets", herd: 40).replacingOccurrences(
      of: "UGB", with: "UGB_2")
    let listener = Listener()
    try SampleDepartment.analyse(store, [try scratch.file("new.csv", table), map], listener)
    #expect(listener.refusals.isEmpty)
    #expect(listener.warnings.contains { $0.en.contains("absent (UGB); renamed?") })
    #expect(listener.warnings.contains { $0.en.contains("“UGB” has changed") })
    // A mapping with other columns says so too.
    let other = try String(contentsOf: map, encoding: .utf8)
      .replacingOccurrences(of: "[UGB]", with: "[UGB_2]")
    let second = Listener()
    try SampleDepartment.analyse(
      store, [try scratch.file("new.csv", table), try scratch.file("m.yaml", other)], second)
    #expect(
      second.warnings.contains { $0.en.contains("missing since the training: UGB; new: UGB_2") })
  }

  @Test func aProfileSurvivesItsBytes() throws {
    let profile = try profile()
    #expect(try InputProfile(bytes: profile.bytes) == profile)
    #expect(throws: LearningError.self) {
      try InputProfile(bytes: Array(profile.bytes.dropLast(4)))
    }
  }

  @Test func usefulnessNeedsDecisionsAndOrdersOnly() throws {
    let rows = (0..<60).map {
      UsefulnessModel.features(risk: Double($0 + 1) / 62, isStation: $0 % 2 == 0)
    }
    #expect(
      try UsefulnessModel.train(Array(rows.prefix(20)), accepted: (0..<20).map { $0 > 9 }) == nil)
    let model = try #require(try UsefulnessModel.train(rows, accepted: (0..<60).map { $0 > 25 }))
    #expect(model.factor(rows[59]) > model.factor(rows[0]))
    #expect(model.factor(rows[0]) >= 0.5 && model.factor(rows[59]) <= 1.5)
    let again = try UsefulnessModel(bytes: model.bytes)
    #expect(again.factor(rows[30]) == model.factor(rows[30]))
  }

  @Test func decayedTalliesForget() {
    var tally = DecayedTally()
    tally.add(1, day: 0, halfLife: 100)
    #expect(tally.mean(0, halfLife: 100, prior: 0, strength: 1) == 0.5)
    #expect(abs(tally.at(100, halfLife: 100).weight - 0.5) < 1e-12)
    #expect(abs(tally.mean(10_000, halfLife: 100, prior: 0.2, strength: 1) - 0.2) < 1e-9)
  }

  @Test func seasonsAreSeen() {
    var tally = SeasonTally()
    for year in 0..<8 {
      let start = Int32(year * 365)
      tally.add(4, day: start + 20, dayOfYear: 20)
      tally.add(1, day: start + 200, dayOfYear: 200)
    }
    let winter = tally.expectation(8 * 365 + 20, dayOfYear: 20, mean: 2)
    let summer = tally.expectation(8 * 365 + 200, dayOfYear: 200, mean: 2)
    #expect(winter.level > 3 && summer.level < 1.8)
    #expect(SeasonTally().expectation(5, dayOfYear: 5, mean: 2).level == 2)
  }
}
