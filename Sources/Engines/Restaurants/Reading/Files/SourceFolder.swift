import Foundation
import Review

/// Finds the files to be read among the files and folders a user names.
enum SourceFolder {
  private static let extensions: Set<String> = ["csv", "tsv", "txt", "json", "jsonl", "ndjson"]

  /// A file and its size in bytes.
  struct File {
    var url: URL
    var size: Int
  }

  /// The files, those of a folder by name; what does not exist or is too much is refused.
  static func files(_ urls: [URL], refused: (Refusal) -> Void) -> [File] {
    var files: [File] = []
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
      guard isFolder.boolValue else {
        files.append(File(url: url, size: size(of: url)))
        continue
      }
      files += content(of: url, refused: refused)
    }
    return files
  }

  private static func content(of folder: URL, refused: (Refusal) -> Void) -> [File] {
    let listed = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    let tables = (listed ?? []).filter { extensions.contains($0.pathExtension.lowercased()) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    if tables.isEmpty || tables.count > SourceReader.fileLimit {
      let limit = SourceReader.fileLimit
      refused(
        Refusal(
          file: folder.lastPathComponent, line: nil, found: "\(tables.count)",
          expected: LocalizedText(
            fr: "un dossier de 1 à \(limit) fichiers CSV, TSV ou JSON",
            en: "a folder of 1 to \(limit) CSV, TSV or JSON files")))
    }
    return tables.prefix(SourceReader.fileLimit).map { File(url: $0, size: size(of: $0)) }
  }

  private static func size(of url: URL) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
