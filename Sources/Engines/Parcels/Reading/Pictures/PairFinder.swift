import Foundation
import Imagery
import Review
import Tables

/// Finds pairs among the files of a folder: by a list (`couples.csv`), or by dates in file names.
struct PairFinder {
  /// The most pairs of a source.
  static let limit = 5000

  /// A pair by its files, before the pictures are looked at.
  struct Draft {
    var name: String
    var before: URL
    var after: URL
    var beforeDate: CalendarDate
    var afterDate: CalendarDate
    var commune: String
  }

  let refused: (Refusal) -> Void

  // MARK: By list

  /// Whether a table lists pairs.
  static func isList(_ header: TableHeader) -> Bool {
    columns.allSatisfy { column in column.contains { header.index(of: $0) != nil } }
  }

  private static let columns = [["avant", "before"], ["apres", "après", "after"]]

  /// The pairs of a list; pictures are named from the list's folder.
  func listed(_ file: URL) throws -> [Draft] {
    let reader = try TableReader(url: file, refused: refused)
    let folder = file.deletingLastPathComponent()
    func text(_ row: TableRow, _ names: [String]) -> String {
      names.lazy.compactMap { row[$0] }.first { !$0.isEmpty } ?? ""
    }
    var drafts: [Draft] = []
    while let row = try reader.next(), drafts.count < Self.limit {
      let before = text(row, ["avant", "before"])
      let after = text(row, ["apres", "après", "after"])
      guard Self.isPlain(before), Self.isPlain(after) else {
        reader.refuse(
          row, found: "\(before), \(after)",
          expected: LocalizedText(
            fr: "deux noms de fichiers du même dossier", en: "two names of files in this folder"))
        continue
      }
      let dates = [
        ["date_avant", "date_before", "before_date"], ["date_apres", "date_after", "after_date"],
      ].map { CalendarDate(iso: text(row, $0)) }
      guard let first = dates[0], let second = dates[1], first < second else {
        reader.refuse(row, found: row.excerpt, expected: Self.datesExpected)
        continue
      }
      let name = text(row, ["nom", "name"])
      drafts.append(
        Draft(
          name: name.isEmpty ? Self.stem(after) : name,
          before: folder.appendingPathComponent(before),
          after: folder.appendingPathComponent(after), beforeDate: first, afterDate: second,
          commune: text(row, ["commune"])))
    }
    return drafts
  }

  static let datesExpected = LocalizedText(
    fr:
      "les dates des deux images (AAAA-MM-JJ), la première d'abord : elles bornent la prescription",
    en: "the dates of both pictures (YYYY-MM-DD), the earlier first: they bound the prescription")

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("/") && !name.contains("\\") && name != ".."
  }

  static func stem(_ name: String) -> String { (name as NSString).deletingPathExtension }

  // MARK: By file names

  /// The pairs of pictures whose names are equal but for a date.
  func dated(_ pictures: [URL]) -> [Draft] {
    var groups: [String: [(date: CalendarDate, url: URL)]] = [:]
    for url in pictures {
      guard let (date, rest) = Self.date(in: Self.stem(url.lastPathComponent)) else {
        refused(
          Refusal(
            file: url.lastPathComponent, line: nil, found: url.lastPathComponent,
            expected: LocalizedText(
              fr: "une date dans le nom (vias-2021-06-14.png), ou une liste couples.csv",
              en: "a date in the name (vias-2021-06-14.png), or a list couples.csv")))
        continue
      }
      groups[rest, default: []].append((date, url))
    }
    var drafts: [Draft] = []
    for (name, members) in groups.sorted(by: { $0.key < $1.key }) {
      let sorted = members.sorted { $0.date < $1.date }
      guard sorted.count >= 2, let first = sorted.first, first.date < sorted[sorted.count - 1].date
      else {
        refused(
          Refusal(
            file: sorted[0].url.lastPathComponent, line: nil, found: "\(sorted.count)",
            expected: LocalizedText(
              fr: "deux images de « \(name) » à deux dates",
              en: "two pictures of “\(name)” at two dates")))
        continue
      }
      // Several vintages are compared one after the other.
      for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.date < later.date {
        drafts.append(
          Draft(
            name: name, before: earlier.url, after: later.url, beforeDate: earlier.date,
            afterDate: later.date, commune: ""))
      }
    }
    return Array(drafts.prefix(Self.limit))
  }

  /// A date in a name (`2021-06-14` or `20210614`) and the name without it.
  static func date(in name: String) -> (CalendarDate, String)? {
    let characters = Array(name)
    func digits(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= characters.count else { return nil }
      return Int(String(characters[start..<start + count]))
    }
    for start in characters.indices {
      if start > 0, characters[start - 1].isNumber { continue }
      for gap in [1, 0] {
        let length = 8 + 2 * gap
        guard start + length <= characters.count,
          start + length == characters.count || !characters[start + length].isNumber,
          gap == 0 || (characters[start + 4] == "-" && characters[start + 7] == "-"),
          let year = digits(start, 4), let month = digits(start + 4 + gap, 2),
          let day = digits(start + 6 + 2 * gap, 2), (1900...2100).contains(year),
          let date = CalendarDate(year: year, month: month, day: day)
        else { continue }
        let rest = String(characters[..<start]) + String(characters[(start + length)...])
        let name = rest.trimmingCharacters(in: CharacterSet(charactersIn: "-_ ."))
        return (date, name.isEmpty ? "image" : name)
      }
    }
    return nil
  }
}
