import Display

/// Where a picture is seen on the screen: all of it, or the rows that scrolling leaves.
struct PlacedArea: Hashable {
  /// The picture's number.
  var picture: UInt32
  /// The cells of the screen.
  var cells: Rect
  /// The picture's row in the first of them.
  var firstRow: Int

  /// The areas of a grid; pictures that something covers in part are left out, since what the
  /// terminal draws would lie above it.
  static func all(in grid: Grid, _ pictures: [UInt32: PlacedPicture]) -> [PlacedArea] {
    var seen: [UInt32: (area: PlacedArea, count: Int)] = [:]
    for y in 0..<grid.size.height {
      for x in 0..<grid.size.width {
        guard let place = grid[Point(x: x, y: y)].style.placement,
          let picture = pictures[place.picture]
        else { continue }
        let known = seen[place.picture]
        let first = known?.area.firstRow ?? place.row
        let top = known?.area.cells.y ?? y
        let area = PlacedArea(
          picture: place.picture,
          cells: Rect(
            x: x - place.column, y: top, width: picture.size.width, height: y - top + 1),
          firstRow: first)
        seen[place.picture] = (area, (known?.count ?? 0) + 1)
      }
    }
    return seen.values.filter { $0.count == $0.area.cells.width * $0.area.cells.height }
      .map(\.area).sorted { ($0.cells.y, $0.cells.x) < ($1.cells.y, $1.cells.x) }
  }
}
