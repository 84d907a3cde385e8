/// The characters of borders.
public struct BorderSet: Hashable, Sendable {
  let horizontal: SafeText
  let vertical: SafeText
  let corners: [SafeText]

  /// Lines drawn with box characters.
  public static let lines = BorderSet(
    horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"])
  /// Lines drawn with ASCII.
  public static let ascii = BorderSet(
    horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"])
}

extension Grid {
  /// Draws a border around a rectangle, with a title in its upper side.
  public mutating func box(
    _ rect: Rect, title: StyledLine = StyledLine(), borders: BorderSet = .lines,
    style: Style = Style(.border)
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.x + rect.width - 1
    let bottom = rect.y + rect.height - 1
    for x in (rect.x + 1)..<max(rect.x + 1, right) {
      write(borders.horizontal, x: x, y: rect.y, style: style)
      write(borders.horizontal, x: x, y: bottom, style: style)
    }
    for y in (rect.y + 1)..<max(rect.y + 1, bottom) {
      write(borders.vertical, x: rect.x, y: y, style: style)
      write(borders.vertical, x: right, y: y, style: style)
    }
    write(borders.corners[0], x: rect.x, y: rect.y, style: style)
    write(borders.corners[1], x: right, y: rect.y, style: style)
    write(borders.corners[2], x: rect.x, y: bottom, style: style)
    write(borders.corners[3], x: right, y: bottom, style: style)
    guard title.width > 0, rect.width > 4 else { return }
    let shown = title.truncated(to: rect.width - 4)
    write(" ", x: rect.x + 1, y: rect.y, style: style)
    let end = write(shown, x: rect.x + 2, y: rect.y)
    write(" ", x: end, y: rect.y, style: style)
  }
}
