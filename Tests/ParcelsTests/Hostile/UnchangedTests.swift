import Foundation
import Imagery
import Review
import Scenes
import Testing

@testable import Parcels

/// Pairs in which nothing came, and pictures that are no pictures of the ground.
@Suite("Pictures without anything to find")
struct UnchangedTests {
  static let world = WorldFile(
    pixelWidth: 0.5, pixelHeight: 0.5, origin: GroundPoint(east: 728_000, north: 6_246_000))

  static func source(
    _ before: Picture, _ after: Picture, _ folder: TemporaryFolder, metres: Double = 0.5
  ) throws -> PairSource {
    let rect = PixelRect(x: 0, y: 0, width: before.width, height: before.height)
    return PairSource(
      name: "p", before: try folder.write("a.png", PNGWriter.data(before)),
      after: try folder.write("b.png", PNGWriter.data(after)),
      beforeDate: try #require(CalendarDate(iso: "2021-06-14")),
      afterDate: try #require(CalendarDate(iso: "2024-05-13")), commune: "Vias",
      world: WorldFile(pixelWidth: metres, pixelHeight: metres, origin: world.origin),
      beforeRect: rect, afterRect: rect, sha256: "00")
  }

  static func finds(_ before: Picture, _ after: Picture) throws -> [PairScanner.Find] {
    let folder = try TemporaryFolder()
    let network = try #require(ShippedModel.current?.network)
    return try PairScanner(network: network).scan(
      source(before, after, folder), isCancelled: { false }, progressed: { _, _ in })
  }

  private static func painted(_ seed: UInt64, _ setting: Scenes.Scene.Setting) -> Picture {
    var maker = SceneMaker(seed: seed, side: 60, setting: setting)
    return ScenePainter(maker.make(), metresPerPixel: 0.5).picture(later: true)
  }

  @Test("of a picture and itself nothing is found", arguments: Scenes.Scene.Setting.allCases)
  func same(_ setting: Scenes.Scene.Setting) throws {
    for seed in 40..<43 as Range<UInt64> {
      let picture = Self.painted(seed, setting)
      #expect(try Self.finds(picture, picture).isEmpty)
    }
  }

  @Test(
    "a brighter, duller or bluer flight of the same ground is no find",
    arguments: [(0.8, 12.0, 0.0), (1.15, -10, 0), (0.9, 5, 18)])
  func light(gain: Double, offset: Double, blue: Double) throws {
    for seed in 50..<53 as Range<UInt64> {
      let picture = Self.painted(seed, .wild)
      var later = picture
      for pixel in 0..<later.count {
        for channel in 0..<3 {
          let value = Double(picture.bytes[pixel * 4 + channel]) * gain + offset
          let moved = value + (channel == 2 ? blue : 0)
          later.bytes[pixel * 4 + channel] = UInt8(max(0, min(255, moved.rounded())))
        }
      }
      #expect(try Self.finds(picture, later).isEmpty)
    }
  }

  @Test("flat, black, white, transparent and noisy pictures make no harm")
  func strange() throws {
    let side = 96
    let flat = Picture(width: side, height: side, red: 120, green: 120, blue: 120)
    let black = Picture(width: side, height: side, red: 0, green: 0, blue: 0)
    let white = Picture(width: side, height: side, red: 255, green: 255, blue: 255)
    let nothing = Picture(width: 0, height: 0).cut(
      PixelRect(x: 0, y: 0, width: side, height: side))
    var noise = flat
    var random = NetworkRandom(seed: 3)
    for index in noise.bytes.indices where index % 4 < 3 {
      noise.bytes[index] = UInt8(random.below(256))
    }
    for (one, other) in [
      (flat, flat), (black, white), (white, black), (nothing, flat), (nothing, nothing),
      (noise, flat), (flat, noise),
    ] {
      let finds = try Self.finds(one, other)
      for find in finds {
        #expect(find.measures.allSatisfy(\.isFinite) && find.area > 0 && find.score <= 1)
      }
      if one == nothing { #expect(finds.isEmpty) }
    }
    #expect(try Self.finds(flat, flat).isEmpty && Self.finds(black, white).count <= 1)
  }

  @Test("measures of pixels are finite whatever the pictures", arguments: [1, 2, 5, 17, 40])
  func features(side: Int) {
    var random = NetworkRandom(seed: UInt64(side))
    var wild = Picture(width: side, height: side, red: 0, green: 0, blue: 0)
    for index in wild.bytes.indices where index % 4 < 3 {
      wild.bytes[index] = random.below(2) == 0 ? 0 : 255
    }
    let black = Picture(width: side, height: side, red: 0, green: 0, blue: 0)
    for (one, other) in [(wild, black), (black, wild), (wild, wild), (black, black)] {
      let pair = PreparedPair(
        PicturePair(name: "", before: one, after: other, metres: 0.5, world: nil))
      let features = PixelFeatures(pair)
      #expect(features.planes.allSatisfy { $0.values.allSatisfy(\.isFinite) })
      #expect(features.planes.allSatisfy { $0.width == side && $0.height == side })
      #expect(ClassicalDifference.map(pair).values.allSatisfy { (0...1).contains($0) })
    }
  }
}
