import Foundation
import Imagery
import Review
import Tables

/// Reads files and folders as users hold them: pictures, cadastre, zones, permits, Aigle's export.
struct ParcelReader {
  /// The most files of a folder.
  static let fileLimit = 20_000
  /// The most parcels kept.
  static let parcelLimit = 1_000_000

  let mapping: PropertyMapping
  let observer: any AnalysisObserver

  /// What the sources hold.
  ///
  /// - Throws: `EngineError.unreadable` when nothing could be read.
  func read(_ urls: [URL]) throws -> ParcelSources {
    var sources = ParcelSources()
    let files = urls.flatMap { self.files($0) }
    let pictures = files.filter { $0.pathExtension.lowercased() == "png" }
    var drafts: [PairFinder.Draft] = []
    var isListed = false
    for (number, file) in files.enumerated() {
      if observer.isCancelled { throw CancellationError() }
      observer.progressed(
        AnalysisProgress(
          stage: LocalizedText(fr: "lecture", en: "reading"), done: number, total: files.count))
      do {
        isListed = try read(file, into: &sources, drafts: &drafts) || isListed
      } catch let error as TableError {
        observer.refused(error.refusal)
      } catch let error as PairError {
        observer.refused(error.refusal)
      }
    }
    if !isListed, !pictures.isEmpty {
      drafts += PairFinder(refused: observer.refused).dated(pictures)
    }
    open(drafts, into: &sources)
    guard !sources.files.isEmpty else { throw EngineError.unreadable(nothing(urls)) }
    return sources
  }

  private func nothing(_ urls: [URL]) -> Refusal {
    Refusal(
      file: urls.first?.lastPathComponent ?? "", line: nil, found: "\(urls.count)",
      expected: LocalizedText(
        fr: "deux images datées avec leurs .pgw, ou des parcelles, zones, permits",
        en: "two dated pictures with their .pgw, or parcels, zones, permits"))
  }

