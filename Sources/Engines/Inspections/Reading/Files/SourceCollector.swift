import Foundation
import Review
import Tables

/// Takes in one file after the other.
struct SourceCollector {
  /// The greatest number of sites and of controls.
  static let recordLimit = 2_000_000
  /// How many rows of one file are refused aloud; the rest is only counted.
  static let refusalLimit = 200
  private static let reportedEvery = 16_384

  private(set) var sources = InspectionSources()
  private let reader: SourceReader
  private let total: Int
  private let observer: any AnalysisObserver
  private let report: (Refusal) -> Void
  private var done = 0
  private var drinking = DrinkingWater()
  private var hashes: [URL: String] = [:]
  private var moved: [String: Double] = [:]

  init(
    reader: SourceReader, mapping: ControlMapping?, total: Int, observer: any AnalysisObserver,
    report: @escaping (Refusal) -> Void
  ) {
    self.reader = reader
    self.total = total
    self.observer = observer
    self.report = report
    sources.mapping = mapping
  }

  /// Reads files: samples of drinking water before their results.
  mutating func read(_ items: [SourceItem]) throws {
    var later: [SourceItem] = []
    for item in items {
      if try read(item, isLater: false) == .drinkingResults { later.append(item) }
    }
    for item in later { _ = try read(item, isLater: true) }
  }

  /// What was read.
  mutating func finish() -> InspectionSources {
    sources.controls += drinking.controls()
    sources.measurements.settle()
    let remarks = SourceRemarks(sources, moved: moved).texts
    sources.remarks += remarks
    sources.controls.sort { ($0.day, $0.site, $0.key) < ($1.day, $1.site, $1.key) }
    return sources
  }

  /// Reads a file; results of drinking water wait for the second round.
  private mutating func read(_ item: SourceItem, isLater: Bool) throws -> SourceKind? {
    do {
      if item.isJSON {
        try readJSON(item)
        return .sites
      }
      return try readTable(item, isLater: isLater)
    } catch let error as TableError {
      report(error.refusal)
      return nil
    }
  }

  private mutating func step(_ item: SourceItem, _ bytes: Int) throws {
    if observer.isCancelled { throw CancellationError() }
    observer.progressed(
      AnalysisProgress(
        stage: LocalizedText(fr: "lecture des sources", en: "reading sources"),
        done: done + min(bytes, item.size), total: total))
  }

  private mutating func close(_ item: SourceItem, rows: Int, refused: Int) throws {
    if hashes[item.url] == nil {
      hashes[item.url] = reader.hashesFiles ? try FileHash.sha256(item.url) : ""
    }
    sources.files.append(
      SourceFile(
        name: item.name, sha256: hashes[item.url] ?? "", rows: rows, refused: refused))
    done += item.size
    try step(item, 0)
  }

  // MARK: Tables

  private mutating func readTable(_ item: SourceItem, isLater: Bool) throws -> SourceKind {
    var told = 0
    let report = report
    let table = try TableReader(item.open()) { refusal in
      told += 1
      if told <= Self.refusalLimit { report(refusal) }
    }
    guard let kind = SourceKind(columns: table.header, mapping: sources.mapping) else {
      throw TableError(
        .columns,
        Refusal(
          file: item.name, line: table.headerLine,
          found: table.header.names.joined(separator: " | "), expected: Self.knownTables))
    }
    if kind == .drinkingResults, !isLater { return kind }
    var taken = 0
    do {
      switch kind {
      case .measurements: taken = try readMeasurements(table, item)
      case .stations: taken = try readStations(table, item)
      case .sites: taken = try readSites(table, item)
      case .controls: taken = try readControls(table, item)
      case .drinkingSamples: taken = try drinking.readSamples(table)
      case .drinkingResults: taken = try drinking.readResults(table, into: &sources)
      case .unused: break
      }
    } catch let error as TableError where table.rowCount > 0 {
      // A file cut in the middle: what came before is kept.
      report(error.refusal)
    }
    if table.refusedCount > Self.refusalLimit {
      sources.remarks.append(
        LocalizedText(
          fr: "\(item.name) : \(table.refusedCount) lignes refusées, les "
            + "\(Self.refusalLimit) premières sont listées",
          en: "\(item.name): \(table.refusedCount) rows refused, the first "
            + "\(Self.refusalLimit) are listed"))
    }
    try close(item, rows: taken, refused: table.refusedCount)
    return kind
  }

