/// Cuts a row that holds quotes: doubled quotes, delimiters and line ends inside them.
enum QuotedRow {
  private static let quote: UInt8 = 0x22

  /// What came of the bytes at hand.
  enum Outcome: Equatable {
    /// The row ends beyond them.
    case needsMore
    /// The row takes so many bytes, its line end included.
    case complete(length: Int)
    /// The quotes make no sense.
    case defective(RawRow.Defect)
  }

  private enum Step {
    case field(next: Int)
    case rowEnd(next: Int)
    case stop(Outcome)
  }

  /// Cuts the row at the beginning of a window.
  ///
  /// - Parameters:
  ///   - isWhole: whether the source has nothing beyond the window.
  ///   - row: takes the fields; its `line` is left as it is.
  static func cut(
    _ window: UnsafeBufferPointer<UInt8>, delimiter: UInt8, lineEnd: UInt8, isWhole: Bool,
    limits: TableLimits, into row: inout RawRow
  ) -> Outcome {
    row.clear(line: row.line)
    let cutter = Cutter(
      window: window, delimiter: delimiter, lineEnd: lineEnd, isWhole: isWhole, limits: limits)
    var position = 0
    while true {
      if !row.ends.isEmpty { row.bytes.append(delimiter) }
      let begin = row.bytes.count
      let isQuoted = position < window.count && window[position] == quote
      if isQuoted { row.isQuoted = true }
      let step =
        isQuoted
        ? cutter.quoted(from: position + 1, into: &row) : cutter.bare(from: position, into: &row)
      if case .stop(let outcome) = step { return outcome }
      if row.bytes.count - begin > limits.fieldBytes { row.defect = .longField }
      if row.ends.count > limits.columnCount {
        row.defect = .manyFields
      } else {
        row.ends.append(Int32(truncatingIfNeeded: row.bytes.count))
      }
      switch step {
      case .field(let next): position = next
      case .rowEnd(let next): return .complete(length: next)
      case .stop(let outcome): return outcome
      }
      if position > limits.rowBytes { return .defective(.longRow) }
    }
  }

  private struct Cutter {
    let window: UnsafeBufferPointer<UInt8>
    let delimiter: UInt8
    let lineEnd: UInt8
    let isWhole: Bool
    let limits: TableLimits

    /// A field that does not begin with a quote; quotes inside it are ordinary characters.
    func bare(from begin: Int, into row: inout RawRow) -> Step {
      var index = begin
      while index < window.count, window[index] != delimiter, window[index] != lineEnd {
        index += 1
      }
      guard index < window.count || isWhole else {
        return .stop(index - begin > limits.rowBytes ? .defective(.longRow) : .needsMore)
      }
      let isDelimited = index < window.count && window[index] == delimiter
      var end = index
      if !isDelimited, end > begin, window[end - 1] == 0x0D { end -= 1 }
      row.bytes.append(contentsOf: window[begin..<end])
      return isDelimited ? .field(next: index + 1) : .rowEnd(next: min(index + 1, window.count))
    }

    /// The inside of a quoted field, from the byte after the opening quote.
    func quoted(from begin: Int, into row: inout RawRow) -> Step {
      var index = begin
      var copied = begin
      while true {
        guard index < window.count else {
          let isHopeless = isWhole || index - begin > limits.fieldBytes
          return .stop(isHopeless ? .defective(.unclosedQuote) : .needsMore)
        }
        let byte = window[index]
        if byte == lineEnd { row.lineCount += 1 }
        guard byte == quote else {
          index += 1
          continue
        }
        guard index + 1 < window.count || isWhole else { return .stop(.needsMore) }
        row.bytes.append(contentsOf: window[copied..<index])
        guard index + 1 < window.count, window[index + 1] == quote else { break }
        copied = index + 1
        index += 2
      }
      return afterQuote(index + 1)
    }

    /// What may follow a closing quote: spaces, then a delimiter, the end of line or of file.
    private func afterQuote(_ begin: Int) -> Step {
      var index = begin
      while index < window.count, window[index] == 0x20 { index += 1 }
      if index < window.count, window[index] == 0x0D, lineEnd != 0x0D { index += 1 }
      guard index < window.count else {
        return isWhole ? .rowEnd(next: index) : .stop(.needsMore)
      }
      if window[index] == delimiter { return .field(next: index + 1) }
      if window[index] == lineEnd { return .rowEnd(next: index + 1) }
      return .stop(.defective(.textAfterQuote))
    }
  }
}
