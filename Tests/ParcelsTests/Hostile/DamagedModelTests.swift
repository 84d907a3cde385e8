import Foundation
import Learning
import Review
import Testing

@testable import Parcels

/// Versions of the model come from a store that others may have written to.
@Suite("Damaged versions of the model")
struct DamagedModelTests {
  private static func record(_ content: Data) -> ModelRecord {
    ModelRecord(
      project: .parcels, version: 7, state: .active, created: Timestamp(milliseconds: 0),
      content: content, sha256: "00",
      summary: TrainingSummary(exampleCount: 0, decisionCount: 0, lastSequence: 0, figures: []))
  }

  @Test("a version cut at any length is refused by its number")
  func cut() throws {
    let shipped = try #require(ShippedModel.current?.regions)
    let whole = ParcelsModel(regions: shipped).data()
    #expect(try ParcelsModel(Self.record(whole)).regions.bytes == shipped.bytes)
    for length in stride(from: 0, to: whole.count - 1, by: 97) {
      #expect(throws: EngineError.self) {
        try ParcelsModel(Self.record(Data(whole.prefix(length))))
      }
    }
  }

  @Test("bytes changed anywhere are refused or give finite answers")
  func changed() throws {
    let shipped = try #require(ShippedModel.current?.regions)
    let whole = ParcelsModel(regions: shipped).data()
    var random = SplitMix64(seed: 11)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0...random.below(3) {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      guard let model = try? ParcelsModel(Self.record(bytes)) else { continue }
      let odds = model.logOdds(measures([.networkMean: 2]))
      #expect(!odds.isNaN)
      let shares = model.regions.types(measures()).map(\.share)
      #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-9 })
    }
  }

  @Test("the shipped model is whole, and bytes that are not are not taken for one")
  func shipped() throws {
    let current = try #require(ShippedModel.current)
    let data = current.data
    #expect(try ShippedModel(data: data).data == data)
    for length in [0, 1, 8, 100, data.count / 2, data.count - 1] {
      #expect(throws: LearningError.self) { try ShippedModel(data: Data(data.prefix(length))) }
    }
    #expect(throws: LearningError.self) { try ShippedModel(data: Data(repeating: 255, count: 900)) }
  }
}
