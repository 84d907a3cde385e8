import Review

/// Finds out how a text file is laid out from its beginning.
enum FormatDetector {
  /// How many rows the delimiter is guessed from.
  static let sampledRows = 20
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let quote: UInt8 = 0x22

  /// What was found, and how many bytes to leave out before the header.
  struct Finding: Equatable {
    var format: TableFormat
    var skipped: Int
  }

  /// Looks at the beginning of a file.
  ///
  /// - Parameters:
  ///   - isWhole: whether the beginning is the whole file.
  ///   - delimiter: the delimiter, when the caller knows it.
  /// - Throws: `TableError` for an empty or a binary file.
  static func detect(
    _ prefix: ArraySlice<UInt8>, isWhole: Bool, file: String,
    delimiter: TableFormat.Delimiter? = nil
  ) throws(TableError) -> Finding {
    try checkIsText(prefix, file: file)
    let hasMark = prefix.starts(with: byteOrderMark)
    var text = hasMark ? prefix.dropFirst(byteOrderMark.count) : prefix
    guard text.contains(where: { $0 > 0x20 }) else {
      throw TableError(
        .empty, file: file, found: ByteSize.text(prefix.count),
        fr: "un fichier qui ne soit pas vide",
        en: "a file that is not empty")
    }
    let lineEnd = lineEnd(text)
    var known = delimiter
    if let declared = declaredDelimiter(text, lineEnd) {
      known = known ?? declared.delimiter
      text = text.dropFirst(declared.length)
    }
    let isUTF8 = prefix.withUnsafeBufferPointer { TextRepair.isUTF8($0, isPrefix: !isWhole) }
    let format = TableFormat(
      delimiter: known ?? guessDelimiter(text, isWhole: isWhole, lineEnd),
      encoding: isUTF8 ? .utf8 : .windows1252, hasByteOrderMark: hasMark, lineEnd: lineEnd)
    return Finding(format: format, skipped: text.startIndex - prefix.startIndex)
  }

  /// Refuses what is not text, by the well-known beginnings first so that the message is helpful.
  static func checkIsText(_ prefix: ArraySlice<UInt8>, file: String) throws(TableError) {
    let signatures: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "ZIP / XLSX / ODS"), ([0x1F, 0x8B], "gzip"),
      ([0x25, 0x50, 0x44, 0x46, 0x2D], "PDF"), ([0xD0, 0xCF, 0x11, 0xE0], "XLS / DOC"),
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
      ([0x53, 0x51, 0x4C, 0x69, 0x74], "SQLite"),
    ]
    let known = signatures.first { prefix.starts(with: $0.0) }?.1
    guard let found = known ?? (prefix.contains(0) ? "NUL (0x00)" : nil) else { return }
    throw TableError(
      .binary, file: file, found: found, fr: "un texte en UTF-8 ou Windows-1252 (CSV, TSV ou JSON)",
      en: "a text in UTF-8 or Windows-1252 (CSV, TSV or JSON)")
  }

  private static func lineEnd(_ text: ArraySlice<UInt8>) -> TableFormat.LineEnd {
    let isOld = !text.contains(0x0A) && text.contains(0x0D)
    return isOld ? .carriageReturn : .lineFeed
  }

  /// Spreadsheets write `sep=;` on a line of its own before the header.
  private static func declaredDelimiter(
    _ text: ArraySlice<UInt8>, _ lineEnd: TableFormat.LineEnd
  ) -> (delimiter: TableFormat.Delimiter, length: Int)? {
    let line = text.prefix { $0 != lineEnd.rawValue }
    guard line.count < 8, line.count >= 5, line.prefix(4).elementsEqual("sep=".utf8),
      let delimiter = TableFormat.Delimiter(rawValue: line[line.startIndex + 4])
    else { return nil }
    return (delimiter, min(line.count + 1, text.count))
  }

  /// The delimiter that cuts the header into most columns, among those by which most of the first
  /// rows have as many fields as the header; a file of one column is taken as `;`.
  static func guessDelimiter(
    _ text: ArraySlice<UInt8>, isWhole: Bool, _ lineEnd: TableFormat.LineEnd
  ) -> TableFormat.Delimiter {
    var best = (agrees: false, columns: 1, delimiter: TableFormat.Delimiter.semicolon)
    for delimiter in TableFormat.Delimiter.allCases {
      var counts = fieldCounts(text, delimiter.rawValue, lineEnd.rawValue)
      // The last sampled row may be cut off.
      if !isWhole, counts.count > 1 { counts.removeLast() }
      guard let header = counts.first, header > 1 else { continue }
      let agreeing = counts.filter { $0 == header }.count
      let agrees = 2 * agreeing > counts.count
      if (agrees ? 1 : 0, header) > (best.agrees ? 1 : 0, best.columns) {
        best = (agrees, header, delimiter)
      }
    }
    return best.delimiter
  }

  /// The number of fields of the first rows, quotes honoured, blank lines left out.
  private static func fieldCounts(
    _ text: ArraySlice<UInt8>, _ delimiter: UInt8, _ lineEnd: UInt8
  ) -> [Int] {
    var counts: [Int] = []
    var fields = 1
    var isQuoted = false
    var isFieldStart = true
    var isBlank = true
    for byte in text {
      if byte == quote, isFieldStart || isQuoted {
        isQuoted.toggle()
        isBlank = false
        isFieldStart = false
      } else if isQuoted {
        continue
      } else if byte == lineEnd {
        if !isBlank { counts.append(fields) }
        if counts.count == sampledRows { return counts }
        (fields, isFieldStart, isBlank) = (1, true, true)
      } else {
        isFieldStart = byte == delimiter
        if isFieldStart { fields += 1 }
        if byte != 0x0D { isBlank = false }
      }
    }
    if !isBlank { counts.append(fields) }
    return counts
  }
}
