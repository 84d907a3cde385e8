import Foundation
import Review
import Tables

/// Tables of each kind.
extension SourceCollector {
  mutating func readMeasurements(_ table: TableReader, _ item: SourceItem) throws -> Int {
    let columns = try MeasurementReader.columns.resolve(
      in: table.header, file: table.file, line: table.headerLine,
      required: MeasurementReader.required)
    let placesStations = columns[MeasurementReader.Field.latitude] != nil
    var reader = MeasurementReader(columns)
    reader.keepsBlanks = self.reader.keepsBlanks
    var known: Set<String> = []
    var taken = 0
    while let row = try table.next() {
      do {
        if try reader.read(row, into: &sources.measurements) { taken += 1 }
        if placesStations { try place(row, reader, &known) }
      } catch {
        table.refuse(row, error)
      }
      if table.rowCount.isMultiple(of: Self.reportedEvery) { try step(item, table.bytesRead) }
      guard sources.measurements.measurements.count < MeasurementRegister.limit else {
        report(Self.full(table, row, MeasurementRegister.limit))
        break
      }
    }
    return taken
  }

  /// Rows of Hub'Eau carry the place of their station; each different row is looked at once.
  private mutating func place(
    _ row: TableRow, _ reader: MeasurementReader, _ known: inout Set<String>
  ) throws(FieldError) {
    guard let station = try reader.station(of: row), station.location != nil else { return }
    let key = "\(station.code) \(station.location?.latitude ?? 0)"
    guard known.insert(key).inserted else { return }
    add(station)
  }

  mutating func add(_ station: Station) {
    if let distance = sources.stations.add(station) {
      moved[station.code] = max(distance, moved[station.code] ?? 0)
    }
  }

  mutating func readStations(_ table: TableReader, _ item: SourceItem) throws -> Int {
    let reader = StationReader(
      columns: try StationReader.columns.resolve(
        in: table.header, file: table.file, line: table.headerLine,
        required: StationReader.required))
    var taken = 0
    while let row = try table.next() {
      do {
        add(try reader.station(row))
        taken += 1
      } catch {
        table.refuse(row, error)
      }
    }
    return taken
  }

  mutating func readSites(_ table: TableReader, _ item: SourceItem) throws -> Int {
    let columns = try SiteReader.columns.resolve(
      in: table.header, file: table.file, line: table.headerLine, required: SiteReader.required)
    var taken = 0
    while let row = try table.next() {
      do {
        try add(
          SiteReader.site(file: table.file, line: row.line) { row.text(columns[$0]) })
        taken += 1
      } catch {
        table.refuse(row, error)
      }
    }
    return taken
  }

  mutating func add(_ site: Site) throws(FieldError) {
    guard sources.sites.count < Self.recordLimit else {
      throw FieldError(
        found: site.code, expected: LocalizedText(fr: "moins de sites", en: "fewer sites"))
    }
    sources.sites[site.code] = site
  }

  mutating func readControls(_ table: TableReader, _ item: SourceItem) throws -> Int {
    var reader = try ControlReader(
      sources.mapping ?? ControlMapping(), own: columns, header: table.header, file: table.file,
      line: table.headerLine, salt: self.reader.salt)
    if !reader.missing.isEmpty, self.reader.expectsFeatures { warn(reader.missing, table.file) }
    var taken = 0
    while let row = try table.next() {
      do {
        sources.controls.append(
          try reader.control(row, hidesOutcome: self.reader.hidesOutcomes))
        taken += 1
      } catch {
        table.refuse(row, error)
      }
      if table.rowCount.isMultiple(of: Self.reportedEvery) { try step(item, table.bytesRead) }
      guard sources.controls.count < Self.recordLimit else {
        report(Self.full(table, row, Self.recordLimit))
        break
      }
    }
    return taken
  }

  /// A column that the mapping names and nobody delivers is unknown in each row: the scores would be
  /// those of other inputs.
  private func warn(_ missing: [String], _ file: String) {
    let names = missing.prefix(10).joined(separator: ", ")
    warn(
      LocalizedText(
        fr: "\(file) : \(missing.count) colonne(s) du fichier de correspondance absentes "
          + "(\(names)) ; renommées ? Elles comptent comme inconnues",
        en: "\(file): \(missing.count) column(s) of the mapping absent (\(names)); renamed? They "
          + "count as unknown"))
  }

  private static func full(_ table: TableReader, _ row: TableRow, _ limit: Int) -> Refusal {
    Refusal(
      file: table.file, line: row.line, found: "> \(limit)",
      expected: LocalizedText(
        fr: "au plus \(limit) lignes (la suite du fichier n'est pas lue)",
        en: "at most \(limit) rows (the rest of the file is not read)"))
  }
}
