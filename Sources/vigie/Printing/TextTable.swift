import Display
import Foundation

/// A table of text columns, aligned for reading.
struct TextTable {
  private var rows: [[String]] = []
  private let rightAligned: Set<Int>

  /// Makes a table with a heading; columns of numbers are aligned to the right.
  init(heading: [String], rightAligned: Set<Int> = []) {
    rows = [heading]
    self.rightAligned = rightAligned
  }

  /// Adds a row; cells beyond the heading are left aside.
  mutating func add(_ cells: [String]) {
    rows.append(Array(cells.prefix(rows[0].count)))
  }

  /// The lines of the table.
  var lines: [String] {
    let safe = rows.map { $0.map { SafeText($0) } }
    let widths = (0..<rows[0].count).map { column in
      safe.map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0
    }
    return safe.map { cells in
      let padded = cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: max(0, widths[column] - cell.width))
        return rightAligned.contains(column) ? space + cell.content : cell.content + space
      }
      return padded.joined(separator: "  ").trimmingTrailingSpaces
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var copy = self
    while copy.last == " " { copy.removeLast() }
    return copy
  }
}