  private static let knownTables = LocalizedText(
    fr: "des mesures (code_station, code_parametre, date_prelevement, resultat), des stations, des "
      + "installations, un fichier SISE-Eaux, ou des contrôles (date, site, résultat) ; pour d'autres "
      + "noms de colonnes, un fichier .yaml les nomme (date:, site:, label:)",
    en: "measurements (code_station, code_parametre, date_prelevement, resultat), stations, sites, a "
      + "SISE-Eaux file, or inspections (date, site, outcome); for other names of columns a .yaml file "
      + "names them (date:, site:, label:)")

  private mutating func readMeasurements(_ table: TableReader, _ item: SourceItem) throws -> Int {
    let columns = try MeasurementReader.columns.resolve(
      in: table.header, file: table.file, line: table.headerLine,
      required: MeasurementReader.required)
    let placesStations = columns[MeasurementReader.Field.latitude] != nil
    var reader = MeasurementReader(columns)
    var known: Set<String> = []
    var taken = 0
    while let row = try table.next() {
      do {
        if try reader.read(row, into: &sources.measurements) { taken += 1 }
        if placesStations { try place(row, reader, &known) }
      } catch let error as FieldError {
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

  private mutating func add(_ station: Station) {
    if let distance = sources.stations.add(station) {
      moved[station.code] = max(distance, moved[station.code] ?? 0)
    }
  }

  private mutating func readStations(_ table: TableReader, _ item: SourceItem) throws -> Int {
    let reader = StationReader(
      columns: try StationReader.columns.resolve(
        in: table.header, file: table.file, line: table.headerLine,
        required: StationReader.required))
    var taken = 0
    while let row = try table.next() {
      do {
        add(try reader.station(row))
        taken += 1
      } catch let error as FieldError {
        table.refuse(row, error)
      }
    }
    return taken
  }

  private mutating func readSites(_ table: TableReader, _ item: SourceItem) throws -> Int {
    let columns = try SiteReader.columns.resolve(
      in: table.header, file: table.file, line: table.headerLine, required: SiteReader.required)
    var taken = 0
    while let row = try table.next() {
      do {
        try add(
          SiteReader.site(file: table.file, line: row.line) { row.text(columns[$0]) })
        taken += 1
      } catch let error as FieldError {
        table.refuse(row, error)
      }
    }
    return taken
  }

  private mutating func add(_ site: Site) throws(FieldError) {
    guard sources.sites.count < Self.recordLimit else {
      throw FieldError(
        found: site.code, expected: LocalizedText(fr: "moins de sites", en: "fewer sites"))
    }
    sources.sites[site.code] = site
  }

  private mutating func readControls(_ table: TableReader, _ item: SourceItem) throws -> Int {
    var reader = try ControlReader(
      sources.mapping ?? ControlMapping(), header: table.header, file: table.file,
      line: table.headerLine, salt: self.reader.salt, needsFeatures: self.reader.needsFeatures)
    var taken = 0
    while let row = try table.next() {
      do {
        sources.controls.append(
          try reader.control(row, hidesOutcome: self.reader.hidesOutcomes))
        taken += 1
      } catch let error as FieldError {
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

  private static func full(_ table: TableReader, _ row: TableRow, _ limit: Int) -> Refusal {
    Refusal(
      file: table.file, line: row.line, found: "> \(limit)",
      expected: LocalizedText(
        fr: "au plus \(limit) lignes (la suite du fichier n'est pas lue)",
        en: "at most \(limit) rows (the rest of the file is not read)"))
  }

  // MARK: JSON

  private mutating func readJSON(_ item: SourceItem) throws {
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
