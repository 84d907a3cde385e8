/// Takes what an analysis makes, in chunks, so that memory stays bounded.
public protocol AnalysisSink: AnalysisObserver {
  /// Texts that were read.
  func receive(documents: [Document]) throws
  /// Source records to be given back at the next analysis.
  func receive(records: [SourceRecord]) throws
  /// Rows to learn from.
  func receive(examples: [TrainingExample]) throws
  /// Suggestions.
  func receive(suggestions: [Suggestion]) throws
  /// Rows of one of the panel's tables that stood in a file. They are added where nobody wrote a row
  /// of that key: what people wrote stands.
  func receive(knowledge rows: [KnowledgeRow], table: String) throws
}

extension AnalysisSink {
  /// Rows are not kept by default.
  public func receive(knowledge rows: [KnowledgeRow], table: String) throws {}
}
