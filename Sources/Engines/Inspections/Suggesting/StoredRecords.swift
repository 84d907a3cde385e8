import Foundation
import Review

/// What the store keeps of sources, in this engine's own form, so that ranking and learning need the
/// files no more.
enum StoredRecords {
  static let seriesKind = "series"
  static let stationKind = "station"
  static let siteKind = "site"
  static let controlKind = "control"
  static let columnsKind = "control-columns"
  private static let separator: Character = "\u{1F}"
  private static let listSeparator: Character = "\u{1E}"

  // MARK: Series

  /// 9 bytes a point: day, value, whether it is below a limit.
  static func record(_ series: WaterSeries) -> SourceRecord {
    var data = Data(capacity: series.points.count * 9)
    for point in series.points {
      withUnsafeBytes(of: point.day.littleEndian) { data.append(contentsOf: $0) }
      withUnsafeBytes(of: point.value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
      data.append(point.isBelow ? 1 : 0)
    }
    return SourceRecord(
      project: .inspections, kind: seriesKind, key: "\(series.parameter)|\(series.station)",
      content: data)
  }

  static func series(_ record: SourceRecord) -> WaterSeries? {
    let parts = record.key.split(separator: "|", maxSplits: 1)
    let bytes = [UInt8](record.content)
    guard parts.count == 2, let parameter = Int32(parts[0]), bytes.count.isMultiple(of: 9) else {
      return nil
    }
    var points: [WaterPoint] = []
    points.reserveCapacity(bytes.count / 9)
    for start in stride(from: 0, to: bytes.count, by: 9) {
      func bits(_ place: Int) -> UInt32 {
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + place + $1]) << (8 * UInt32($1)) }
      }
      points.append(
        WaterPoint(
          day: Int32(bitPattern: bits(0)), value: Float(bitPattern: bits(4)),
          isBelow: bytes[start + 8] == 1))
    }
    return WaterSeries(station: String(parts[1]), parameter: parameter, points: points)
  }

  // MARK: Stations and sites

  static func record(_ station: Station) -> SourceRecord {
    record(
      stationKind, station.code,
      [
        station.name, text(station.location), station.commune, station.department, station.course,
        station.courseName, station.waterBody, station.basin,
        station.altitude.map { String($0) } ?? "", station.file, String(station.line),
      ])
  }

  static func station(_ record: SourceRecord) -> Station? {
    let fields = unpack(record.content)
    guard fields.count == 11 else { return nil }
    var station = Station(code: record.key)
    station.name = fields[0]
    station.location = location(fields[1])
    station.commune = fields[2]
    station.department = fields[3]
    station.course = fields[4]
    station.courseName = fields[5]
    station.waterBody = fields[6]
    station.basin = fields[7]
    station.altitude = Double(fields[8])
    station.file = fields[9]
    station.line = Int(fields[10]) ?? 0
    return station
  }

  static func record(_ site: Site) -> SourceRecord {
    record(
      siteKind, site.code,
      [
        site.name, site.otherCode, site.commune, site.department, text(site.location), site.regime,
        site.seveso, site.activity, site.state, site.isPriority ? "1" : "", site.isIED ? "1" : "",
        site.lastInspection?.iso ?? "", join(site.headings), site.file, String(site.line),
      ])
  }

  static func site(_ record: SourceRecord) -> Site? {
    let fields = unpack(record.content)
    guard fields.count == 15 else { return nil }
    var site = Site(code: record.key)
    site.name = fields[0]
    site.otherCode = fields[1]
    site.commune = fields[2]
    site.department = fields[3]
    site.location = location(fields[4])
    site.regime = fields[5]
    site.seveso = fields[6]
    site.activity = fields[7]
    site.state = fields[8]
    site.isPriority = fields[9] == "1"
    site.isIED = fields[10] == "1"
    site.lastInspection = CalendarDate(iso: fields[11])
    site.headings = split(fields[12])
    site.file = fields[13]
    site.line = Int(fields[14]) ?? 0
    return site
  }

  // MARK: Controls

  static func record(_ control: Control) -> SourceRecord {
    record(
      controlKind, control.key,
      [
        control.id, String(control.day), control.site, control.name, control.theme, control.agent,
        control.level.map { String($0.rawValue) } ?? "", control.words, text(control.location),
        control.commune, control.department, control.followUp, control.due?.iso ?? "",
        control.repaired?.iso ?? "", join(control.numeric.map { String($0) }),
        join(control.categories), join(control.severities.map { String($0) }),
        join(control.groups), join(control.codes), control.file, String(control.line),
      ])
  }

  static func control(_ record: SourceRecord) -> Control? {
    let fields = unpack(record.content)
    guard fields.count == 21, let day = Int32(fields[1]) else { return nil }
    var control = Control(id: fields[0], day: day, site: fields[2])
    control.name = fields[3]
    control.theme = fields[4]
    control.agent = fields[5]
    control.level = Int(fields[6]).flatMap { OutcomeWords.Level(rawValue: $0) }
    control.words = fields[7]
    control.location = location(fields[8])
    control.commune = fields[9]
    control.department = fields[10]
    control.followUp = fields[11]
    control.due = CalendarDate(iso: fields[12])
    control.repaired = CalendarDate(iso: fields[13])
    control.numeric = split(fields[14]).map { Float($0) ?? .nan }
    control.categories = split(fields[15])
    control.severities = split(fields[16]).map { Float($0) ?? .nan }
    control.groups = split(fields[17])
    control.codes = split(fields[18])
    control.file = fields[19]
    control.line = Int(fields[20]) ?? 0
    return control
  }

  /// The names of the mapping's columns, kept beside the rows that have their values.
  static func record(_ columns: ControlColumns) -> SourceRecord {
    record(
      columnsKind, "columns",
      [
        join(columns.numeric), join(columns.rising.sorted()), join(columns.categories),
        join(columns.severities), join(columns.groups),
      ])
  }

  static func columns(_ record: SourceRecord) -> ControlColumns? {
    let fields = unpack(record.content)
    guard fields.count == 5 else { return nil }
    return ControlColumns(
      numeric: split(fields[0]), rising: Set(split(fields[1])), categories: split(fields[2]),
      severities: split(fields[3]), groups: split(fields[4]))
  }

  // MARK: Fields

  private static func record(_ kind: String, _ key: String, _ fields: [String]) -> SourceRecord {
    SourceRecord(
      project: .inspections, kind: kind, key: key,
      content: Data(
        fields.map { clean($0, separator) }.joined(separator: String(separator)).utf8))
  }

  /// A separator that stands in a file's own text would shift every field behind it.
  private static func clean(_ text: String, _ separator: Character) -> String {
    text.contains(separator) ? String(text.map { $0 == separator ? " " : $0 }) : text
  }

  private static func unpack(_ data: Data) -> [String] {
    data.split(separator: 0x1F, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A list keeps its length even when its elements are empty.
  private static func join(_ list: [String]) -> String {
    list.map { clean($0, listSeparator) + String(listSeparator) }.joined()
  }

  private static func split(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return text.split(separator: listSeparator, omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  private static func text(_ location: Coordinate?) -> String {
    location.map { "\($0.latitude),\($0.longitude)" } ?? ""
  }

  private static func location(_ text: String) -> Coordinate? {
    let parts = text.split(separator: ",").compactMap { Double($0) }
    guard parts.count == 2 else { return nil }
    return Coordinate(latitude: parts[0], longitude: parts[1])
  }
}
