import Foundation

/// Cuts a stream of bytes into rows and fields (RFC 4180, with what real files do differently).
///
/// Lines without a quote are cut in one pass; the others go through `QuotedRow`. Rows with a defect
/// are given back as such and stepped over, so that one bad line does not cost the others.
struct RowScanner {
  private static let quote: UInt8 = 0x22
  private var feed: ByteFeed
  private let file: String
  private let limits: TableLimits
  private var delimiter: UInt8 = 0
  private var lineEnd: UInt8 = 0x0A
  private var nextLine = 1
  private var repairs = 0
  /// How long the first line of the last row was, and all of it, to take up after the first.
  private var lastRow = (firstLine: 0, whole: 0)

  init(_ source: any ByteSource, limits: TableLimits) throws(TableError) {
    file = source.name
    self.limits = limits
    feed = try ByteFeed(source, limits: limits)
    _ = try feed.refill()
  }

  /// The number of bytes read so far.
  var bytesRead: Int { feed.total }

  /// Finds out the layout and steps over the byte order mark.
  mutating func detectFormat(
    delimiter known: TableFormat.Delimiter?
  ) throws(TableError) -> TableFormat {
    let prefix = feed.bytes[feed.start..<feed.end]
    let isWhole = prefix.count < limits.chunkBytes
    let finding = try FormatDetector.detect(
      prefix, isWhole: isWhole, file: file, delimiter: known)
    delimiter = finding.format.delimiter.rawValue
    lineEnd = finding.format.lineEnd.rawValue
    nextLine += prefix.prefix(finding.skipped).count { $0 == lineEnd }
    feed.take(finding.skipped)
    return finding.format
  }

  /// Reads the next row, blank lines left out; `false` at the end.
  mutating func next(into row: inout RawRow) throws(TableError) -> Bool {
    repeat {
      guard try scan(into: &row) else { return false }
    } while row.isBlank && row.defect == nil
    return true
  }

  /// Takes up again at the second line of the row just read, because the row is not credible.
  ///
  /// Does nothing for a row on one line or when the file has been repaired too often already.
  mutating func resumeAfterFirstLine(of row: RawRow) {
    guard row.lineCount > 1, repairs < limits.quoteRepairs else { return }
    repairs += 1
    feed.giveBack(lastRow.whole - lastRow.firstLine)
    nextLine = row.line + 1
  }

  // MARK: One row

  private mutating func scan(into row: inout RawRow) throws(TableError) -> Bool {
    row.clear(line: nextLine)
    guard let length = try lineLength(from: 0) else {
      return try skipLongLine(into: &row)
    }
    if length == 0, feed.count == 0 { return false }
    let content = contentLength(length)
    if !contains(Self.quote, upTo: content) {
      cut(content, into: &row)
      consume(length)
    } else {
      try scanQuoted(firstLine: length, into: &row)
    }
    if row.defect == nil, row.bytes.contains(0) { row.defect = .nul }
    return true
  }

  private mutating func consume(_ length: Int) {
    feed.take(length)
    nextLine += 1
    lastRow = (length, length)
  }

  /// The length of the line at the start of the window, its end included; reads as much as that
  /// takes. `nil` when the line is longer than a row may be.
  private mutating func lineLength(from offset: Int) throws(TableError) -> Int? {
    var searched = offset
    while true {
      if let found = position(of: lineEnd, from: searched) { return found + 1 }
      searched = feed.count
      guard searched <= limits.rowBytes else { return nil }
      guard try feed.refill() else { return feed.count }
    }
  }

  /// The length of a line without its end.
  private func contentLength(_ length: Int) -> Int {
    var content = length
    if content > 0, feed.bytes[feed.start + content - 1] == lineEnd { content -= 1 }
    if content > 0, feed.bytes[feed.start + content - 1] == 0x0D { content -= 1 }
    return content
  }

  private func position(of byte: UInt8, from offset: Int) -> Int? {
    feed.bytes.withUnsafeBytes { storage -> Int? in
      guard let base = storage.baseAddress, feed.count > offset else { return nil }
      let from = base + feed.start + offset
      guard let found = memchr(from, Int32(byte), feed.count - offset) else { return nil }
      return UnsafeRawPointer(found) - (base + feed.start)
    }
  }

