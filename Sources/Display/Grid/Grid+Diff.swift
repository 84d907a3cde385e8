extension Grid {
  /// Two runs with fewer unchanged cells than this between them are written as one.
  static let shortestGap = 4

  /// What differs from another grid, row by row from left to right; everything when there is no
  /// other grid or its size differs.
  public func changes(since previous: Grid?) -> [GridRun] {
    guard size.width > 0 else { return [] }
    guard let previous, previous.size == size else {
      return (0..<size.height).map { GridRun(y: $0, columns: 0..<size.width) }
    }
    var runs: [GridRun] = []
    for y in 0..<size.height where rowDiffers(y, previous) {
      appendChanges(inRow: y, since: previous, to: &runs)
    }
    return runs
  }

  /// Whether anything in a row may differ: most rows of most frames do not.
  private func rowDiffers(_ y: Int, _ previous: Grid) -> Bool {
    let row = y * size.width..<(y + 1) * size.width
    return cells.withUnsafeBufferPointer { new in
      previous.cells.withUnsafeBufferPointer { old in
        for index in row where new[index] != old[index] || new[index].marks != 0 { return true }
        return false
      }
    }
  }

  private func appendChanges(inRow y: Int, since previous: Grid, to runs: inout [GridRun]) {
    let start = y * size.width
    var run: Range<Int>?
    for x in 0..<size.width
    where differs(cells[start + x], previous.cells[start + x], previous) {
      if let open = run, x - open.upperBound < Self.shortestGap {
        run = open.lowerBound..<x + 1
      } else {
        if let open = run { runs.append(GridRun(y: y, columns: whole(open, start, previous))) }
        run = x..<x + 1
      }
    }
    if let open = run { runs.append(GridRun(y: y, columns: whole(open, start, previous))) }
  }

  private func differs(_ cell: Cell, _ old: Cell, _ previous: Grid) -> Bool {
    if cell.marks == 0 && old.marks == 0 { return cell != old }
    return cell.scalar != old.scalar || cell.style != old.style
      || marks(of: cell) != previous.marks(of: old)
  }

  /// The run with both halves of the wide characters, old and new, at its ends.
  private func whole(_ run: Range<Int>, _ start: Int, _ previous: Grid) -> Range<Int> {
    var lower = run.lowerBound
    var upper = run.upperBound
    while lower > 0, isRightHalf(start + lower, previous) { lower -= 1 }
    while upper < size.width, isRightHalf(start + upper, previous) { upper += 1 }
    return lower..<upper
  }

  private func isRightHalf(_ index: Int, _ previous: Grid) -> Bool {
    cells[index].isContinuation || previous.cells[index].isContinuation
  }
}
