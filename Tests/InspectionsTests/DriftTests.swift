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
      matrix(1000, shift: 0, seed: 2), lists: ["codes": ["1", "3"]])
    #expect(changes.isEmpty)
  }

  @Test func aShiftRaisesAnAlarm() throws {
    let changes = try profile().changes(
      matrix(1000, shift: 0.4, seed: 2), lists: ["codes": ["1", "2"]])
    #expect(changes.map(\.name) == ["size"])
    #expect(changes[0].isAlarm && changes[0].size > 0.25)
    #expect(changes[0].sentence.fr.contains("PSI"))
  }

  @Test func newCodesAreNamed() throws {
    let changes = try profile().changes(
      matrix(1000, shift: 0, seed: 2), lists: ["codes": ["41", "42", "43", "44"]])
    #expect(changes.count == 1 && changes[0].isAlarm)
    #expect(changes[0].sentence.en.contains("4 new values (41, 42, 43, 44), 3 gone"))
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
