import Foundation
import Imagery
import Review
import Testing

@testable import Parcels

@Suite("From a find to a suggestion")
struct SuggestingTests {
  private static let now = Timestamp(milliseconds: 1_795_651_200_000)

  private static func source(_ folder: TemporaryFolder) throws -> PairSource {
    var picture = Picture(width: 400, height: 400, red: 90, green: 110, blue: 70)
    picture[0, 0] = (1, 2, 3)
    let before = try folder.write("p-2021-06-14.png", PNGWriter.data(picture))
    let after = try folder.write("p-2024-05-13.png", PNGWriter.data(picture))
    return PairSource(
      name: "p", before: before, after: after,
      beforeDate: try #require(CalendarDate(iso: "2021-06-14")),
      afterDate: try #require(CalendarDate(iso: "2024-05-13")), commune: "Vias",
      world: WorldFile(
        pixelWidth: 0.5, pixelHeight: 0.5, origin: GroundPoint(east: 728_000, north: 6_246_000)),
      beforeRect: PixelRect(x: 0, y: 0, width: 400, height: 400),
      afterRect: PixelRect(x: 0, y: 0, width: 400, height: 400), sha256: "00")
  }

  private static func find(_ x: Double, _ y: Double) -> PairScanner.Find {
    PairScanner.Find(
      measures: measures(),
      outline: [
        PixelPoint(x: x - 4, y: y - 2), PixelPoint(x: x + 4, y: y - 2),
        PixelPoint(x: x + 4, y: y + 2), PixelPoint(x: x - 4, y: y + 2),
      ], length: 4, width: 2, centre: PixelPoint(x: x, y: y), score: 0.5, area: 8, residual: 0.1)
  }

  @Test("one tile in ten, drawn where nothing was found, with its probability")
  func tiles() throws {
    let folder = try TemporaryFolder()
    let source = try Self.source(folder)
    let finds = (0..<18).map { Self.find(20 + Double($0 % 6) * 8, 20 + Double($0 / 6) * 8) }
    let maker = CandidateMaker(seed: 7)
    let (candidates, pictures) = try maker.candidates(source, finds: finds, scale: 1)
    let tiles = candidates.filter(\.isTile)
    #expect(candidates.count == 20 && tiles.count == 2 && pictures.count == 40)
    for tile in tiles {
      // 25 squares of 40 m, some of which hold finds.
      let drawn = try #require(tile.drawn)
      #expect(drawn > 2.0 / 25 - 1e-9 && drawn < 0.2 && tile.measures.isEmpty)
      for find in candidates where !find.isTile {
        let away = max(
          abs(find.centre.east - tile.centre.east), abs(find.centre.north - tile.centre.north))
        #expect(away > CandidateMaker.tileMetres / 2)
      }
    }
    // The same seed draws the same tiles; another draws others now and then.
    let again = try CandidateMaker(seed: 7).candidates(source, finds: finds, scale: 1).candidates
    #expect(again == candidates)
    let others = try (0..<6 as Range<UInt64>).map {
      try CandidateMaker(seed: $0).candidates(source, finds: finds, scale: 1).candidates
        .filter(\.isTile).map(\.key)
    }
    #expect(Set(others).count > 1)
  }

