import Foundation
import Review
import Testing

@testable import Restaurants

@Suite("Features of establishments")
struct EncoderTests {
  private let made = MadeInspections.make(600)

  private func encoder(_ recent: [Inspection]) -> EstablishmentEncoder {
    EstablishmentEncoder(training: recent, history: made.older)
  }

  /// Bit patterns, so that missing values compare equal.
  private func bits(_ features: EstablishmentFeatures) -> [UInt32] {
    features.values.map(\.bitPattern)
  }

  @Test("an establishment never meets its own outcome")
  func ownOutcome() {
    for row in [0, 17, 300] {
      var flipped = made.recent
      flipped[row].outcome = flipped[row].outcome == .urgent ? .verySatisfactory : .urgent
      let subject = EstablishmentSubject(made.recent[row])
      let first = bits(encoder(made.recent).features(of: subject))
      let second = bits(encoder(flipped).features(of: subject))
      #expect(first == second)
    }
  }

  @Test("neither the day of the inspection nor the words of the name are features")
  func notFeatures() {
    let encoder = encoder(made.recent)
    for row in 0..<50 {
      let subject = EstablishmentSubject(made.recent[row])
      var other = subject
      other.asOf = subject.asOf?.adding(days: -3)
      other.name = "CHEZ WANG, CUISINE CHINOISE \(row)"
      var (first, second) = (encoder.features(of: subject), encoder.features(of: other))
      // The age of the past is kept in whole years; here it may pass a birthday.
      first[.lastAge] = .nan
      second[.lastAge] = .nan
      first[.chainSize] = 0
      second[.chainSize] = 0
      #expect(bits(first) == bits(second))
    }
  }

  @Test("only what happened strictly before counts as the past")
  func past() {
    let history = OutcomeHistory(made.older + made.recent)
    var checked = 0
    for inspection in made.older {
      let siret = inspection.siret ?? ""
      #expect(history.past(siret: siret, before: inspection.date) == nil)
      let after = inspection.date?.adding(days: 1)
      #expect(history.past(siret: siret, before: after)?.last == inspection.outcome)
      #expect(history.past(siret: siret, before: nil)?.count == 2)
      checked += 1
    }
    #expect(checked > 100)
    #expect(history.past(siret: "", before: nil) == nil)
  }

  @Test("what is learned shows: risky bakeries, their département and neighbours")
  func rates() {
    let encoder = encoder(made.recent)
    var bakery = EstablishmentSubject(
      name: "X", postcode: "13000", commune: "VILLE 13",
      activities: ["Boulangerie-Pâtisserie"],
      location: Coordinate(latitude: 45.02, longitude: 3.02))
    let risky = encoder.features(of: bakery)
    bakery.activities = ["Restauration collective"]
    let calm = encoder.features(of: bakery)
    #expect(risky[.activityRate] > calm[.activityRate])
    #expect(risky[.departmentActivityRatio] > 0.2)
    #expect(risky[.neighbours1500].isFinite)
    #expect(risky[ActivityGroup.bakery] && !calm[ActivityGroup.bakery])
    #expect(risky[.lastOutcome].isNaN && risky[.pastCount] == 0)
  }

  @Test("an unknown establishment without anything has features all the same")
  func unknown() {
    let features = encoder(made.recent).features(
      of: EstablishmentSubject(name: "", activities: []))
    #expect(features[.departmentRatio] == 0)
    #expect(features[.isUnlocated] == 1 && features[.neighbours300].isNaN)
    #expect(features[.department].isNaN && features[.companyNumber].isNaN)
    let empty = EstablishmentEncoder(training: [], history: [])
    #expect(empty.features(of: EstablishmentSubject(made.recent[0]))[.departmentRatio] == 0)
  }

  @Test("read back, the encoder gives the same features; damage is refused")
  func bytes() throws {
    let encoder = encoder(made.recent)
    let bytes = encoder.bytes
    let read = try EstablishmentEncoder(bytes: bytes)
    for inspection in made.recent.prefix(40) {
      let subject = EstablishmentSubject(inspection)
      #expect(bits(read.features(of: subject)) == bits(encoder.features(of: subject)))
    }
    #expect(read.bytes == bytes)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("ETABLISSEMENT"))
    for length in [0, 8, bytes.count / 3, bytes.count - 1] {
      #expect(throws: (any Error).self) {
        try EstablishmentEncoder(bytes: Array(bytes.prefix(length)))
      }
    }
  }

  @Test("features are frozen and thawed; another schema is not taken")
  func frozen() {
    let features = encoder(made.recent).features(of: EstablishmentSubject(made.recent[3]))
    let frozen = features.frozen
    #expect(EstablishmentFeatures(frozen).map(bits) == bits(features))
    let other = FrozenFeatures(schema: "establishment/0", values: frozen.values)
    #expect(EstablishmentFeatures(other) == nil)
  }

  @Test(
    "the département of a postcode",
    arguments: [("34000", "34"), ("20190", "20"), ("97410", "974"), ("", ""), ("123", "")])
  func department(postcode: String, department: String) {
    let subject = EstablishmentSubject(name: "", postcode: postcode, activities: [])
    #expect(subject.department == department)
  }

  @Test("company and rank come from a SIRET, not from an authority's identifier")
  func company() {
    let known = EstablishmentSubject(siret: "87863933500016", name: "", activities: [])
    #expect(known.company == 878_639_335 && known.rank == 1)
    let other = EstablishmentSubject(siret: "FR34172001CE", name: "", activities: [])
    #expect(other.company == nil && other.rank == nil)
  }
}
