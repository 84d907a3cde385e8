import Foundation
import Review
import Tables

/// JSON of interfaces: sites, headings, measurements, stations.
extension SourceCollector {
  mutating func readJSON(_ item: SourceItem) throws {
    var told = 0
    let report = report
    let reader = try JSONRecordReader(item.open()) { refusal in
      told += 1
      if told <= Self.refusalLimit { report(refusal) }
    }
    var taken = 0
    var headings: [String] = []
    while let record = try reader.next() {
      for value in JSONMembers.objects(in: record.value) {
        if let heading = SiteReader.heading(value) {
          headings.append(heading)
          continue
        }
        do {
          try addJSON(value, reader.file, record.line)
          taken += 1
        } catch let error as FieldError {
          report(record.refusal(error))
        }
      }
    }
    if !headings.isEmpty { attach(headings, to: item) }
    try close(item, rows: taken + headings.count, refused: reader.refusedCount)
  }

  private mutating func addJSON(_ value: JSONValue, _ file: String, _ line: Int) throws {
    let text = JSONMembers.text(of: value)
    let names = SiteReader.columns
    func field(_ name: String) -> String {
      for candidate in names.names[name] ?? [] {
        if let found = text[ColumnName.key(candidate)] { return found }
      }
      return ""
    }
    if text["codeparametre"] != nil { return try addMeasurement(text) }
    if text["codestation"] != nil { return addStation(text, file, line) }
    try add(SiteReader.site(file: file, line: line, field))
  }

  private mutating func addMeasurement(_ text: [String: String]) throws {
    let names = MeasurementReader.columns.names.values.flatMap { $0.prefix(1) }.sorted()
    let header = TableHeader(names)
    let columns = try MeasurementReader.columns.resolve(in: header, file: "", required: [])
    var reader = MeasurementReader(columns)
    let row = try JSONMembers.row(names.map { text[ColumnName.key($0)] ?? "" }, header: names)
    _ = try reader.read(row, into: &sources.measurements)
    if let station = try reader.station(of: row) { add(station) }
  }

  private mutating func addStation(_ text: [String: String], _ file: String, _ line: Int) {
    var station = Station(code: StationCode.normal(text["codestation"] ?? ""))
    station.name = text["libellestation"] ?? ""
    station.commune = text["libellecommune"] ?? ""
    station.department = text["codedepartement"] ?? ""
    station.course = text["codecourseau"] ?? ""
    station.courseName = text["nomcourseau"] ?? ""
    station.waterBody = text["codemassedeau"] ?? ""
    station.basin = text["codeeusousbassin"] ?? ""
    if let latitude = text["latitude"].flatMap(Double.init),
      let longitude = text["longitude"].flatMap(Double.init)
    {
      station.location = Coordinate(latitude: latitude, longitude: longitude)
    }
    station.file = file
    station.line = line
    if !station.code.isEmpty { add(station) }
  }

  /// A « situation » file tells what one site may do; its name begins with the site's number.
  private mutating func attach(_ headings: [String], to item: SourceItem) {
    let name = item.url.deletingPathExtension().lastPathComponent
    let code = sources.sites.keys.sorted().first { name.hasPrefix($0) || name.hasSuffix($0) }
    let only = sources.sites.count == 1 ? sources.sites.keys.first : nil
    guard let code = code ?? only else { return }
    sources.sites[code]?.headings = Array(Set(headings)).sorted()
  }
}
