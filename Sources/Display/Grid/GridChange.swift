/// A run of cells of one row that differ from what is on the screen.
public struct GridChange: Hashable, Sendable {
  /// The row.
  public let y: Int
  /// The columns.
  public let columns: Range<Int>
}

extension Grid {
  /// Equal cells between two changes that are written all the same: moving the cursor costs more.
  private static let bridge = 4

  /// The runs that must be written to turn an earlier grid into this one; all rows when the size
  /// changed.
  public func changes(since earlier: Grid?) -> [GridChange] {
    guard let earlier, earlier.size == size else {
      return (0..<size.height).map { GridChange(y: $0, columns: 0..<size.width) }
    }
    return (0..<size.height).flatMap { rowChanges($0, since: earlier) }
  }

  private func rowChanges(_ y: Int, since earlier: Grid) -> [GridChange] {
    let start = y * size.width
    var found: [Range<Int>] = []
    for x in 0..<size.width where cells[start + x] != earlier.cells[start + x] {
      // A changed right half drags its left half along.
      let first = cells[start + x].width == 0 && x > 0 ? x - 1 : x
      let end = min(size.width, x + max(1, Int(cells[start + x].width)))
      if let last = found.last, first <= last.upperBound + Self.bridge {
        found[found.count - 1] = last.lowerBound..<max(end, last.upperBound)
      } else {
        found.append(first..<end)
      }
    }
    return found.map { GridChange(y: y, columns: $0) }
  }
}
