import Foundation
import Language
import Review

/// A file of searches and what is told of them.
enum SearchList {
  /// The largest number of searches of a file.
  static let limit = 10_000

  /// The searches of a file (see `SearchQuery.list`).
  ///
  /// - Throws: `EngineError.unreadable` when the file is none, or no text.
  static func read(_ path: String) throws -> [String] {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      throw EngineError.unreadable(
        Refusal(
          file: URL(fileURLWithPath: path).lastPathComponent, line: nil, found: path,
          expected: LocalizedText(
            fr: "un fichier de texte UTF-8, une recherche par ligne",
            en: "a file of UTF-8 text, one search a line")))
    }
    return Array(SearchQuery.list(in: text).prefix(limit))
  }

  /// A cell of the answer: tabs and ends of line would part it.
  static func cell(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// The median and the 95th centile of times, with two decimals; `nil` of none.
  static func figures(_ times: [Double]) -> (median: String, high: String)? {
    guard !times.isEmpty else { return nil }
    let sorted = times.sorted()
    func text(_ value: Double) -> String { String(format: "%.2f", value) }
    return (
      text(sorted[sorted.count / 2]), text(sorted[min(sorted.count - 1, sorted.count * 95 / 100)])
    )
  }
}
