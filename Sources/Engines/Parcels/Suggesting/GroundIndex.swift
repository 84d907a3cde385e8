import Imagery

/// Finds the shapes near a place: a grid of squares of 250 m.
struct GroundIndex {
  private static let square = 250.0
  /// The most squares one shape is put into; larger shapes are looked at always.
  private static let squareLimit = 4000

  private struct Square: Hashable {
    var column: Int
    var row: Int
  }

  private let shapes: [GroundShape]
  private var squares: [Square: [Int]] = [:]
  private var everywhere: [Int] = []

  init(_ shapes: [GroundShape]) {
    self.shapes = shapes
    for (number, shape) in shapes.enumerated() {
      let box = shape.bounds
      guard box.west.isFinite, box.east.isFinite, box.south.isFinite, box.north.isFinite else {
        continue
      }
      let columns = Self.cell(box.west)...Self.cell(box.east)
      let rows = Self.cell(box.south)...Self.cell(box.north)
      guard columns.count * rows.count <= Self.squareLimit else {
        everywhere.append(number)
        continue
      }
      for row in rows {
        for column in columns {
          squares[Square(column: column, row: row), default: []].append(number)
        }
      }
    }
  }

  private static func cell(_ metres: Double) -> Int {
    Int((max(-1e8, min(1e8, metres)) / square).rounded(.down))
  }

  /// The numbers of the shapes whose squares a point lies in or touches.
  func near(_ point: GroundPoint) -> [Int] {
    var found = Set(everywhere)
    for row in Self.cell(point.north - 60)...Self.cell(point.north + 60) {
      for column in Self.cell(point.east - 60)...Self.cell(point.east + 60) {
        found.formUnion(squares[Square(column: column, row: row)] ?? [])
      }
    }
    return found.sorted()
  }

  /// The numbers of the shapes that hold a point.
  func containing(_ point: GroundPoint) -> [Int] {
    near(point).filter { shapes[$0].contains(point) }
  }
}
