import Imagery
import Testing

@testable import Scenes

@Suite("Invented scenes")
struct SceneTests {
  @Test("a seed gives the same scene and the same pictures, byte for byte")
  func deterministic() {
    func pictures() -> [Picture] {
      var maker = SceneMaker(seed: 42, side: 40)
      let painter = ScenePainter(maker.make(), metresPerPixel: 0.5)
      return [painter.picture(later: false), painter.picture(later: true)]
    }
    #expect(pictures() == pictures())
  }

  @Test("seeds differ, and so do the dates of a scene")
  func different() {
    var first = SceneMaker(seed: 1, side: 40)
    var second = SceneMaker(seed: 2, side: 40)
    let one = ScenePainter(first.make(), metresPerPixel: 0.5)
    let two = ScenePainter(second.make(), metresPerPixel: 0.5)
    #expect(one.picture(later: false) != two.picture(later: false))
    #expect(one.picture(later: false) != one.picture(later: true))
  }

  @Test(
    "every wanted kind is placed, with the size of its kind",
    arguments: [
      (.caravan, 5...8, 2...2.6), (.mobileHome, 7...12, 3...4.5),
      (.container, 6...12.5, 2.4...2.5), (.pool, 6...11, 3...5), (.dump, 4...13, 3...9),
      (.shed, 10...74, 7...44), (.lightBuilding, 4...9, 3...6), (.building, 8...48, 6...26),
    ] as [(ObjectKind, ClosedRange<Double>, ClosedRange<Double>)])
  func sizes(
    _ kind: ObjectKind, _ lengths: ClosedRange<Double>, _ widths: ClosedRange<Double>
  ) throws {
    for seed in 0..<6 as Range<UInt64> {
      var maker = SceneMaker(seed: 100 + seed, side: 120)
      let scene = maker.make(wanted: [(kind, .after)])
      let object = try #require(scene.changes.first { $0.kind == kind })
      #expect(lengths.contains(object.length))
      #expect(widths.contains(object.width))
      #expect(object.presence == .after)
    }
  }

  @Test("nothing stands on anything else at the same date")
  func apart() {
    for seed in 0..<12 as Range<UInt64> {
      var maker = SceneMaker(seed: seed)
      let objects = maker.make().objects.filter { $0.kind != .building && $0.kind != .shed }
      for (index, one) in objects.enumerated() {
        for other in objects[(index + 1)...] {
          let shares = [false, true].contains {
            one.isPresent(later: $0) && other.isPresent(later: $0)
          }
          #expect(!shares || !one.touches(other, clearance: -0.2))
        }
      }
    }
  }

  @Test("rectangles touch when they share ground, whatever their direction")
  func touching() {
    func place(_ x: Double, _ y: Double, _ angle: Double) -> SceneObject {
      var place = SceneObject.nowhere(angle)
      (place.x, place.y, place.length, place.width) = (x, y, 10, 4)
      return place
    }
    #expect(place(0, 0, 0).touches(place(9, 0, 0), clearance: 0))
    #expect(!place(0, 0, 0).touches(place(11, 0, 0), clearance: 0))
    #expect(place(0, 0, 0).touches(place(11, 0, 0), clearance: 1.5))
    #expect(!place(0, 0, 0).touches(place(0, 6, 0), clearance: 1))
    // Crossed at right angles, and side by side along a diagonal.
    #expect(place(0, 0, 0).touches(place(0, 3, .pi / 2), clearance: 0))
    #expect(!place(0, 0, .pi / 4).touches(place(4, -4, .pi / 4), clearance: 0))
    #expect(place(0, 0, 0).distance(to: PixelPoint(x: 8, y: 6)) == 5)
    #expect(place(0, 0, 0).distance(to: PixelPoint(x: 1, y: 1)) == 0)
  }

  @Test("settings differ in what they hold, and every setting changes now and then")
  func settings() {
    for setting in Scene.Setting.allCases {
      let scenes = (0..<12 as Range<UInt64>).map { seed -> Scene in
        var maker = SceneMaker(seed: 500 + seed, setting: setting)
        return maker.make()
      }
      #expect(scenes.contains { !$0.changes.isEmpty })
      #expect(scenes.contains { $0.changes.isEmpty } || setting != .wild)
      #expect(scenes.allSatisfy { $0.objects.count < 400 && $0.trees.count < 1200 })
    }
    func houses(_ setting: Scene.Setting) -> Int {
      (0..<12 as Range<UInt64>).reduce(0) { sum, seed in
        var maker = SceneMaker(seed: 700 + seed, setting: setting)
        return sum + maker.make().objects.count { $0.kind == .building }
      }
    }
    #expect(houses(.suburb) > houses(.wild) * 2)
  }

  @Test("truth covers what is painted new, and nothing where nothing changed")
  func truth() throws {
    var maker = SceneMaker(seed: 7, side: 110, setting: .wild)
    let scene = maker.make(wanted: [(.caravan, .after), (.shed, .before)])
    let truth = SceneTruth(scene, metresPerPixel: 0.5)
    #expect(truth.changes.count == scene.changes.count)
    let caravan = try #require(truth.changes.first { $0.object.kind == .caravan })
    let area = truth.otherChange.count { $0 }
    let wanted = caravan.object.length * caravan.object.width / 0.25
    #expect(Double(area) > wanted * 0.7 && Double(area) < wanted * 1.3)
    #expect(truth.buildingBefore.contains(true))
    // What went away is no longer there.
    let shed = try #require(truth.changes.first { $0.object.kind == .shed })
    let middle = shed.outline.reduce((0.0, 0.0)) { ($0.0 + $1.x / 4, $0.1 + $1.y / 4) }
    let pixel = Int(middle.1) * truth.side + Int(middle.0)
    #expect(truth.buildingBefore[pixel] && !truth.buildingAfter[pixel])
    #expect(truth.buildingChange[pixel])
  }

  @Test("a caravan is brighter than the ground it stands on")
  func caravan() throws {
    var maker = SceneMaker(seed: 3, side: 60, setting: .wild)
    var scene = maker.make(wanted: [(.caravan, .after)])
    scene.soften()
    let truth = SceneTruth(scene, metresPerPixel: 0.5)
    let painter = ScenePainter(scene, metresPerPixel: 0.5)
    let pictures = [painter.picture(later: false), painter.picture(later: true)]
    let caravan = try #require(truth.changes.first { $0.object.kind == .caravan })
    let inside = PolygonMask.mask([caravan.outline], width: truth.side, height: truth.side)
    let means = pictures.map { picture in
      let lit = inside.indices.filter { inside[$0] }
      return lit.reduce(0) { $0 + Int(picture.bytes[$1 * 4]) } / max(1, lit.count)
    }
    #expect(means[1] > means[0] + 20)
  }
}
