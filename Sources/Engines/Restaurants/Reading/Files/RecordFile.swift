import Foundation
import Review
import Tables

/// A source file, read record by record: CSV, TSV, JSON or JSON Lines.
struct RecordFile {
  /// How the file is written.
  enum Form: Equatable {
    case table
    case json
  }

  let url: URL
  let form: Form
  var limits = TableLimits()

  /// Looks at the first character: `[` and `{` begin JSON, everything else is a table.
  init(_ url: URL) throws(TableError) {
    self.url = url
    let source = try FileSource(url)
    var head = [UInt8](repeating: 0, count: 4096)
    let count = try head.withUnsafeMutableBufferPointer {
      (buffer: inout UnsafeMutableBufferPointer<UInt8>) throws(TableError) -> Int in
      try source.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    let text = head.prefix(count)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = text.starts(with: mark) ? text.dropFirst(mark.count) : text
    let first = body.first { $0 > 0x20 }
    form = first == 0x5B || first == 0x7B ? .json : .table
  }

  /// The names of the fields of the first record or of the header, for guessing what the file is.
  func names() throws(TableError) -> [String] {
    switch form {
    case .table: return try TableReader(url: url).header.names
    case .json:
      let reader = try JSONRecordReader(url: url)
      while let record = try reader.next() {
        guard let object = JSONRecords.objects(in: record.value).first else { continue }
        return object.keys.sorted()
      }
      return []
    }
  }

  /// Gives every record to a body, which may refuse it by throwing `FieldError`; reading ends when
  /// the body returns `false`.
  ///
  /// - Parameter position: hears how many bytes were read, now and then.
  /// - Returns: how many records were refused, by the reader or by the body.
  func forEachRecord(
    _ mapping: ColumnMapping, required: [String], position: (Int) throws -> Void,
    refused: @escaping (Refusal) -> Void, _ body: (FieldRecord) throws -> Bool
  ) throws -> Int {
    switch form {
    case .table:
      try forEachRow(
        mapping, required: required, position: position, refused: refused, body)
    case .json: try forEachObject(mapping, position: position, refused: refused, body)
    }
  }

  /// How many records pass between two reports of the position.
  private static let reportedEvery = 4096

  private func forEachRow(
    _ mapping: ColumnMapping, required: [String], position: (Int) throws -> Void,
    refused: @escaping (Refusal) -> Void, _ body: (FieldRecord) throws -> Bool
  ) throws -> Int {
    let options = TableOptions(limits: limits)
    let reader = try TableReader(url: url, options: options, refused: refused)
    let columns = try mapping.resolve(
      in: reader.header, file: reader.file, line: reader.headerLine, required: required)
    while let row = try reader.next() {
      do {
        guard try body(FieldRecord(row, columns)) else { break }
      } catch let error as FieldError {
        reader.refuse(row, error)
      }
      if reader.rowCount.isMultiple(of: Self.reportedEvery) { try position(reader.bytesRead) }
    }
    return reader.refusedCount
  }

  private func forEachObject(
    _ mapping: ColumnMapping, position: (Int) throws -> Void,
    refused: @escaping (Refusal) -> Void, _ body: (FieldRecord) throws -> Bool
  ) throws -> Int {
    let reader = try JSONRecordReader(url: url, limits: limits, refused: refused)
    var names = FieldNames(mapping)
    var refusals = 0
    while let record = try reader.next() {
      let objects = JSONRecords.objects(in: record.value)
      if objects.isEmpty { reader.refuse(record, Self.notAnObject(record.value)) }
      for object in objects {
        let fields = FieldRecord(names.fields(of: object), file: reader.file, line: record.line)
        do {
          guard try body(fields) else { return reader.refusedCount + refusals }
        } catch let error as FieldError {
          refusals += 1
          refused(fields.refusal(error))
        }
      }
      if reader.recordCount.isMultiple(of: Self.reportedEvery) { try position(reader.bytesRead) }
    }
    return reader.refusedCount + refusals
  }

  private static func notAnObject(_ value: JSONValue) -> FieldError {
    FieldError(found: value.text, expected: LocalizedText(fr: "un objet JSON", en: "a JSON object"))
  }
}
