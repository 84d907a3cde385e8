import Foundation
import Review

/// Where documents, suggestions, decisions and models live.
///
/// Calls are synchronous and may be made from any thread; Session makes them off the main one.
/// Every implementation passes the same conformance suite.
public protocol ReviewStore: AnyObject, Sendable {
  // MARK: Saving

  /// Saves texts; one with the same identifier replaces the earlier one.
  func save(documents: [Document]) throws
  /// Saves suggestions; one that is known keeps its status, history and notes.
  func save(suggestions: [Suggestion]) throws
  /// Saves rows to learn from; one with the same task and key replaces the earlier one.
  func save(examples: [TrainingExample]) throws
  /// Saves source records; one with the same kind and key replaces the earlier one.
  func save(records: [SourceRecord]) throws

  // MARK: Looking

  /// A window of the list.
  func window(
    _ query: SuggestionQuery, anchor: WindowAnchor, limit: Int
  ) throws -> SuggestionWindow
  /// How many suggestions of a project stand where; `today` bounds what was decided today.
  func counts(_ project: Project, today: CalendarDate) throws -> PanelCounts
  /// The values of a facet, most frequent first.
  func facetCounts(_ query: SuggestionQuery, facet: String, limit: Int) throws -> [FacetCount]
  /// A suggestion with all that happened to it.
  func detail(_ id: String) throws -> SuggestionDetail?
  /// The only suggestion whose identifier begins so, or `nil`.
  func resolve(_ prefix: String) throws -> String?
  /// A document.
  func document(_ id: String) throws -> Document?
  /// Documents that answer a query (see `SearchQuery`), best first.
  func search(_ text: String, project: Project, limit: Int) throws -> [SearchHit]
  /// A query with mistyped words replaced by known ones, or `nil` when there is nothing to correct.
  func correction(_ text: String) throws -> String?
  /// The read-only view for engines.
  var records: any RecordSource { get }

  // MARK: Ledger

  /// Records events in one transaction that is on the disk when the call returns.
  @discardableResult
  func append(_ drafts: [LedgerDraft]) throws -> [LedgerEvent]
  /// Events after a sequence number, oldest first.
  func events(after sequence: Int, limit: Int) throws -> [LedgerEvent]
  /// Events of some kinds, of one project or of all, after a sequence number, oldest first.
  func events(
    of kinds: Set<LedgerKind>, project: Project?, after sequence: Int, limit: Int
  ) throws -> [LedgerEvent]
  /// A suggestion as it was when somebody decided, by the hash in the decision; `nil` when it was
  /// purged.
  func snapshot(_ hash: String) throws -> Suggestion?
  /// The canonical bytes of an event's row, or `nil`.
  func row(_ sequence: Int) throws -> [UInt8]?
  /// The last event's number and hash.
  func head() throws -> LedgerHead
  /// Verifies the whole chain, and that it holds a head kept elsewhere.
  func verify(expectedHead: LedgerHead?) throws -> LedgerVerification
  /// Erases the personal texts of an event; the chain still verifies.
  func erase(personalOf sequence: Int, reason: String, agent: String, now: Timestamp) throws

  // MARK: Agents, knowledge, models

  /// An agent; somebody unknown is an agent without further rights.
  func agent(_ id: String) throws -> Agent
  /// All agents.
  func agents() throws -> [Agent]
  /// The rows of a knowledge table, by key.
  func knowledge(project: Project, table: String) throws -> [KnowledgeRow]
  /// The versions of a model, newest first.
  func models(_ project: Project) throws -> [ModelRecord]
  /// The version in use.
  func activeModel(_ project: Project) throws -> ModelRecord?
  /// Saves a candidate under the next version; a ledger event.
  func saveCandidate(
    project: Project, content: Data, summary: TrainingSummary, agent: String, now: Timestamp
  ) throws -> ModelRecord
  /// The decisions to learn from: not undone, the last one for each suggestion and part.
  func labelledDecisions(project: Project) throws -> [TrainingRequest.LabelledDecision]
  /// The follow-up steps to learn from: not undone, the last one for each suggestion.
  func labelledFollowUps(project: Project) throws -> [TrainingRequest.LabelledFollowUp]
  /// The store's secret for pseudonyms.
  func pseudonymSalt() throws -> String

  // MARK: Several workbenches

  /// Holds a suggestion for an agent for some seconds; `false` when somebody else holds it.
  func claim(_ id: String, agent: String, seconds: Double, now: Timestamp) throws -> Bool
  /// A number that changes when any program wrote to the store.
  func changeToken() throws -> Int64
}
