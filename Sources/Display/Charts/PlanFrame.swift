/// Where a plan's places fall in a rectangle of cells.
struct PlanFrame {
  let rect: Rect
  /// The plan's units in the width of one pixel, half a column.
  let unitsPerPixel: Double
  private let aspect: Double
  private let middle: PlanView.Position

  /// Makes the frame that holds all of a plan; nothing when there is nothing to hold or no cell.
  init?(_ plan: PlanView, in rect: Rect, aspect: Double) {
    let all = plan.shapes.flatMap(\.corners) + plan.places.map(\.position)
    let known = all.filter { $0.x.magnitude < 1e12 && $0.y.magnitude < 1e12 }
    guard let first = known.first, !rect.isEmpty else { return nil }
    var (west, east, south, north) = (first.x, first.x, first.y, first.y)
    for position in known {
      west = min(west, position.x)
      east = max(east, position.x)
      south = min(south, position.y)
      north = max(north, position.y)
    }
    let across = (east - west) / Double(max(rect.width * 2 - 1, 1))
    let upward = (north - south) / (Double(max(rect.height * 2 - 1, 1)) * aspect)
    let units = max(across, upward)
    self.rect = rect
    self.aspect = aspect
    unitsPerPixel = units > 0 ? units : 1
    middle = PlanView.Position(x: (west + east) / 2, y: (south + north) / 2)
  }

  /// The pixel of a place, from the upper left one; nothing when it cannot be placed.
  func pixel(_ position: PlanView.Position) -> (x: Int, y: Int)? {
    let x = (position.x - middle.x) / unitsPerPixel + Double(rect.width * 2 - 1) / 2
    let y = Double(rect.height * 2 - 1) / 2 - (position.y - middle.y) / unitsPerPixel / aspect
    guard x.magnitude < 1e6, y.magnitude < 1e6 else { return nil }
    return (Int(x.rounded()), Int(y.rounded()))
  }

  /// The cell of a place.
  func cell(_ position: PlanView.Position) -> Point? {
    pixel(position).map {
      Point(
        x: rect.x + min(max($0.x, 0), rect.width * 2 - 1) / 2,
        y: rect.y + min(max($0.y, 0), rect.height * 2 - 1) / 2)
    }
  }
}