  private func files(_ url: URL) -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      observer.refused(
        Refusal(
          file: url.lastPathComponent, line: nil, found: url.lastPathComponent,
          expected: LocalizedText(
            fr: "un fichier ou un dossier qui existe", en: "a file or folder that exists")))
      return []
    }
    guard isFolder.boolValue else { return [url] }
    let listed = try? FileManager.default.contentsOfDirectory(
      at: url, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    return (listed ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
      .prefix(Self.fileLimit).map { $0 }
  }

  /// Reads one file by its kind; gives whether it is a list of pairs.
  private func read(
    _ file: URL, into sources: inout ParcelSources, drafts: inout [PairFinder.Draft]
  ) throws -> Bool {
    let name = file.lastPathComponent.lowercased()
    if name.hasSuffix(".geojson") || name.hasSuffix(".json") || name.hasSuffix(".json.gz")
      || name.hasSuffix(".geojson.gz")
    {
      try readGeoJSON(file, into: &sources)
    } else if name.hasSuffix(".shp") {
      try readShapefile(file, into: &sources)
    } else if name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
      return try readTable(file, into: &sources, drafts: &drafts)
    }
    return false
  }

  private func note(
    _ file: URL, rows: Int, refused: Int, _ sources: inout ParcelSources
  ) throws {
    sources.files.append(
      SourceFile(
        name: file.lastPathComponent, sha256: try FileDigest.sha256(file), rows: rows,
        refused: refused))
  }

  private func readTable(
    _ file: URL, into sources: inout ParcelSources, drafts: inout [PairFinder.Draft]
  ) throws -> Bool {
    let header = try TableReader(url: file).header
    var refusals = 0
    let refused: (Refusal) -> Void = {
      refusals += 1
      observer.refused($0)
    }
    if PairFinder.isList(header) {
      let found = try PairFinder(refused: refused).listed(file)
      drafts += found
      try note(file, rows: found.count, refused: refusals, &sources)
      return true
    }
    if SitadelReader.isSitadel(header) {
      let permits = try SitadelReader.read(file, refused: refused)
      sources.permits += permits
      try note(file, rows: permits.count, refused: refusals, &sources)
    } else if AigleReader.isAigle(header) {
      let rows = try AigleReader.read(file, refused: refused)
      sources.decided += rows
      try note(file, rows: rows.count, refused: refusals, &sources)
    } else {
      observer.refused(
        Refusal(
          file: file.lastPathComponent, line: 1, found: header.names.joined(separator: ", "),
          expected: LocalizedText(
            fr: "une liste de couples, des permis Sitadel ou un export d'Aigle",
            en: "a list of pairs, Sitadel permits or an export of Aigle")))
    }
    return false
  }

  // MARK: Ground

  private func readGeoJSON(_ file: URL, into sources: inout ParcelSources) throws {
    var refusals = 0
    var count = 0
    let refused: (Refusal) -> Void = {
      refusals += 1
      observer.refused($0)
    }
    try GeoJSONReader.forEach(file, refused: refused) { feature in
      count += 1
      let section = feature.text(["section"])
      let number = feature.text(["numero"])
      if !section.isEmpty, !number.isEmpty, sources.parcels.count < Self.parcelLimit {
        sources.parcels.append(parcel(feature, section: section, number: number))
      } else {
        sources.zones.append(zone(feature.text, feature.shape, file))
      }
    }
    try note(file, rows: count, refused: refusals, &sources)
  }

  private func parcel(
    _ feature: GeoJSONReader.Feature, section: String, number: String
  ) -> Parcel {
    let commune = feature.text(["commune", "code_insee"])
    let given = feature.text(["id", "idu"])
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let prefix = padded(feature.text(["prefixe", "com_abs"]), 3)
    let id =
      given.count == 14 ? given : commune + prefix + padded(section, 2) + padded(number, 4)
    return Parcel(
      id: id, section: section, number: number, commune: commune, shape: feature.shape)
  }

  private func zone(
    _ text: ([String]) -> String, _ shape: GroundShape, _ file: URL
  ) -> Zone {
    let category = mapping.text("categorie") { text([$0]) }
    return Zone(
      category: PropertyMapping.category(category, file: file.lastPathComponent),
      code: mapping.text("code") { text([$0]) }, name: mapping.text("nom") { text([$0]) },
      shape: shape)
  }

  private func readShapefile(_ file: URL, into sources: inout ParcelSources) throws {
    var refusals = 0
    var count = 0
    let refused: (Refusal) -> Void = {
      refusals += 1
      observer.refused($0)
    }
    try ShapefileReader.forEach(file, refused: refused) { properties, shape in
      count += 1
      func text(_ names: [String]) -> String {
        for name in names {
          for (key, value) in properties where key.caseInsensitiveCompare(name) == .orderedSame {
            if !value.isEmpty { return value }
          }
        }
        return ""
      }
      sources.zones.append(zone(text, shape, file))
    }
    try note(file, rows: count, refused: refusals, &sources)
  }

  // MARK: Pictures

  private func open(_ drafts: [PairFinder.Draft], into sources: inout ParcelSources) {
    for draft in drafts {
      do {
        let pair = try PairOpener.open(draft)
        sources.pairs.append(pair)
        sources.files.append(
          SourceFile(
            name: draft.after.lastPathComponent, sha256: pair.sha256, rows: 1, refused: 0))
      } catch let error as PNGError {
        observer.refused(error.refusal)
      } catch let error as WorldFileError {
        observer.refused(error.refusal)
      } catch let error as PairError {
        observer.refused(error.refusal)
      } catch let error as TableError {
        observer.refused(error.refusal)
      } catch {
        observer.refused(
          Refusal(
            file: draft.after.lastPathComponent, line: nil, found: "\(error)",
            expected: LocalizedText(fr: "un couple d'images", en: "a pair of pictures")))
      }
    }
  }
}