  @Test("the outline lies in the chip where it lies on the ground")
  func chips() throws {
    let folder = try TemporaryFolder()
    let source = try Self.source(folder)
    let (candidates, pictures) = try CandidateMaker(seed: 1).candidates(
      source, finds: [Self.find(200, 100)], scale: 1)
    let one = try #require(candidates.first)
    #expect(abs(one.centre.east - 728_100) < 0.5 && abs(one.centre.north - 6_245_950) < 0.5)
    let chip = try PNGReader.picture(
      try #require(pictures.first { $0.key == one.afterPicture }).content, file: "chip")
    #expect(Double(chip.width) * one.chipMetres >= 28)
    let xs = one.chipOutline.map(\.x)
    let middle = xs.reduce(0, +) / Double(xs.count)
    #expect(abs(middle - Double(chip.width) / 2) < 1.5)
    #expect(abs(((xs.max() ?? 0) - (xs.min() ?? 0)) * one.chipMetres - 4) < 0.3)
  }

  @Test("statuses of Aigle find their object by place, and say only whether it is real")
  func decided() {
    let near = GroundPoint(east: 728_054, north: 6_245_953)
    func row(_ place: GroundPoint, _ status: String) -> AigleRow {
      let (isReal, isIrregular) = AigleReader.status(status)
      return AigleRow(
        number: "1", place: place, isReal: isReal, isIrregular: isIrregular, type: "caravane")
    }
    let one = candidate()
    func labels(_ rows: [AigleRow]) -> [Double?] {
      DecidedPlaces(rows).examples([one]).map(\.label)
    }
    #expect(labels([row(near, "Légal")]) == [1] && labels([row(near, "Invalidé")]) == [0])
    #expect(labels([row(near, "Non vérifié")]).isEmpty && labels([]).isEmpty)
    let far = GroundPoint(east: 728_154, north: 6_245_953)
    #expect(labels([row(far, "Illégal")]).isEmpty)
    // The nearest of several counts.
    #expect(labels([row(far, "Illégal"), row(near, "Invalidé")]) == [0])
    var tile = one
    tile.measures = []
    #expect(DecidedPlaces([row(near, "Illégal")]).examples([tile]).isEmpty)
  }

  private func suggestion(_ candidate: Candidate) throws -> Suggestion {
    SuggestionComposer(
      judge: try RegionJudge(nil, shipped: ShippedModel.current), weights: PriorityWeights([:]),
      request: AnalysisRequest(today: Self.now.day, now: Self.now, model: nil, pseudonymSalt: "s")
    ).suggestion(candidate)
  }

  @Test("before any decision a score is a level, never a percentage")
  func levels() throws {
    for change in [[:], [RegionMeasure.networkMean: Float(3)]] {
      let made = try suggestion(candidate(measures: measures(change)))
      guard case .rule(let level) = made.score.basis else {
        Issue.record("a percentage that nothing calibrates")
        continue
      }
      #expect((1...3).contains(level))
    }
  }

  @Test("a tile and a miss say what they are; a plan comes with parcels only")
  func kinds() throws {
    var tile = candidate()
    tile.measures = []
    tile.drawn = 0.1
    let blind = try suggestion(tile)
    #expect(blind.title == "Tuile tirée au hasard" && blind.selection.reason == .random)
    #expect(blind.features == nil && blind.selection.probability == 0.1)
    var miss = candidate()
    miss.measures = []
    miss.isMiss = true
    #expect(try suggestion(miss).title == "Objet tracé à la main")
    var placed = candidate()
    #expect(PlanWriter(candidate: placed).plan == nil)
    placed.around = [
      Parcel(
        id: "34332000AB0439", section: "AB", number: "439", commune: "34332",
        shape: square(728_000, 6_245_900, 120))
    ]
    guard case .plan(let plan) = PlanWriter(candidate: placed).plan else {
      Issue.record("no plan")
      return
    }
    #expect(plan.shapes.count == 2 && plan.description.fr.contains("AB 439"))
  }

  @Test("what is seen is said in words of both languages")
  func words() throws {
    let seen = candidate(
      measures: measures([
        .whitenessAfter: 2, .vegetationLost: 1, .shadowAfter: 1, .rectangularity: 0.95,
      ]))
    for case .picturePair(let pair) in try suggestion(seen).evidence {
      for part in [
        "clair et sans teinte", "végétation disparue", "ombre nouvelle", "rectangulaire",
      ] {
        #expect(pair.description.fr.contains(part))
      }
      #expect(pair.description.en.contains("rectangular"))
    }
    #expect(LocalizedText.decimal(6.84, 1).fr == "6,8")
  }
}
