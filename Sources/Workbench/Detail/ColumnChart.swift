import Display
import Review

/// Counts over time as columns, three rows high, with their largest value and their first and last
/// months.
struct ColumnChart {
  /// Rows of the columns.
  private static let height = 3
  /// The most columns of cells of one value, the blank after it included.
  private static let widestColumn = 4

  let points: [SeriesEvidence.Point]
  let context: DrawingContext

  private var words: Words { context.words }

  var lines: [StyledLine] {
    let values = columns
    let top = values.max() ?? 0
    let label = SafeText(words.shortNumber(top))
    let axis: SafeText = context.glyphs == .ascii ? "|" : "┤"
    let spread = min(max(room(beside: label) / max(values.count, 1), 1), Self.widestColumn)
    let rows = (0..<Self.height).reversed().map { row -> StyledLine in
      let isTop = row == Self.height - 1
      let name = isTop ? label : row == 0 ? "0" : ""
      var line = StyledLine(name.padded(to: label.width, .right) + axis, Style(.muted))
      line.append(bars(values, top: top, row: row, spread: spread))
      return line
    }
    return rows + [months(under: values.count * spread, indent: label.width + 1)]
  }

  /// One value a column; when there are more values than columns, neighbours are added up.
  private var columns: [Double] {
    let room = max(1, room(beside: "0000"))
    let group = (points.count + room - 1) / room
    return stride(from: 0, to: points.count, by: max(1, group)).map { start in
      points[start..<min(start + group, points.count)].reduce(0) { $0 + max(0, $1.value) }
    }
  }

  private func room(beside label: SafeText) -> Int { context.width - label.width - 1 }

  /// The part of every column that lies in one row.
  private func bars(_ values: [Double], top: Double, row: Int, spread: Int) -> StyledLine {
    let parts = values.flatMap { value -> [Double?] in
      let height = top > 0 ? value / top * Double(Self.height) - Double(row) : 0
      let part: Double? = height > 0 ? min(height, 1) : nil
      // A blank between columns that are wide enough to have one.
      return spread == 1 ? [part] : Array(repeating: part, count: spread - 1) + [nil]
    }
    return Sparkline.line(parts, width: parts.count, range: 0...1, glyphs: context.glyphs)
  }

  private func months(under columns: Int, indent: Int) -> StyledLine {
    guard let first = points.first, let last = points.last else { return StyledLine() }
    let blank: SafeText = " "
    let begin = SafeText(words.month(first.date))
    let end = SafeText(words.month(last.date))
    let gap = max(2, columns - begin.width - end.width)
    return StyledLine(
      blank.repeated(indent) + begin + blank.repeated(gap) + end, Style(.muted))
  }
}
