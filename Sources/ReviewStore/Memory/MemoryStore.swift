import Crypto
import Foundation
import Review

/// The store in memory, for tests and throw-away demonstrations; nothing outlives the process.
public final class MemoryStore: ReviewStore, @unchecked Sendable {
  /// Everything the store holds.
  struct Content {
    var documents: [String: Document] = [:]
    var suggestions: [String: Suggestion] = [:]
    var standings: [String: Standing] = [:]
    var examples: [String: TrainingExample] = [:]
    var sources: [String: SourceRecord] = [:]
    var rows: [CanonicalRow] = []
    var events: [LedgerEvent] = []
    var personal: [Int: [String: PersonalText]] = [:]
    var agents: [String: Agent] = [:]
    var knowledge: [String: KnowledgeRow] = [:]
    var models: [ModelRecord] = []
    var snapshots: [String: Suggestion] = [:]
    var leases: [String: (agent: String, until: Timestamp)] = [:]
    var writes: Int64 = 0
  }

  private let lock = NSLock()
  private var content = Content()

  /// Makes an empty store; its first agent administers it.
  public init(agent: String) {
    content.agents[agent] = Agent(id: agent, role: .administrator)
  }

  func read<Value>(_ body: (Content) throws -> Value) rethrows -> Value {
    try lock.withLock { try body(content) }
  }

  /// Changes the content; a change that throws leaves it as it was.
  func write<Value>(_ body: (inout Content) throws -> Value) rethrows -> Value {
    try lock.withLock {
      var copy = content
      let value = try body(&copy)
      copy.writes += 1
      content = copy
      return value
    }
  }

  // MARK: Saving

  /// Saves texts.
  public func save(documents: [Document]) throws {
    write { content in
      for document in documents { content.documents[document.id] = document }
    }
  }

  /// Saves suggestions; what was decided about them stays.
  public func save(suggestions: [Suggestion]) throws {
    write { content in
      for suggestion in suggestions { content.suggestions[suggestion.id] = suggestion }
    }
  }

  /// Saves rows to learn from.
  public func save(examples: [TrainingExample]) throws {
    write { content in
      for example in examples {
        content.examples["\(example.project)\u{1F}\(example.task)\u{1F}\(example.key)"] = example
      }
    }
  }

  /// Saves source records.
  public func save(records: [SourceRecord]) throws {
    write { content in
      for record in records {
        content.sources["\(record.project)\u{1F}\(record.kind)\u{1F}\(record.key)"] = record
      }
    }
  }

  // MARK: Small things

  /// An agent; somebody unknown is an agent without further rights.
  public func agent(_ id: String) throws -> Agent { read { $0.agents[id] ?? Agent(id: id) } }

  /// All agents.
  public func agents() throws -> [Agent] { read { $0.agents.values.sorted { $0.id < $1.id } } }

  /// The rows of a knowledge table, by key.
  public func knowledge(project: Project, table: String) throws -> [KnowledgeRow] {
    let prefix = "\(project)\u{1F}\(table)\u{1F}"
    return read { content in
      content.knowledge.filter { $0.key.hasPrefix(prefix) }.map(\.value).sorted { $0.key < $1.key }
    }
  }

  /// The versions of a model, newest first.
  public func models(_ project: Project) throws -> [ModelRecord] {
    read { content in
      content.models.filter { $0.project == project }.sorted { $0.version > $1.version }
    }
  }

  /// The version in use.
  public func activeModel(_ project: Project) throws -> ModelRecord? {
    try models(project).first { $0.state == .active }
  }

  /// Saves a candidate under the next version; a ledger event.
  public func saveCandidate(
    project: Project, content data: Data, summary: TrainingSummary, agent: String, now: Timestamp
  ) throws -> ModelRecord {
    let earlier = try models(project)
    let record = ModelRecord(
      project: project, version: (earlier.first?.version ?? 0) + 1, state: .candidate,
      created: now, content: data, sha256: Hexadecimal.string(SHA256.hash(data: data)),
      summary: summary)
    write { $0.models.append(record) }
    try append([
      LedgerDraft(
        time: now, agent: agent,
        payload: .candidate(
          ModelEvent(
            project: project, version: record.version, sha256: record.sha256,
            previous: earlier.first { $0.state == .active }?.version)))
    ])
    return record
  }

  /// The secret for pseudonyms, the same in every store in memory.
  public func pseudonymSalt() throws -> String { "memory" }

  /// Holds a suggestion for an agent for some seconds.
  public func claim(
    _ id: String, agent: String, seconds: Double, now: Timestamp
  ) throws -> Bool {
    write { content in
      if let lease = content.leases[id], lease.agent != agent, lease.until >= now { return false }
      content.leases[id] = (agent, now.adding(seconds: seconds))
      return true
    }
  }

  /// A number that changes with every write.
  public func changeToken() throws -> Int64 { read { $0.writes } }

  /// The read-only view for engines.
  public var records: any RecordSource { MemoryRecords(store: self) }
}
