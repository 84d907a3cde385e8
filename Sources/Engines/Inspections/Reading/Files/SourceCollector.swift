import Foundation
import Review
import Tables

/// Takes in one file after the other.
struct SourceCollector {
  /// The greatest number of sites and of controls.
  static let recordLimit = 2_000_000
  /// How many rows of one file are refused aloud; the rest is only counted.
  static let refusalLimit = 200
  static let reportedEvery = 16_384

  var sources = InspectionSources()
  let reader: SourceReader
  private let total: Int
  private let observer: any AnalysisObserver
  let report: (Refusal) -> Void
  private var done = 0
  private var drinking = DrinkingWater()
  private var hashes: [URL: String] = [:]
  var moved: [String: Double] = [:]
  var columns: ColumnMapping

  init(
    reader: SourceReader, mapping: ControlMapping?, total: Int, observer: any AnalysisObserver,
    report: @escaping (Refusal) -> Void
  ) {
    self.reader = reader
    self.total = total
    self.observer = observer
    self.report = report
    columns = reader.columns
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

  /// Says what is odd before anything is scored.
  func warn(_ warning: LocalizedText) { observer.warned(warning) }

  mutating func step(_ item: SourceItem, _ bytes: Int) throws {
    if observer.isCancelled { throw CancellationError() }
    observer.progressed(
      AnalysisProgress(
        stage: LocalizedText(fr: "lecture des sources", en: "reading sources"),
        done: done + min(bytes, item.size), total: total))
  }

  mutating func close(_ item: SourceItem, rows: Int, refused: Int) throws {
    if hashes[item.url] == nil {
      hashes[item.url] = reader.hashesFiles ? try FileDigest.sha256(item.url) : ""
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
    guard let kind = kind(of: table) else {
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

  /// The kind of a table; somebody is asked once when its columns tell nothing.
  private mutating func kind(of table: TableReader) -> SourceKind? {
    if let kind = SourceKind(columns: table.header, mapping: sources.mapping, own: columns) {
      return kind
    }
    let question = ColumnQuestion(
      file: table.file, columns: table.header.names, fields: InspectionFields.all)
    guard let answer = observer.answer(to: question) else { return nil }
    columns = columns.preferring(ColumnMapping(answer: answer))
    return SourceKind(columns: table.header, mapping: sources.mapping, own: columns)
  }

  private static let knownTables = LocalizedText(
    fr: "des mesures (code_station, code_parametre, date_prelevement, resultat), des stations, des "
      + "installations, un fichier SISE-Eaux, ou des contrôles (date, site, résultat) ; pour d'autres "
      + "noms de colonnes, un fichier .yaml les nomme (date:, site:, label:)",
    en:
      "measurements (code_station, code_parametre, date_prelevement, resultat), stations, sites, a "
      + "SISE-Eaux file, or inspections (date, site, outcome); for other names of columns a .yaml file "
      + "names them (date:, site:, label:)")
}
