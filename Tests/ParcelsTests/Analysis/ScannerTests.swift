import Foundation
import Imagery
import Scenes
import Testing

@testable import Parcels

/// Large pictures are looked at tile by tile: seams must not show.
@Suite("Scanning tile by tile", .serialized)
struct ScannerTests {
  /// Grass with grain, and white roofs with a shadow that came.
  private static func pictures(
    _ width: Int, _ height: Int, roofs: [PixelRect]
  ) -> (Picture, Picture) {
    var random = NetworkRandom(seed: 12)
    var before = Picture(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        let shade = UInt8(84 + random.below(14) + (x / 24 + y / 31) % 3 * 4)
        before[x, y] = (shade, shade + 16, shade - 22)
      }
    }
    var after = before
    for roof in roofs {
      for y in roof.y..<min(height, roof.maxY + 4) {
        for x in roof.x..<min(width, roof.maxX + 4) {
          let isRoof = y < roof.maxY && x < roof.maxX
          after[x, y] = isRoof ? (228, 226, 222) : (38, 44, 40)
        }
      }
    }
    return (before, after)
  }

  private static func finds(
    _ width: Int, _ height: Int, _ roofs: [PixelRect], isCancelled: () -> Bool = { false }
  ) throws -> [PairScanner.Find] {
    let folder = try TemporaryFolder()
    let network = try #require(ShippedModel.current?.network)
    let (before, after) = pictures(width, height, roofs: roofs)
    return try PairScanner(network: network).scan(
      UnchangedTests.source(before, after, folder), isCancelled: isCancelled,
      progressed: { _, _ in })
  }

  @Test("an object on a seam, or at the corner of four tiles, is found once and whole")
  func seams() throws {
    let core = PairScanner.core
    let roofs = [
      PixelRect(x: core - 12, y: 100, width: 24, height: 16),
      PixelRect(x: 200, y: core - 8, width: 24, height: 16),
      PixelRect(x: core - 12, y: core - 8, width: 24, height: 16),
      PixelRect(x: 60, y: 60, width: 24, height: 16),
    ]
    let finds = try Self.finds(core + 90, core + 70, roofs)
    for roof in roofs {
      let near = finds.filter {
        abs($0.centre.x - Double(roof.x) - 12) < 12 && abs($0.centre.y - Double(roof.y) - 8) < 12
      }
      #expect(near.count == 1, "\(roof.x), \(roof.y)")
      // 96 m²; the outline may take some of the shadow.
      if let find = near.first { #expect((60...170).contains(find.area)) }
    }
    #expect(finds.count <= roofs.count + 1)
  }

  @Test("what lies at the picture's own edge is found too, inside the picture")
  func edges() throws {
    let roofs = [
      PixelRect(x: 0, y: 40, width: 24, height: 16), PixelRect(x: 130, y: 0, width: 24, height: 16),
      PixelRect(x: 176, y: 144, width: 24, height: 16),
    ]
    let finds = try Self.finds(200, 160, roofs)
    #expect(finds.count >= 2)
    for find in finds {
      #expect(find.outline.allSatisfy { (0...200).contains($0.x) && (0...160).contains($0.y) })
      #expect(find.measures[RegionMeasure.area.rawValue].isFinite && find.length >= find.width)
    }
  }

  @Test("finds come best first, the same each time, and scanning can be stopped")
  func order() throws {
    let roofs = (0..<4).map { PixelRect(x: 20 + $0 * 50, y: 30 + $0 * 20, width: 20, height: 14) }
    let first = try Self.finds(240, 140, roofs)
    let second = try Self.finds(240, 140, roofs)
    #expect(
      first.map(\.centre) == second.map(\.centre) && first.map(\.score) == second.map(\.score))
    #expect(zip(first, first.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(throws: CancellationError.self) {
      try Self.finds(100, 100, [], isCancelled: { true })
    }
  }

  @Test("a finer picture of the same ground gives the same places")
  func scales() throws {
    var maker = SceneMaker(seed: 4, side: 100, setting: .wild)
    var scene = maker.make(wanted: [(.caravan, .after), (.mobileHome, .after), (.caravan, .both)])
    scene.soften()
    let network = try #require(ShippedModel.current?.network)
    var places: [[PixelPoint]] = []
    for metres in [0.5, 0.25] {
      let folder = try TemporaryFolder()
      let painter = ScenePainter(scene, metresPerPixel: metres)
      let finds = try PairScanner(network: network).scan(
        UnchangedTests.source(
          painter.picture(later: false), painter.picture(later: true), folder, metres: metres),
        isCancelled: { false }, progressed: { _, _ in })
      places.append(finds.map(\.centre))
    }
    for object in scene.changes {
      for found in places {
        let isNear = found.contains {
          hypot($0.x * 0.5 - object.x, $0.y * 0.5 - object.y) < 5
        }
        #expect(isNear, "\(object.kind)")
      }
    }
  }
}
