import Foundation
import Review
import Tables

/// Reads the files and folders a user gives to the restaurants panel.
///
/// What a file holds is found out from its columns. Rows and whole files that cannot be taken are
/// reported; the rest goes on.
public struct SourceReader {
  /// The greatest number of inspections, reviews, places or labels held in memory.
  public static let recordLimit = 2_000_000
  /// The greatest number of files read from a folder.
  public static let fileLimit = 10_000

  /// The user's own names of columns, tried before the usual ones.
  public var mapping: ColumnMapping
  /// The secret by which authors get their pseudonyms.
  public var pseudonymSalt: String
  /// The day the files were made, for dates such as « il y a 2 mois »; such dates are refused
  /// without it.
  public var reference: CalendarDate?

  /// Makes a reader.
  public init(
    pseudonymSalt: String, reference: CalendarDate? = nil,
    mapping: ColumnMapping = ColumnMapping([:])
  ) {
    self.pseudonymSalt = pseudonymSalt
    self.reference = reference
    self.mapping = mapping
  }

  /// Reads sources.
  ///
  /// - Parameters:
  ///   - urls: files or folders (of which `.csv`, `.tsv`, `.txt`, `.json`, `.jsonl` and `.ndjson`
  ///     files are read).
  ///   - progress: hears how many bytes were read.
  ///   - isCancelled: asked now and then; reading ends with `CancellationError`.
  ///   - ask: says which field each column of an unknown file holds, or `nil`.
  ///   - refused: hears of every row or file that was not taken.
  /// - Throws: `EngineError.unreadable` when no file could be read at all.
  public func read(
    _ urls: [URL], progress: (AnalysisProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false },
    ask: (ColumnQuestion) -> [String: String]? = { _ in nil }, refused: @escaping (Refusal) -> Void
  ) throws -> RestaurantSources {
    var collector = SourceCollector(reader: self, refused: refused)
    var first: Refusal?
    let files = SourceFolder.files(urls) { refusal in
      first = first ?? refusal
      refused(refusal)
    }
    let total = files.reduce(0) { $0 + $1.size }
    var done = 0
    for file in files {
      do {
        try collector.read(file.url, ask: ask) { position in
          if isCancelled() { throw CancellationError() }
          progress(Self.progress(done + min(position, file.size), of: total))
        }
      } catch let error as TableError {
        first = first ?? error.refusal
        refused(error.refusal)
      }
      done += file.size
      progress(Self.progress(done, of: total))
    }
    if collector.sources.files.isEmpty, let first { throw EngineError.unreadable(first) }
    return collector.finish()
  }

  /// What a file holds.
  ///
  /// - Throws: `EngineError.unreadable` when it is none of the kinds or cannot be read.
  public func kind(of url: URL) throws -> SourceKind {
    do {
      return try SourceDetector(mapping: mapping).kind(of: RecordFile(url))
    } catch {
      throw EngineError.unreadable(error.refusal)
    }
  }

  private static func progress(_ done: Int, of total: Int) -> AnalysisProgress {
    AnalysisProgress(
      stage: LocalizedText(fr: "lecture des sources", en: "reading sources"), done: done,
      total: total)
  }
}
