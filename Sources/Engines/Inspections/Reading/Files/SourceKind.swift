import Tables

/// What a table holds.
enum SourceKind: Sendable, CaseIterable {
  case measurements
  case stations
  case sites
  case controls
  case drinkingSamples
  case drinkingResults
  /// A file of a known export that the panel has no use for (Naïades operations, fauna lists).
  case unused

  /// The kind of a table by the names of its columns, `nil` when nothing is recognised.
  init?(
    columns header: TableHeader, mapping: ControlMapping?, own: ColumnMapping = ColumnMapping([:])
  ) {
    func has(_ names: String...) -> Bool { names.allSatisfy { header.index(of: $0) != nil } }
    func found(_ columns: ColumnMapping) -> Set<String> {
      Set(columns.guess(from: header).names.keys)
    }
    if has("referenceprel", "cdparametre") || has("referenceprel", "rqana") {
      self = .drinkingResults
    } else if has("referenceprel", "dateprel") {
      self = .drinkingSamples
    } else if let mapping, let date = mapping.date, let site = mapping.site, has(date, site) {
      self = .controls
    } else if found(MeasurementReader.columns).isSuperset(of: MeasurementReader.required) {
      self = .measurements
    } else if Self.isStations(found(StationReader.columns)) {
      self = .stations
    } else if Self.isControls(found(ControlMapping.usual.preferring(own))) {
      self = .controls
    } else if found(SiteReader.columns).isSuperset(of: SiteReader.required) {
      self = .sites
    } else if has("CdStationMesureEauxSurface") || has("CdParametre") || has("cdreseau") {
      self = .unused
    } else {
      return nil
    }
  }

  private static func isStations(_ found: Set<String>) -> Bool {
    found.contains(StationReader.Field.code)
      && (found.contains(StationReader.Field.latitude) || found.contains(StationReader.Field.x))
  }

  private static func isControls(_ found: Set<String>) -> Bool {
    typealias Field = ControlMapping.Field
    return found.isSuperset(of: [Field.date, Field.site, Field.label])
  }
}