  private func contains(_ byte: UInt8, upTo length: Int) -> Bool {
    feed.bytes.withUnsafeBytes { storage in
      guard let base = storage.baseAddress, length > 0 else { return false }
      return memchr(base + feed.start, Int32(byte), length) != nil
    }
  }

  /// Cuts a line without quotes.
  private func cut(_ length: Int, into row: inout RawRow) {
    let limits = limits
    let delimiter = delimiter
    feed.bytes.withUnsafeBufferPointer { storage in
      let line = UnsafeBufferPointer(rebasing: storage[feed.start..<feed.start + length])
      row.bytes.append(contentsOf: line)
      var begin = 0
      for index in 0..<length where line[index] == delimiter {
        if index - begin > limits.fieldBytes { row.defect = .longField }
        row.ends.append(Int32(truncatingIfNeeded: index))
        begin = index + 1
        guard row.ends.count <= limits.columnCount else { break }
      }
      if length - begin > limits.fieldBytes { row.defect = .longField }
      row.ends.append(Int32(truncatingIfNeeded: length))
    }
    if row.ends.count > limits.columnCount { row.defect = .manyFields }
  }

  // MARK: Quotes

  private mutating func scanQuoted(
    firstLine: Int, into row: inout RawRow
  ) throws(TableError) {
    while true {
      let outcome = feed.bytes.withUnsafeBufferPointer { storage in
        QuotedRow.cut(
          UnsafeBufferPointer(rebasing: storage[feed.start..<feed.end]), delimiter: delimiter,
          lineEnd: lineEnd, isWhole: feed.isExhausted, limits: limits, into: &row)
      }
      switch outcome {
      case .needsMore:
        _ = try feed.refill()
      case .complete(let length):
        feed.take(length)
        nextLine += row.lineCount
        lastRow = (firstLine, length)
        return
      case .defective(let defect):
        try stepOver(firstLine: firstLine, defect, into: &row)
        return
      }
    }
  }

  /// Steps over the line where a bad quote opened; the next line is read as if nothing had been.
  ///
  /// Tools that never quote write texts that begin with a quoted word: when the quote closes on its
  /// own line, quotes are taken as ordinary characters.
  private mutating func stepOver(
    firstLine: Int, _ defect: RawRow.Defect, into row: inout RawRow
  ) throws(TableError) {
    let line = row.line
    let isLiteral = defect == .textAfterQuote && row.lineCount == 1
    row.clear(line: line)
    row.isQuoted = true
    if isLiteral {
      cut(contentLength(firstLine), into: &row)
      row.misquoted = defect
    } else {
      try countRepair(line: line, firstLine)
      row.bytes = Array(feed.bytes[feed.start..<feed.start + contentLength(firstLine)])
      row.ends = [Int32(truncatingIfNeeded: row.bytes.count)]
      row.defect = defect
    }
    consume(firstLine)
  }

  private mutating func countRepair(line: Int, _ firstLine: Int) throws(TableError) {
    repairs += 1
    guard repairs > limits.quoteRepairs else { return }
    throw TableError(
      .unclosedQuotes, file: file, line: line, found: excerpt(firstLine),
      fr: "des guillemets fermés (plus de \(limits.quoteRepairs) ne le sont pas)",
      en: "closed quotes (more than \(limits.quoteRepairs) are not)")
  }

  private func excerpt(_ length: Int) -> String {
    let shown = min(contentLength(length), RawRow.excerptBytes)
    let bytes = Array(feed.bytes[feed.start..<feed.start + shown])
    return String(decoding: TextRepair.utf8(bytes), as: UTF8.self)
  }

  // MARK: Long lines

  /// Steps over a line that is longer than a row may be, in bounded memory.
  private mutating func skipLongLine(into row: inout RawRow) throws(TableError) -> Bool {
    let shown = min(feed.count, RawRow.excerptBytes)
    row.bytes = Array(feed.bytes[feed.start..<feed.start + shown])
    row.ends = [Int32(truncatingIfNeeded: shown)]
    row.defect = .longRow
    while true {
      if let found = position(of: lineEnd, from: 0) {
        feed.take(found + 1)
        break
      }
      feed.take(feed.count)
      guard try feed.refill() else { break }
    }
    nextLine += 1
    lastRow = (0, 0)
    return true
  }
}
