import Foundation
import Imagery

/// Paints a scene at one date.
struct Brush {
  let scene: Scene
  let light: Scene.Light
  let later: Bool
  var canvas: Canvas
  /// How much light falls on each pixel, 0…1.
  private var shade: [Float]
  let shared: Texture
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
    for tree in scene.trees where tree.presence.holds(later: later) {
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

  /// What grows, as the season has it: greener or browner and paler.
  func seasonal(_ colour: SIMD3<Float>, most: Float) -> SIMD3<Float> {
    let share = Float(light.season) * most
    let grey = colour.sum() / 3
    let dry = SIMD3(grey * 1.16 + 14, grey * 1.04 + 8, grey * 0.84)
    return colour + (dry - colour) * share
  }

  mutating func paintTrees() {
    let sun = -light.shadow
    let coarse = Float(0.12 + 0.2 * light.shadowDepth)
    for tree in scene.trees where tree.presence.holds(later: later) {
      let centre = SIMD2(tree.x, tree.y) + light.lean * tree.radius
      let base = seasonal(SIMD3<Float>(tree.colour), most: 0.75)
      let (own, shared) = (own.plane, shared.plane)
      canvas.disc(centre, radius: tree.radius * 1.08) { from, index, pixel in
        let grain = own.values[index] * 0.6 + shared.values[index] * 0.6
        guard Float((from * from).sum()) < 0.88 + grain * 0.14 else { return }
        let lit = Float((from * sun).sum()) * 0.42
        pixel = base * max(0.22, 1 + lit + grain * coarse)
      }
    }
  }
}
