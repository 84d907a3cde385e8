extension Rect {
  /// Cuts off so many rows at the top: what was cut, and the rest below it.
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(rows, 0), height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: height - cut)
    )
  }

  /// Cuts off so many rows at the bottom: the rest above, and what was cut.
  public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let parts = splitTop(height - min(max(rows, 0), height))
    return (parts.top, parts.rest)
  }

  /// Cuts off so many columns at the left: what was cut, and the rest to its right.
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(columns, 0), width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: width - cut, height: height)
    )
  }

  /// Cuts off so many columns at the right: the rest to the left, and what was cut.
  public func splitRight(_ columns: Int) -> (rest: Rect, right: Rect) {
    let parts = splitLeft(width - min(max(columns, 0), width))
    return (parts.left, parts.rest)
  }
}
