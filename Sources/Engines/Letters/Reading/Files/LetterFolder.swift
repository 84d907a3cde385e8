import Foundation
import Review

/// Finds the files of a folder, with those of its folders.
enum LetterFolder {
  /// The largest number of files that are read at once.
  static let fileLimit = 100_000
  /// How deep folders may lie in each other.
  private static let depthLimit = 8

  private static let letters: Set<String> = ["txt", "pdf"]
  private static let tables: Set<String> = ["csv", "tsv", "json", "jsonl", "ndjson"]

  /// Whether a file is a letter by its name.
  static func isLetter(_ url: URL) -> Bool { letters.contains(url.pathExtension.lowercased()) }

  /// The files of what the user named, in the order of their names.
  static func files(_ urls: [URL], refused: (Refusal) -> Void) -> [URL] {
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
      if isFolder.boolValue {
        collect(url, depth: 0, &files)
      } else {
        files.append(url)
      }
    }
    if files.count > fileLimit {
      refused(
        Refusal(
          file: "", line: nil, found: "\(files.count)",
          expected: LocalizedText(
            fr: "\(fileLimit) fichiers au plus", en: "at most \(fileLimit) files")))
    }
    return Array(files.prefix(fileLimit))
  }

  private static func collect(_ folder: URL, depth: Int, _ files: inout [URL]) {
    let listed = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    for url in (listed ?? []).sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) {
      guard files.count <= fileLimit else { return }
      let kind = url.pathExtension.lowercased()
      if letters.contains(kind) || tables.contains(kind) {
        // A README is no letter.
        if !url.lastPathComponent.lowercased().hasPrefix("readme") { files.append(url) }
      } else if depth < depthLimit, isFolder(url) {
        collect(url, depth: depth + 1, &files)
      }
    }
  }

  /// Folders are followed, links are not: they may lead around in circles.
  private static func isFolder(_ url: URL) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type]
    return type as? FileAttributeType == .typeDirectory
  }
}
