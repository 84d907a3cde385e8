import Foundation
import Imagery
import Review
import ReviewStore
import Testing

@testable import Parcels

@Suite("Pixels of decided objects")
struct DecidedPixelTests {
  private static let now = Timestamp(milliseconds: 1_795_651_200_000)

  /// Grass on which a white rectangle came (8 × 4 m), and a brown one that means nothing.
  private static func chips() -> (before: Picture, after: Picture) {
    var random = NetworkRandom(seed: 9)
    let side = 120
    var before = Picture(width: side, height: side)
    for pixel in 0..<before.count {
      let shade = UInt8(70 + random.below(30))
      before[pixel % side, pixel / side] = (shade, shade + 25, shade - 20)
    }
    var after = before
    for y in 40..<56 { for x in 40..<72 { after[x, y] = (235, 235, 230) } }
    for y in 80..<100 { for x in 20..<60 { after[x, y] = (120, 96, 70) } }
    return (before, after)
  }

  /// A candidate over a rectangle of the chip, in pixels of a quarter of a metre.
  private static func object(_ number: Int, _ rect: PixelRect) -> Candidate {
    var one = candidate("dunes|2021-06-14|2024-05-13|\(number)|0")
    let corners = [
      (rect.x, rect.y), (rect.maxX, rect.y), (rect.maxX, rect.maxY), (rect.x, rect.maxY),
    ]
    one.chipMetres = 0.25
    one.chipOutline = corners.map { PixelPoint(x: Double($0.0), y: Double($0.1)) }
    one.outline = corners.map {
      GroundPoint(east: 728_000 + Double($0.0) / 4, north: 6_246_000 - Double($0.1) / 4)
    }
    one.centre = GroundPoint(east: 728_015, north: 6_245_985)
    one.beforePicture = "before"
    one.afterPicture = "after"
    return one
  }

  private static let white = PixelRect(x: 40, y: 40, width: 32, height: 16)
  private static let brown = PixelRect(x: 20, y: 80, width: 40, height: 20)

  private static func store(_ candidates: [Candidate]) throws -> MemoryStore {
    let store = MemoryStore(agent: "marie")
    let (before, after) = chips()
    let encoder = JSONEncoder()
    try store.save(
      records: [("before", before), ("after", after)].map {
        SourceRecord(
          project: .parcels, kind: Candidate.pictureKind, key: $0.0,
          content: PNGWriter.data($0.1))
      }
        + candidates.map {
          SourceRecord(
            project: .parcels, kind: Candidate.kind, key: $0.key, content: try encoder.encode($0))
        })
    return store
  }

  private func request(_ decided: [(String, Verdict, [String: String])]) -> TrainingRequest {
    TrainingRequest(
      decisions: decided.enumerated().map { number, one in
        TrainingRequest.LabelledDecision(
          sequence: number + 1, agent: "marie", time: Self.now,
          decision: Decision(
            suggestion: "s\(number)", project: .parcels, verdict: one.1,
            reason: one.1 == .reject ? "vegetation" : nil, correction: one.2,
            seen: .init(model: nil, score: 0.5, rank: 1, seconds: 1, language: .french)),
          naturalKey: one.0, features: nil, selection: Selection(.best))
      },
      circumstances: AnalysisRequest(
        today: Self.now.day, now: Self.now, model: nil, pseudonymSalt: "salt"),
      lastSequence: decided.count)
  }

  @Test("real objects and false alarms, enough of both, sharpen the search")
  func learning() throws {
    let candidates =
      (0..<8).map { Self.object($0, Self.white) } + (8..<16).map { Self.object($0, Self.brown) }
    let store = try Self.store(candidates)
    let decided = candidates.enumerated().map {
      ($1.key, $0 < 8 ? Verdict.accept : .reject, [String: String]())
    }
    let pixels = try DecidedPixels(
      request(decided), records: store.records, observer: Listener())
    let model = try #require(pixels.model)
    let (before, after) = Self.chips()
    let pair = PreparedPair(
      PicturePair(name: "", before: before, after: after, metres: 0.25, world: nil))
    var map = Plane(width: pair.width, height: pair.height, value: 0.02)
    for y in 20..<28 { for x in 20..<36 { map[x, y] = 0.4 } }
    for y in 40..<50 { for x in 10..<30 { map[x, y] = 0.4 } }
    let sharpened = try model.sharpened(map, pair)
    #expect(sharpened[28, 24] > 0.5 && sharpened[20, 45] < 0.3)
    // Four real ones are too few.
    let fewer = try DecidedPixels(
      request(Array(decided.dropFirst(4))), records: store.records, observer: Listener())
    #expect(fewer.model == nil && fewer.heldOut.isEmpty)
  }

