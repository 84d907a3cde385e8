/// A screen in memory: rows of cells. Nothing traps at any size; what falls outside is clipped.
public struct Grid: Sendable {
  /// How many different groups of marks one grid can hold; further ones are drawn without marks.
  static let maximumMarkGroups = 4_096

  /// Columns and rows.
  public let size: Size
  /// The part that may be written to, inside the grid's bounds; see `clipped(to:_:)`.
  public private(set) var clip: Rect
  /// Row after row.
  var cells: [Cell]
  /// Groups of combining marks that cells point to.
  private(set) var markGroups: [[Unicode.Scalar]] = []

  /// Makes a grid of blanks.
  public init(size: Size, style: Style = .text) {
    self.size = size
    clip = Rect(size)
    cells = Array(
      repeating: Cell.blank.with(style: style), count: size.width * size.height)
  }

  /// The whole grid.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place; a blank outside.
  public subscript(point: Point) -> Cell {
    bounds.contains(point) ? cells[point.y * size.width + point.x] : .blank
  }

  /// The characters of a cell: its base, then what is drawn over it; none in the right half of a
  /// wide character.
  public func scalars(at point: Point) -> [Unicode.Scalar] {
    let cell = self[point]
    return cell.isContinuation ? [] : [cell.scalar] + marks(of: cell)
  }

  /// The marks drawn over the character of a cell of this grid.
  public func marks(of cell: Cell) -> [Unicode.Scalar] {
    cell.marks == 0 || cell.marks > markGroups.count ? [] : markGroups[cell.marks - 1]
  }

  /// Draws with everything outside a rectangle protected; clips nest.
  @discardableResult
  public mutating func clipped<Result>(
    to rect: Rect, _ body: (inout Grid) throws -> Result
  ) rethrows -> Result {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    return try body(&self)
  }

  /// Keeps a group of marks and gives its place from 1; 0 when there is no room.
  mutating func keep(_ marks: [Unicode.Scalar]) -> Int {
    if marks.isEmpty { return 0 }
    if let known = markGroups.firstIndex(of: marks) { return known + 1 }
    guard markGroups.count < Self.maximumMarkGroups else { return 0 }
    markGroups.append(marks)
    return markGroups.count
  }

  /// Puts a cell inside the clip, and clears the other half of any wide character it cuts.
  mutating func put(_ cell: Cell, x: Int, y: Int) {
    guard clip.contains(Point(x: x, y: y)) else { return }
    openRoom(x: x, y: y, count: 1)
    cells[y * size.width + x] = cell
  }

  /// Clears the halves that remain of wide characters when so many cells are written over.
  mutating func openRoom(x: Int, y: Int, count: Int) {
    let first = y * size.width + x
    if x > 0, cells[first].isContinuation {
      cells[first - 1] = Cell.blank.with(style: cells[first - 1].style)
    }
    let next = first + count
    if x + count < size.width, cells[next].isContinuation {
      cells[next] = Cell.blank.with(style: cells[next].style)
    }
  }

  /// Puts a cell inside the grid without looking at its neighbours.
  mutating func setCell(_ cell: Cell, x: Int, y: Int) {
    cells[y * size.width + x] = cell
  }
}
