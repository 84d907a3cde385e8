import Foundation
import Imagery
import Learning
import Review
import Testing

@testable import Parcels

@Suite("What decisions teach")
struct DecisionTests {
  /// Regions of which the network's mean tells most.
  private static func known(_ count: Int) -> [KnownRegion] {
    (0..<count).map { number in
      let isNew = number % 3 == 0
      var one = measures([
        .networkMean: isNew ? 1.5 + Float(number % 5) * 0.2 : -1.5 - Float(number % 7) * 0.2,
        .area: Float(number % 11) * 0.3, .length: Float(number % 4),
      ])
      one[RegionMeasure.width.rawValue] = Float(number % 6) * 0.2
      return KnownRegion(
        measures: one, isNew: isNew, type: number % 2 == 0 ? .caravan : .dump, group: number % 7)
    }
  }

  @Test("of ten decisions eight are the best, one is uncertain, one is drawn")
  func queue() throws {
    let rows = Self.known(60)
    let base = try RegionModel.train(rows)
    let queue = DecisionQueue(rows, base: base, seed: 3)
    let first = queue.first(10)
    #expect(first.count == 10)
    let scores = rows.map { base.logOdds($0.measures) }.sorted(by: >)
    #expect(
      first.prefix(8).map { base.logOdds($0.measures) }.elementsEqual(scores.prefix(8)))
    #expect(queue.first(500).count == 60)
    #expect(queue.first(0).isEmpty && DecisionQueue([], base: base, seed: 1).first(5).isEmpty)
    #expect(queue.first(30).map(\.group) == queue.first(30).map(\.group))
  }

  @Test("types are told by their middle sizes, and rare ones are not drowned")
  func types() throws {
    var random = SplitMix64(seed: 4)
    func region(_ type: ObjectType, _ length: Double, _ width: Double) -> KnownRegion {
      let (l, w) = (length * (0.9 + random.unit() * 0.2), width * (0.9 + random.unit() * 0.2))
      return KnownRegion(
        measures: measures([
          .length: Float(log(l)), .width: Float(log(w)), .area: Float(log(l * w)),
          .elongation: Float(log(l / w)), .networkMean: Float(random.unit()),
        ]), isNew: true, type: type)
    }
    var rows: [KnownRegion] = []
    for _ in 0..<60 { rows.append(region(.building, 15, 10)) }
    for _ in 0..<60 { rows.append(region(.dump, 3, 2.4)) }
    for _ in 0..<9 { rows.append(region(.caravan, 6.5, 2.3)) }
    rows.append(KnownRegion(measures: measures(), isNew: false, type: nil))
    let model = try RegionModel.train(rows)
    for (type, length, width) in [
      (ObjectType.building, 15.0, 10.0), (.dump, 3, 2.4), (.caravan, 6.5, 2.3),
    ] {
      let found = model.types(region(type, length, width).measures)
      #expect(found.first?.type == type)
      #expect(abs(found.reduce(0) { $0 + $1.share } - 1) < 1e-6)
    }
    #expect(TypeMeasures.values(measures()).count == TypeMeasures.count)
    #expect(try RegionModel(bytes: model.bytes).types(rows[0].measures).first?.type == .building)
  }

  @Test(
    "a size that a type cannot have speaks against it, one that it has does not",
    arguments: [
      (ObjectType.container, 48.7, 16.7, false), (.container, 6, 2.6, true),
      (.caravan, 7, 2.5, true), (.caravan, 20, 9, false), (.mobileHome, 9, 4, true),
      (.mobileHome, 30, 12, false), (.pool, 8, 4, true), (.shed, 40, 20, true),
      (.building, 12, 9, true), (.building, 2, 1, false), (.other, 500, 400, true),
    ])
  func sizes(_ type: ObjectType, _ length: Double, _ width: Double, _ fits: Bool) {
    let region = measures([.length: Float(log(length)), .width: Float(log(width))])
    let share = TypeSizes.share(type, region)
    #expect(fits ? share == 1 : share < 0.3)
    // Heaps are rarer than what is lived in, at any size that both may have.
    #expect(TypeSizes.share(.dump, measures([.length: 1.9, .width: 1])) < 1)
    #expect(TypeSizes.share(type, []) == 1)
  }

  private static func record(_ model: ParcelsModel) -> ModelRecord {
    ModelRecord(
      project: .parcels, version: 1, state: .candidate, created: Timestamp(milliseconds: 0),
      content: model.data(), sha256: "",
      summary: TrainingSummary(
        exampleCount: 0, decisionCount: 0, lastSequence: 0, figures: [], remarks: []))
  }

  @Test("a pixel model goes with a version and comes back; where the network is silent so is it")
  func pixels() throws {
    let pair = RegionTests.pair()
    let features = PixelFeatures(pair)
    let inside = (30..<38).flatMap { y in (20..<40).map { y * 80 + $0 } }
    let outside = (0..<160).map { $0 * 13 % 1900 }
    let model = try PixelModel.train(
      features.rows(inside + outside), columns: features.planes.count,
      labels: inside.map { _ in true } + outside.map { _ in false },
      weights: [Double](repeating: 1, count: inside.count + outside.count))
    let regions = try RegionModel.train(Self.known(40))
    let version = ParcelsModel(regions: regions, pixels: model)
    let back = try ParcelsModel(Self.record(version))
    let kept = try #require(back.pixels)
    var map = Plane(width: 80, height: 80, value: 0.01)
    for pixel in inside { map.values[pixel] = 0.5 }
    for x in 0..<20 { map[x, 5] = 0.5 }
    let sharpened = try kept.sharpened(map, pair)
    #expect(sharpened[30, 34] > 0.55 && sharpened[5, 5] < 0.45)
    #expect(sharpened[70, 70] == 0.01)
    #expect(try ParcelsModel(Self.record(ParcelsModel(regions: regions))).pixels == nil)
    #expect(throws: LearningError.self) { try PixelModel(bytes: [1, 2, 3]) }
  }

  @Test(
    "outlines of decisions are read back, and nonsense is none",
    arguments: [
      ("1 2;3 4;5 6", 3), ("1 2;3 4", nil), ("", nil), ("x y;z w;a b", nil),
      ("1 2;nan 4;5 6;7 8", 3), ("1 2 3;4 5;6 7;8 9", 3),
    ] as [(String, Int?)])
  func outlines(_ text: String, _ count: Int?) {
    let decision = Decision(
      suggestion: "s", project: .parcels, verdict: .accept,
      correction: [ParcelsActions.outlineField: text],
      seen: .init(model: nil, score: 0.5, rank: 1, seconds: 1, language: .french))
    #expect(ParcelsActions.outline(decision)?.count == count)
  }
}
