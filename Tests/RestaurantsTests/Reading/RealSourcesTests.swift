import Foundation
import Review
import Testing

@testable import Restaurants

/// The prepared files, read whole; skipped where they are not.
@Suite(
  .enabled(if: SharedData.restaurants != nil, "the shared data of the project are not here"))
struct RealSourcesTests {
  @Test func readsThePreparedFiles() throws {
    let folder = try #require(SharedData.restaurants)
    let names = ["alimconfiance_2021_dev.csv", "avis_dev.tsv"]
    let clock = ContinuousClock()
    var outcome: ReadingFixture.Outcome?
    let time = try clock.measure {
      outcome = try ReadingFixture.read(names.map { folder.appendingPathComponent($0) })
    }
    let read = try #require(outcome)
    print("Restaurants: the two files in \(time), \(read.refusals.count) rows refused")
    #expect(read.refusals == [])
    #expect(read.sources.inspections.count == 23_739)
    #expect(read.sources.reviews.count == 12_902)
    #expect(read.sources.inspections.count { $0.outcome?.isNonCompliant == true } == 1277)
    #expect(read.sources.inspections.allSatisfy { $0.siret != nil && $0.date != nil })
    #expect(Set(read.sources.reviews.map(\.establishment)).count == 20)
    #expect(read.sources.files.map(\.rows) == [23_739, 12_902])
    #expect(time < .seconds(60))
  }

  @Test func readsTheWholeFolder() throws {
    let folder = try #require(SharedData.restaurants)
    let read = try ReadingFixture.read([folder])
    for refusal in read.refusals { print("refused:", refusal.sentence.en) }
    #expect(read.refusals.isEmpty)
    #expect(read.sources.inspections.count == 23_739 + 23_104)
    #expect(read.sources.places.count == 17)
    #expect(read.sources.places.allSatisfy { !$0.postcode.isEmpty && $0.location != nil })
    #expect(read.sources.labels.count == 280)
    let known = Set(read.sources.reviews.map(\.id))
    #expect(read.sources.labels.allSatisfy { known.contains($0.review) })
  }

  @Test func proposesEstablishmentsForPlaces() throws {
    let folder = try #require(SharedData.restaurants)
    let read = try ReadingFixture.read([folder])
    let clock = ContinuousClock()
    var joiner: PlaceJoiner?
    let time = clock.measure { joiner = PlaceJoiner(inspections: read.sources.inspections) }
    print("PlaceJoiner: index in \(time)")
    let settled = read.sources.places.count { place in
      let found = joiner?.candidates(for: place) ?? []
      #expect(found.count <= PlaceJoiner.candidateLimit)
      #expect(found.allSatisfy { $0.score <= 1 && !$0.reasons.isEmpty })
      return PlaceJoiner.settled(found) != nil
    }
    // The prepared inspections hold none of the prepared places: nothing may be joined.
    #expect(settled == 0)
  }
}
