import Foundation
import Imagery

/// Paints ground, shadows and crowns of one date.
struct Brush {
  let scene: Scene
  let light: Scene.Light
  let later: Bool
  var canvas: Canvas
  /// How much light falls on each pixel, 0…1.
  private var shade: [Float]
  private let shared: Texture
  let own: Texture

  init(scene: Scene, light: Scene.Light, later: Bool, canvas: Canvas) {
    self.scene = scene
    self.light = light
    self.later = later
    self.canvas = canvas
    shade = [Float](repeating: 1, count: canvas.pixels.count)
    shared = Texture(
      width: canvas.width, height: canvas.height, metres: canvas.metres, seed: scene.seeds[0])
    own = Texture(
      width: canvas.width, height: canvas.height, metres: canvas.metres,
      seed: scene.seeds[later ? 2 : 1])
  }

  // MARK: Ground

  mutating func paintGround() {
    for y in 0..<canvas.height {
      for x in 0..<canvas.width {
        let index = y * canvas.width + x
        canvas.pixels[index] = ground(canvas.place(x, y), index)
      }
    }
  }

  private func ground(_ place: SIMD2<Double>, _ index: Int) -> SIMD3<Float> {
    let noise = shared.plane.values[index] * 0.75 + own.plane.values[index] * 0.5
    let point = PixelPoint(x: place.x, y: place.y)
    // A road has the last word.
    for road in scene.roads where ObjectPlacer.distance(point, road) < road.width / 2 {
      return SIMD3<Float>(road.kind.colour) + SIMD3(repeating: noise * Float(road.kind.roughness))
    }
    var field = scene.fields[0]
    for other in scene.fields.dropFirst() {
      let across =
        (place.x - other.corner.x) * cos(other.direction)
        + (place.y - other.corner.y) * sin(other.direction)
      if across > 0 { field = other }
    }
    let kind = later ? field.laterKind : field.kind
    var colour = SIMD3<Float>(kind.colour + (later ? field.laterShade : field.shade))
    colour += SIMD3(noise * 1.0, noise * 0.95, noise * 0.85) * Float(kind.roughness)
    guard kind.rows != nil else { return colour }
    let along = place.x * cos(field.rowDirection) + place.y * sin(field.rowDirection)
    let wave = Float(sin(2 * .pi * along / field.rowSpacing))
    if kind == .vineyard, wave > 0.35 { return colour * SIMD3(0.62, 0.75, 0.6) }
    return colour + SIMD3(repeating: wave * (kind == .crop ? 9 : 6))
  }

  // MARK: Shadows

  mutating func paintShadows() {
    let dark = Float(1 - light.shadowDepth)
    for object in scene.objects where object.isPresent(later: later) && object.height > 0.3 {
      let foot = object.corners()
      let tip = foot.map {
        PixelPoint(
          x: $0.x + light.shadow.x * object.height, y: $0.y + light.shadow.y * object.height)
      }
      darken(Self.hull(foot + tip), dark)
    }
    for tree in scene.trees where isPresent(tree) {
      let centre = SIMD2(tree.x, tree.y) + light.shadow * tree.radius * 1.4
      var shadows: [Int] = []
      canvas.disc(centre, radius: tree.radius) { _, index, _ in shadows.append(index) }
      for index in shadows { shade[index] = min(shade[index], dark) }
    }
    for index in canvas.pixels.indices where shade[index] < 1 {
      // The sky still lights what the sun does not reach, and the sky is blue.
      canvas.pixels[index] *= SIMD3(
        shade[index], shade[index] * 1.03, min(1, shade[index] * 1.12))
    }
  }

  private mutating func darken(_ corners: [PixelPoint], _ dark: Float) {
    var touched: [Int] = []
    canvas.fill(corners) { _, index, _ in touched.append(index) }
    for index in touched { shade[index] = min(shade[index], dark) }
  }

  private static func hull(_ points: [PixelPoint]) -> [PixelPoint] {
    // Two equal rectangles: the hull is found by walking around both.
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func cross(_ o: PixelPoint, _ a: PixelPoint, _ b: PixelPoint) -> Double {
      (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)
    }
    func half(_ points: [PixelPoint]) -> [PixelPoint] {
      var chain: [PixelPoint] = []
      for point in points {
        while chain.count > 1, cross(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain.dropLast()
    }
    return half(sorted) + half(sorted.reversed())
  }

  // MARK: Trees

  private func isPresent(_ tree: Scene.Tree) -> Bool {
    switch tree.presence {
    case .both: true
    case .before: !later
    case .after: later
    }
  }

  mutating func paintTrees() {
    let sun = -light.shadow
    for tree in scene.trees where isPresent(tree) {
      let centre = SIMD2(tree.x, tree.y) + light.lean * tree.radius
      let base = SIMD3<Float>(tree.colour)
      let own = own.plane
      canvas.disc(centre, radius: tree.radius * 1.08) { from, index, pixel in
        let ragged = own.values[index] * 0.14
        guard Float((from * from).sum()) < 1 + ragged - 0.12 else { return }
        let lit = Float((from * sun).sum()) * 0.42
        let clump = own.values[index] * 0.22
        pixel = base * max(0.25, 1 + lit + clump)
      }
    }
  }
}
