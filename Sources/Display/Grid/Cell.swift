/// One cell of a grid.
public struct Cell: Hashable, Sendable {
  /// The base scalar; a space when the cell is the right half of a wide character.
  public internal(set) var scalar: Unicode.Scalar
  /// The marks that sit on it, empty in almost all cells.
  public internal(set) var marks: String
  /// The number of columns: 1 or 2; 0 for the right half of a wide character.
  public internal(set) var width: Int8
  /// How it looks.
  public internal(set) var style: Style

  /// An empty cell.
  public static let blank = Cell(scalar: " ", marks: "", width: 1, style: .text)
}
