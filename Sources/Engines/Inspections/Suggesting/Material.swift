import Review

/// What was read together with what the store holds, each thing once, in an order of its own.
struct Material {
  private(set) var series: [WaterSeries]
  private(set) var stations: [String: Station]
  private(set) var sites: [String: Site]
  private(set) var controls: [Control]
  private(set) var columns: ControlColumns
  /// The series that were read and have changed: those to store.
  private(set) var changed: [WaterSeries] = []

  init(_ sources: InspectionSources, records: any RecordSource) throws {
    let read = WaterSeries.all(sources.measurements)
    var byKey = Dictionary(
      read.map { (StoredRecords.record($0.withoutPoints).key, $0) },
      uniquingKeysWith: { first, _ in first })
    let fresh = Set(byKey.keys)
    try records.forEachRecord(project: .inspections, kind: StoredRecords.seriesKind) { record in
      guard let stored = StoredRecords.series(record) else { return true }
      byKey[record.key] = byKey[record.key].map { $0.merged(with: stored) } ?? stored
      return true
    }
    series = byKey.keys.sorted().compactMap { byKey[$0] }
    changed = fresh.sorted().compactMap { byKey[$0] }
    stations = sources.stations.stations
    var stored = StationRegister()
    try records.forEachRecord(project: .inspections, kind: StoredRecords.stationKind) { record in
      if let station = StoredRecords.station(record) { _ = stored.add(station) }
      return true
    }
    stations.merge(stored.stations) { read, _ in read }
    sites = sources.sites
    var known: [String: Site] = [:]
    try records.forEachRecord(project: .inspections, kind: StoredRecords.siteKind) { record in
      if let site = StoredRecords.site(record) { known[site.code] = site }
      return true
    }
    sites.merge(known) { read, _ in read }
    columns = sources.mapping?.columns ?? ControlColumns()
    controls = sources.controls
    try addStoredControls(records, isMapped: sources.mapping != nil)
    controls.sort { ($0.day, $0.key) < ($1.day, $1.key) }
  }

  private mutating func addStoredControls(_ records: any RecordSource, isMapped: Bool) throws {
    if !isMapped {
      var stored: ControlColumns?
      try records.forEachRecord(project: .inspections, kind: StoredRecords.columnsKind) { record in
        stored = StoredRecords.columns(record)
        return false
      }
      columns = stored ?? columns
    }
    var keys = Set(controls.map(\.key))
    var older: [Control] = []
    try records.forEachRecord(project: .inspections, kind: StoredRecords.controlKind) { record in
      if let control = StoredRecords.control(record), keys.insert(control.key).inserted {
        older.append(control)
      }
      return true
    }
    controls += older
  }
}

extension WaterSeries {
  /// The same series without its points: its key.
  var withoutPoints: WaterSeries { WaterSeries(station: station, parameter: parameter, points: []) }

  /// Both series in one; on a day that both have, the higher value stays.
  func merged(with other: WaterSeries) -> WaterSeries {
    var byDay: [Int32: WaterPoint] = [:]
    for point in points + other.points {
      if let known = byDay[point.day], known.value >= point.value { continue }
      byDay[point.day] = point
    }
    return WaterSeries(
      station: station, parameter: parameter, points: byDay.values.sorted { $0.day < $1.day })
  }
}
