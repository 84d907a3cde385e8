/// One cell of a grid: a character and its style, sixteen bytes. Cells cannot be made from strings;
/// they come out of `Grid.write`, which takes only `SafeText`.
public struct Cell: Hashable, Sendable {
  /// The right half of a wide character.
  static let continuation = Cell(bits: 1 << 31, style: .text)
  /// A space of plain text.
  public static let blank = Cell(bits: 0x20, style: .text)

  /// The character in bits 0–20, the right half's flag in 31, in 32–47 the place, from 1, of the
  /// marks drawn over it in the grid's list.
  let bits: UInt64
  /// How the cell looks.
  public let style: Style

  init(bits: UInt64, style: Style) {
    self.bits = bits
    self.style = style
  }

  /// Makes the cell of a character that the caller has checked.
  init(_ scalar: Unicode.Scalar, marks: Int = 0, style: Style) {
    bits = UInt64(scalar.value) | UInt64(UInt16(truncatingIfNeeded: marks)) << 32
    self.style = style
  }

  /// The character; a space in the right half of a wide one.
  public var scalar: Unicode.Scalar {
    isContinuation ? " " : Unicode.Scalar(UInt32(bits & 0x1F_FFFF)) ?? " "
  }

  /// Whether the cell is the right half of a wide character, and so draws nothing by itself.
  public var isContinuation: Bool { bits & 1 << 31 != 0 }

  /// The place, from 1, of the marks in the grid's list; 0 when there are none.
  var marks: Int { Int(bits >> 32 & 0xFFFF) }

  /// The same character in another style.
  func with(style: Style) -> Cell { Cell(bits: bits, style: style) }
}
