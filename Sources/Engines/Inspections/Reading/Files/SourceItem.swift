import Foundation
import Review
import Tables

/// A file, or an entry of an archive, that can be opened again.
struct SourceItem {
  /// The name in refusals.
  let name: String
  /// The size in bytes, for progress.
  let size: Int
  /// The file whose hash stands for it.
  let url: URL
  /// Whether it is JSON rather than a table.
  let isJSON: Bool
  /// Opens it from its beginning.
  let open: () throws(TableError) -> any ByteSource

  /// The greatest number of files.
  static let limit = 10_000
  private static let extensions: Set<String> = [
    "csv", "tsv", "txt", "json", "jsonl", "ndjson", "zip",
  ]

  /// The files behind paths: those of folders in the order of their names, those in archives.
  ///
  /// Mapping files (`.yaml`) are given apart.
  static func items(
    _ urls: [URL], refused: (Refusal) -> Void
  ) -> (items: [SourceItem], mappings: [URL]) {
    var items: [SourceItem] = []
    var mappings: [URL] = []
    for url in files(urls, refused: refused).prefix(limit) {
      let kind = url.pathExtension.lowercased()
      if kind == "yaml" || kind == "yml" {
        mappings.append(url)
      } else {
        do {
          items += try content(of: url)
        } catch {
          refused(error.refusal)
        }
      }
    }
    return (items, mappings)
  }

  private static func files(_ urls: [URL], refused: (Refusal) -> Void) -> [URL] {
    var files: [URL] = []
    for url in urls {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
        refused(
          Refusal(
            file: url.lastPathComponent, line: nil, found: url.lastPathComponent,
            expected: LocalizedText(
              fr: "un fichier ou un dossier qui existe", en: "a file or folder that exists")))
        continue
      }
      guard isFolder.boolValue else {
        files.append(url)
        continue
      }
      let listed = try? FileManager.default.contentsOfDirectory(
        at: url, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
      files += (listed ?? []).filter {
        extensions.union(["yaml", "yml"]).contains($0.pathExtension.lowercased())
      }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
    return files
  }

  private static func content(of url: URL) throws(TableError) -> [SourceItem] {
    let head = try head(of: FileSource(url))
    if ZipArchive.isArchive(head) {
      let archive = try ZipArchive(url: url)
      return archive.entries.prefix(limit).filter { entry in
        extensions.contains((entry.name as NSString).pathExtension.lowercased())
      }.map { entry in
        SourceItem(
          name: "\(url.lastPathComponent)/\(entry.name)", size: entry.size, url: url,
          isJSON: entry.name.lowercased().hasSuffix("json"),
          open: { () throws(TableError) in try archive.open(entry) })
      }
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = head.starts(with: mark) ? head.dropFirst(mark.count) : head[...]
    let first = body.first { $0 > 0x20 }
    let size = (try FileSource(url)).size ?? 0
    return [
      SourceItem(
        name: url.lastPathComponent, size: size, url: url, isJSON: first == 0x5B || first == 0x7B,
        open: { () throws(TableError) in try FileSource(url) })
    ]
  }

  private static func head(of source: any ByteSource) throws(TableError) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 4096)
    let count = try head.withUnsafeMutableBufferPointer {
      (buffer: inout UnsafeMutableBufferPointer<UInt8>) throws(TableError) -> Int in
      try source.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    return Array(head.prefix(count))
  }
}
