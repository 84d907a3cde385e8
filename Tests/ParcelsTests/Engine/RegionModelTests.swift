import Learning
import Review
import Testing

@testable import Parcels

@Suite("The judge of regions")
struct RegionModelTests {
  /// Regions that are new when they are bright; caravans are narrow, buildings wide.
  static func known(_ count: Int, seed: UInt64 = 1) -> [KnownRegion] {
    var random = NetworkRandom(seed: seed)
    return (0..<count).map { index in
      let isNew = index % 3 == 0
      let isWide = index % 2 == 0
      return KnownRegion(
        measures: measures([
          .contrastAfter: (isNew ? 1.5 : 0) + random.normal() * 0.6,
          .width: (isWide ? 2.2 : 0.9) + random.normal() * 0.2,
          .networkMean: random.normal(),
        ]), isNew: isNew, type: isWide ? .building : .caravan, group: index % 7)
    }
  }

  @Test("the base learns, its reasons add up, its types sum to one")
  func base() throws {
    let model = try RegionModel.train(Self.known(300))
    let bright = measures([.contrastAfter: 2, .width: 0.9])
    #expect(model.logOdds(bright) > model.logOdds(measures([.width: 0.9])) + 1)
    let (start, parts) = model.contributions(bright)
    #expect(abs(start + parts.reduce(0, +) - model.logOdds(bright)) < 1e-9)
    let types = model.types(bright)
    #expect(types.first?.type == .caravan)
    #expect(abs(types.reduce(0) { $0 + $1.share } - 1) < 1e-6)
  }

  @Test("decisions move it, and few of them move it little")
  func decisions() throws {
    let base = try RegionModel.train(Self.known(300))
    // Here, bright things on vegetation are greenhouses: all rejected.
    func decided(_ count: Int) -> [KnownRegion] {
      (0..<count).map { index in
        KnownRegion(
          measures: measures([.contrastAfter: 1.5, .vegetationLost: index % 2 == 0 ? 2 : 0]),
          isNew: index % 2 == 1, weight: 3)
      }
    }
    let greenhouse = measures([.contrastAfter: 1.5, .vegetationLost: 2])
    let before = base.logOdds(greenhouse)
    let little = base.learning(from: decided(2)).logOdds(greenhouse)
    let much = base.learning(from: decided(60)).logOdds(greenhouse)
    #expect(much < little && much < before - 0.5)
    #expect(abs(little - before) < abs(much - before))
    #expect(base.learning(from: []).logOdds(greenhouse) == before)
  }

  @Test("answers of one kind move the level only, within bounds")
  func oneKind() throws {
    let base = try RegionModel.train(Self.known(300))
    let rejected = (0..<40).map { _ in
      KnownRegion(measures: measures([.contrastAfter: 2]), isNew: false)
    }
    let model = base.learning(from: rejected)
    #expect(model.shift < 0 && model.shift >= -3)
    #expect(model.correction.allSatisfy { $0 == 0 })
  }

  @Test("bytes are read back the same, damaged ones are refused")
  func bytes() throws {
    let model = try RegionModel.train(Self.known(200)).learning(from: Self.known(30, seed: 9))
    let again = try RegionModel(bytes: model.bytes)
    let one = measures([.contrastAfter: 1])
    #expect(again.logOdds(one) == model.logOdds(one))
    #expect(again.decisionCount == 30 && again.bytes == model.bytes)
    #expect(throws: LearningError.self) { try RegionModel(bytes: Array(model.bytes.dropLast(5))) }
    #expect(throws: LearningError.self) { try RegionModel(bytes: []) }
  }

  @Test(
    "« légal » is a real object; « déjà traité » says nothing",
    arguments: [
      (Verdict.accept, nil, true), (.reject, "legal", true), (.reject, "nothing-new", false),
      (.reject, "shadow", false), (.reject, "already-handled", nil), (.reject, "old", nil),
      (.later, nil, nil),
    ] as [(Verdict, String?, Bool?)])
  func labels(_ verdict: Verdict, _ reason: String?, _ isNew: Bool?) {
    let decision = Decision(
      suggestion: "a", project: .parcels, verdict: verdict, reason: reason,
      seen: .init(model: nil, score: 0, rank: 1, seconds: 1, language: .french))
    #expect(ParcelsTraining.isNew(decision) == isNew)
  }
}
