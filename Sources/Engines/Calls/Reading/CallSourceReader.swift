import Foundation
import Review
import Tables

/// Reads the files and folders a user gives to the calls panel; what a file holds is found out from
/// its name and first lines.
struct CallSourceReader {
  /// The largest file read whole, in bytes, decompressed.
  static let sizeLimit = 256 << 20
  /// The most files read.
  static let fileLimit = 20_000

  let request: AnalysisRequest
  let observer: any AnalysisObserver

  /// - Throws: `EngineError.unreadable` when nothing could be read at all.
  func read(_ urls: [URL]) throws -> CallSources {
    var collector = CallSourceCollector(observer: observer)
    let files = CallSourceFolder.files(urls, refused: observer.refused)
    for (place, url) in files.enumerated() {
      if observer.isCancelled { throw CancellationError() }
      collector.read(url)
      observer.progressed(
        AnalysisProgress(
          stage: LocalizedText(fr: "lecture des sources", en: "reading sources"), done: place + 1,
          total: files.count))
    }
    if collector.sources.files.isEmpty {
      throw EngineError.unreadable(
        collector.firstRefusal
          ?? Refusal(
            file: urls.first?.lastPathComponent ?? "", line: nil, found: "",
            expected: CallSourceCollector.expected))
    }
    return collector.sources
  }
}

/// Finds the files among what a user names; folders are walked, because a voicemail spool is deep.
enum CallSourceFolder {
  private static let extensions: Set<String> = [
    "csv", "tsv", "txt", "json", "jsonl", "ndjson", "gz", "md", "yml", "yaml", "",
  ]

  static func files(_ urls: [URL], refused: (Refusal) -> Void) -> [URL] {
    var files: [URL] = []
    for url in urls {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
        refused(
          Refusal(
            file: url.lastPathComponent, line: nil, found: url.path,
            expected: LocalizedText(
              fr: "un fichier ou un dossier qui existe", en: "a file or folder that exists")))
        continue
      }
      files += isFolder.boolValue ? content(of: url) : [url]
    }
    return Array(files.prefix(CallSourceReader.fileLimit))
  }

  private static func content(of folder: URL) -> [URL] {
    let walk = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    var found: [URL] = []
    while let url = walk?.nextObject() as? URL, found.count < CallSourceReader.fileLimit {
      let isFile = (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile ?? false
      let isRead = extensions.contains(url.pathExtension.lowercased()) || isRotated(url)
      if isFile, isRead, !url.lastPathComponent.hasPrefix("README") { found.append(url) }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// `queue_log.1`, `queue_log-20261101`.
  private static func isRotated(_ url: URL) -> Bool {
    url.lastPathComponent.hasPrefix("queue_log")
  }
}
