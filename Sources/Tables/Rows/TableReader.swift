import Foundation
import Review

/// Reads a CSV or TSV file row by row, in bounded memory.
///
/// Finds out the delimiter (`;`, `,`, tab), the line ends, the byte order mark and the encoding.
/// Rows that cannot be taken (another number of fields than the header, quotes that make no sense,
/// a bound passed) are given to the `refused` callback with their line, and reading goes on.
public final class TableReader {
  /// The file's name.
  public let file: String
  /// The layout that was found.
  public let format: TableFormat
  /// The names of the columns.
  public let header: TableHeader
  /// The line the header stands on.
  public let headerLine: Int
  /// The number of rows given so far.
  public private(set) var rowCount = 0
  /// The number of rows refused so far, the caller's own refusals included.
  public private(set) var refusedCount = 0
  /// The number of rows of which a part was read as Windows-1252.
  public private(set) var repairedCount = 0
  private var scanner: RowScanner
  private var scratch = RawRow()
  private let options: TableOptions
  private let report: (Refusal) -> Void

  /// Opens a table and reads its header.
  ///
  /// - Parameters:
  ///   - source: the bytes.
  ///   - refused: hears of each row that is not taken.
  /// - Throws: `TableError` when the file is unreadable, empty, binary or has no usable header.
  public init(
    _ source: any ByteSource, options: TableOptions = TableOptions(),
    refused: @escaping (Refusal) -> Void = { _ in }
  ) throws(TableError) {
    file = source.name
    self.options = options
    report = refused
    var scanner = try RowScanner(source, limits: options.limits)
    format = try scanner.detectFormat(delimiter: options.delimiter)
    var row = RawRow()
    guard try scanner.next(into: &row) else {
      throw TableError(
        .empty, file: file, found: "", fr: "une ligne d'en-tête", en: "a header line")
    }
    try Self.check(header: row, file: file, limits: options.limits)
    _ = row.repairText()
    var names = row.ends.indices.map { String(decoding: row.field($0), as: UTF8.self).trimmedField }
    while names.count > 1, names.last == "" { names.removeLast() }
    header = TableHeader(names)
    headerLine = row.line
    self.scanner = scanner
  }

  /// Opens a file.
  public convenience init(
    url: URL, options: TableOptions = TableOptions(),
    refused: @escaping (Refusal) -> Void = { _ in }
  ) throws(TableError) {
    try self.init(FileSource(url), options: options, refused: refused)
  }

  /// The number of bytes read so far, for progress.
  public var bytesRead: Int { scanner.bytesRead }

  /// The next row, or `nil` at the end.
  public func next() throws(TableError) -> TableRow? {
    while try scanner.next(into: &scratch) {
      guard let defect = scratch.defect ?? fitToHeader() else {
        if scratch.repairText() { repairedCount += 1 }
        rowCount += 1
        return TableRow(
          raw: scratch, file: file, header: header, removesGuard: options.removesFormulaGuard)
      }
      refuse(
        line: scratch.line, found: found(defect, in: scratch),
        expected: expected(defect, in: scratch, limits: options.limits))
    }
    return nil
  }

  /// Gives every row to a body, until the end or an error.
  public func forEachRow(_ body: (TableRow) throws -> Void) throws {
    while let row = try next() { try body(row) }
  }

  /// Refuses a row the caller cannot take (a value outside the allowed set, say).
  public func refuse(_ row: TableRow, found: String, expected: LocalizedText) {
    rowCount -= 1
    refuse(line: row.line, found: found, expected: expected)
  }

  /// Refuses a row because of one of its fields.
  public func refuse(_ row: TableRow, _ error: FieldError) {
    refuse(row, found: error.found, expected: error.expected)
  }

  private func refuse(line: Int, found: String, expected: LocalizedText) {
    refusedCount += 1
    report(Refusal(file: file, line: line, found: found, expected: expected))
  }

  /// Drops the empty fields that spreadsheets add at the end of rows; a row of another width than
  /// the header is shifted, and its values would land in wrong columns.
  private func fitToHeader() -> RawRow.Defect? {
    while scratch.ends.count > header.count, scratch.field(scratch.ends.count - 1).isEmpty {
      scratch.ends.removeLast()
    }
    guard scratch.ends.count != header.count else { return nil }
    scanner.resumeAfterFirstLine(of: scratch)
    return scratch.misquoted ?? .width
  }
}