  @Test("trees have a say in the score of the like, and none without pictures")
  func opinions() throws {
    let candidates =
      (0..<8).map { Self.object($0, Self.white) } + (8..<16).map { Self.object($0, Self.brown) }
    let store = try Self.store(candidates)
    let decided = candidates.enumerated().map {
      ($1.key, $0 < 8 ? Verdict.accept : .reject, [String: String]())
    }
    let pixels = try DecidedPixels(
      request(decided), records: store.records, observer: Listener())
    // What trees that did not see them say: the same, out of folds.
    let held = pixels.heldOut
    #expect(held.count == 16)
    for (number, one) in candidates.enumerated() {
      let said = try #require(held[one.key])
      #expect(number < 8 ? said > 1 : said < -1)
    }
    var judge = try RegionJudge(nil, shipped: ShippedModel.current)
    func said(_ candidate: Candidate, hasPictures: Bool = true) -> Double {
      judge.opinion(candidate) { name in
        hasPictures
          ? try store.records.record(
            project: .parcels, kind: Candidate.pictureKind, key: name)?.content : nil
      }
    }
    #expect(said(candidates[0]) == 0)
    judge.pixels = pixels.model
    #expect(said(candidates[0]) > 1 && said(candidates[12]) < -1)
    #expect(said(candidates[0], hasPictures: false) == 0)
    var tile = candidates[0]
    tile.measures = []
    #expect(said(tile) == 0)
  }

  @Test(
    "an opinion moves the score by as much as its reason says", arguments: [-3.0, -0.4, 0.6, 3])
  func reasons(_ opinion: Double) throws {
    let composer = SuggestionComposer(
      judge: try RegionJudge(nil, shipped: ShippedModel.current), weights: PriorityWeights([:]),
      request: AnalysisRequest(
        today: Self.now.day, now: Self.now, model: nil, pseudonymSalt: "salt"))
    func contributions(_ opinion: Double) throws -> ContributionsEvidence {
      let made = composer.suggestion(Self.object(1, Self.white), opinion: opinion)
      for case .contributions(let found) in made.evidence {
        #expect(abs(1 / (1 + exp(-found.total)) - made.score.value) < 1e-9)
        return found
      }
      throw CancellationError()
    }
    let without = try contributions(0)
    let with = try contributions(opinion)
    let slope = composer.judge.calibration.slope
    #expect(abs(with.total - without.total - slope * opinion) < 1e-9)
    let reason = try #require(with.reasons.first { $0.label.fr.contains("décidé") })
    #expect(abs(reason.value - slope * opinion) < 1e-9)
    #expect(!without.reasons.contains { $0.label.fr.contains("décidé") })
  }

  @Test("an outline that an agent gave counts instead of the engine's")
  func redrawn() throws {
    // The engine drew the brown ground; the agent moved the outline to the white roof.
    let ring = Self.object(0, Self.white).outline
      .map { "\($0.east) \($0.north)" }.joined(separator: ";")
    let candidates =
      (0..<8).map { Self.object($0, Self.brown) } + (8..<16).map { Self.object($0, Self.brown) }
    let store = try Self.store(candidates)
    let decided = candidates.enumerated().map {
      (
        $1.key, $0 < 8 ? Verdict.accept : .reject,
        $0 < 8 ? [ParcelsActions.outlineField: ring] : [:]
      )
    }
    let model = try #require(
      try DecidedPixels(request(decided), records: store.records, observer: Listener()).model)
    let (before, after) = Self.chips()
    let pair = PreparedPair(
      PicturePair(name: "", before: before, after: after, metres: 0.25, world: nil))
    let map = Plane(width: pair.width, height: pair.height, value: 0.4)
    let sharpened = try model.sharpened(map, pair)
    #expect(sharpened[28, 24] > sharpened[20, 45] + 0.2)
  }

  @Test("what is not at hand, put off or hostile is passed over")
  func missing() throws {
    var broken = Self.object(1, Self.white)
    broken.afterPicture = "nowhere"
    var odd = Self.object(2, Self.white)
    odd.chipMetres = 0
    let store = try Self.store([
      broken, odd, Self.object(3, PixelRect(x: 900, y: 0, width: 2, height: 2)),
    ])
    let decided: [(String, Verdict, [String: String])] = [
      (broken.key, .accept, [:]), (odd.key, .accept, [:]), ("unknown|a|b|1|2", .accept, [:]),
      ("unknown|a|b|1|2|miss|3|4", .accept, [:]), (broken.key, .later, [:]),
      ("dunes|2021-06-14|2024-05-13|3|0", .reject, [:]),
    ]
    let pixels = try DecidedPixels(
      request(decided), records: store.records, observer: Listener())
    #expect(pixels.model == nil)
    let stopped = Listener()
    stopped.isCancelled = true
    #expect(throws: CancellationError.self) {
      try DecidedPixels(request(decided), records: store.records, observer: stopped)
    }
  }
}
