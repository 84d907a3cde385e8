import Foundation
import Review
import Tables

/// Reads the `pairs.csv` of folders of labelled pairs.
enum PairList {
  /// The most pairs of a list.
  static let limit = 100_000
  /// Metres for a pixel when the list does not say: that of the analysis.
  private static let unknownMetres = 0.5

  /// The pairs of the folders, in their order; those of some sets only when sets are named.
  ///
  /// - Throws: `EngineError` when a folder has no list.
  static func read(
    _ folders: [URL], sets: Set<String>, refused: @escaping (Refusal) -> Void
  ) throws -> [LabelledPair] {
    var pairs: [LabelledPair] = []
    for folder in folders {
      let file =
        folder.pathExtension == "csv" ? folder : folder.appendingPathComponent("pairs.csv")
      do {
        pairs += try read(file, refused: refused)
      } catch let error as TableError {
        throw EngineError.unreadable(error.refusal)
      }
    }
    return sets.isEmpty ? pairs : pairs.filter { sets.contains($0.set) }
  }

  private static func read(
    _ file: URL, refused: @escaping (Refusal) -> Void
  ) throws -> [LabelledPair] {
    let reader = try TableReader(url: file, refused: refused)
    var pairs: [LabelledPair] = []
    while let row = try reader.next(), pairs.count < limit {
      let set = row["set"] ?? ""
      let folder = row["folder"] ?? ""
      guard isName(set), isName(folder) else {
        reader.refuse(
          row, found: "\(set)/\(folder)",
          expected: LocalizedText(
            fr: "un jeu et un dossier, sans chemin", en: "a set and a folder, without a path"))
        continue
      }
      let metres = Double(row["gsd_m"] ?? "") ?? unknownMetres
      pairs.append(
        LabelledPair(
          set: set, folder: folder,
          url: file.deletingLastPathComponent().appendingPathComponent(set)
            .appendingPathComponent(folder),
          metres: (0.01...100).contains(metres) ? metres : unknownMetres, line: row.line))
    }
    return pairs
  }

  /// A list must not lead out of its folder.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".." && !text.contains("/") && !text.contains("\\")
  }
}
