import Foundation

/// The table beside a shapefile (dBASE III): one row of text for each polygon.
struct DBFTable {
  private struct Field {
    var name: String
    var start: Int
    var length: Int
  }

  private let data: Data
  private let fields: [Field]
  private let headerLength: Int
  private let rowLength: Int
  private let rowCount: Int
  private let isUTF8: Bool

  /// Opens a table, or `nil` when there is none that can be read.
  init?(_ url: URL) {
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe), data.count >= 33,
      data.count <= ShapefileReader.sizeLimit
    else { return nil }
    self.data = data
    func short(_ place: Int) -> Int { Int(data[place]) | Int(data[place + 1]) << 8 }
    rowCount = max(0, data.little(4))
    headerLength = short(8)
    rowLength = short(10)
    guard headerLength >= 33, headerLength <= data.count, rowLength > 1 else { return nil }
    var fields: [Field] = []
    var start = 1
    var place = 32
    while place + 32 <= headerLength, data[place] != 0x0D {
      let name = data[place..<place + 11].prefix { $0 != 0 }
      let length = Int(data[place + 16])
      fields.append(
        Field(name: String(decoding: name, as: UTF8.self), start: start, length: length))
      start += length
      place += 32
    }
    guard !fields.isEmpty, start <= rowLength else { return nil }
    self.fields = fields
    let code = url.deletingPathExtension().appendingPathExtension("cpg")
    let text = (try? String(contentsOf: code, encoding: .ascii)) ?? ""
    isUTF8 = text.uppercased().contains("UTF")
  }

  /// The texts of a row, by field.
  func row(_ number: Int) -> [String: String] {
    let place = headerLength + number * rowLength
    guard number >= 0, number < rowCount, place + rowLength <= data.count else { return [:] }
    var values: [String: String] = [:]
    for field in fields {
      let bytes = data[place + field.start..<place + field.start + field.length]
      let text =
        (isUTF8 ? String(bytes: bytes, encoding: .utf8) : nil)
        ?? String(bytes: bytes, encoding: .isoLatin1) ?? ""
      values[field.name] = text.trimmingCharacters(in: .whitespaces)
    }
    return values
  }
}
