import Foundation
import Review
import ReviewStore

/// A store whose disk is full: whatever is asked fails.
final class FailingStore: ReviewStore {
  static let error = StoreError.full(path: "/full")

  func save(documents: [Document]) throws { throw Self.error }
  func save(suggestions: [Suggestion]) throws { throw Self.error }
  func save(examples: [TrainingExample]) throws { throw Self.error }
  func save(records: [SourceRecord]) throws { throw Self.error }

  func window(
    _ query: SuggestionQuery, anchor: WindowAnchor, limit: Int
  ) throws -> SuggestionWindow { throw Self.error }
  func counts(_ project: Project, today: CalendarDate) throws -> PanelCounts { throw Self.error }
  func facetCounts(
    _ query: SuggestionQuery, facet: String, limit: Int
  ) throws -> [FacetCount] { throw Self.error }
  func detail(_ id: String) throws -> SuggestionDetail? { throw Self.error }
  func resolve(_ prefix: String) throws -> String? { throw Self.error }
  func document(_ id: String) throws -> Document? { throw Self.error }
  func search(_ text: String, project: Project, limit: Int) throws -> [SearchHit] {
    throw Self.error
  }
  func correction(_ text: String) throws -> String? { throw Self.error }
  var records: any RecordSource { MemoryStore(agent: "x").records }

  func append(_ drafts: [LedgerDraft]) throws -> [LedgerEvent] { throw Self.error }
  func events(after sequence: Int, limit: Int) throws -> [LedgerEvent] { throw Self.error }
  func events(
    of kinds: Set<LedgerKind>, project: Project?, after sequence: Int, limit: Int
  ) throws -> [LedgerEvent] { throw Self.error }
  func snapshot(_ hash: String) throws -> Suggestion? { throw Self.error }
  func row(_ sequence: Int) throws -> [UInt8]? { throw Self.error }
  func head() throws -> LedgerHead { throw Self.error }
  func verify(expectedHead: LedgerHead?) throws -> LedgerVerification { throw Self.error }
  func erase(
    personalOf sequence: Int, reason: String, agent: String, now: Timestamp
  ) throws { throw Self.error }

  func agent(_ id: String) throws -> Agent { throw Self.error }
  func agents() throws -> [Agent] { throw Self.error }
  func knowledge(project: Project, table: String) throws -> [KnowledgeRow] { throw Self.error }
  func models(_ project: Project) throws -> [ModelRecord] { throw Self.error }
  func activeModel(_ project: Project) throws -> ModelRecord? { throw Self.error }
  func saveCandidate(
    project: Project, content: Data, summary: TrainingSummary, agent: String, now: Timestamp
  ) throws -> ModelRecord { throw Self.error }
  func labelledDecisions(project: Project) throws -> [TrainingRequest.LabelledDecision] {
    throw Self.error
  }
  func labelledFollowUps(project: Project) throws -> [TrainingRequest.LabelledFollowUp] {
    throw Self.error
  }
  func pseudonymSalt() throws -> String { throw Self.error }
  func claim(_ id: String, agent: String, seconds: Double, now: Timestamp) throws -> Bool {
    throw Self.error
  }
  func changeToken() throws -> Int64 { throw Self.error }
}
