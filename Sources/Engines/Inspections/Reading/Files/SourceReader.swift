import Foundation
import Review
import Tables

/// Reads files of all the kinds the panel knows, in the order in which they need each other.
struct SourceReader {
  /// The salt of agents' hashes.
  var salt: String
  /// The mapping of the table of inspections, when one is known.
  var mapping: ControlMapping?
  /// Whether outcomes are left out (rows that are to be predicted).
  var hidesOutcomes = false
  /// Whether all columns of the mapping ought to be there: files of older inspections lack some.
  var expectsFeatures = true
  /// Whether measurements without a result are kept as days to predict.
  var keepsBlanks = false
  /// The columns of the users' own tables, as they answered once.
  var columns = ColumnMapping([:])
  /// Whether the hash of each file is computed.
  var hashesFiles = true

  /// Reads files.
  ///
  /// - Throws: `EngineError.unreadable` when no file at all can be used.
  func read(
    _ urls: [URL], observer: any AnalysisObserver
  ) throws -> InspectionSources {
    var first: Refusal?
    let report: (Refusal) -> Void = { refusal in
      first = first ?? refusal
      observer.refused(refusal)
    }
    let (items, mappings) = SourceItem.items(urls, refused: report)
    var mapping = mapping
    for url in mappings { mapping = try ControlMapping(url: url) }
    var collector = SourceCollector(
      reader: self, mapping: mapping, total: items.reduce(0) { $0 + $1.size }, observer: observer,
      report: report)
    try collector.read(items)
    if collector.sources.files.isEmpty, let first { throw EngineError.unreadable(first) }
    let sources = collector.finish()
    for remark in sources.remarks { observer.warned(remark) }
    return sources
  }
}
