import Foundation
import Review

/// The ledger in memory: the same rows, hashes and rules as on disk.
extension MemoryStore {
  /// Records events in one change: all of them, or none.
  @discardableResult
  public func append(_ drafts: [LedgerDraft]) throws -> [LedgerEvent] {
    try write { content in try drafts.map { try Self.append(&content, $0) } }
  }

  private static func append(_ content: inout Content, _ draft: LedgerDraft) throws -> LedgerEvent {
    try check(content, draft)
    var draft = draft
    if case .undo(let cancels, _, _) = draft.payload {
      draft.payload = .undo(of: content.events[cancels - 1])
    }
    let payload = draft.payload.seeing(try keepSnapshot(&content, of: draft.payload))
    let sequence = content.events.count + 1
    let previous = content.events.last?.hash ?? .zero
    var digests: [String: String] = [:]
    for (field, text) in draft.payload.personalFields {
      let salt = (0..<PersonalText.saltLength).map { _ in UInt8.random(in: 0...255) }
      let personal = PersonalText(salt: salt, text: text)
      digests[field] = personal.digest
      content.personal[sequence, default: [:]][field] = personal
    }
    let row = CanonicalRow(
      sequence: sequence, time: draft.time, agent: draft.agent, payload: payload,
      digests: digests)
    let event = LedgerEvent(
      sequence: sequence, time: draft.time, agent: draft.agent, payload: payload,
      previous: previous, hash: row.hash(after: previous))
    content.rows.append(row)
    content.events.append(event)
    try project(&content, event)
    return event
  }

  private static func keepSnapshot(
    _ content: inout Content, of payload: LedgerPayload
  ) throws -> String? {
    guard case .decision(let decision) = payload,
      let suggestion = content.suggestions[decision.suggestion]
    else { return nil }
    let name = try Snapshot(suggestion).name
    content.snapshots[name] = suggestion
    return name
  }

  /// A suggestion as it was when somebody decided.
  public func snapshot(_ hash: String) throws -> Suggestion? { read { $0.snapshots[hash] } }

  /// The canonical bytes of an event's row.
  public func row(_ sequence: Int) throws -> [UInt8]? {
    read { content in
      content.rows.indices.contains(sequence - 1) ? content.rows[sequence - 1].bytes : nil
    }
  }

  /// Events of some kinds.
  public func events(
    of kinds: Set<LedgerKind>, project: Project?, after sequence: Int, limit: Int
  ) throws -> [LedgerEvent] {
    read { content in
      Array(
        Self.events(content) {
          kinds.contains($0.kind) && (project == nil || $0.project == project)
        }.filter { $0.sequence > sequence }.prefix(max(0, limit)))
    }
  }

  private static func check(_ content: Content, _ draft: LedgerDraft) throws {
    let role = content.agents[draft.agent]?.role ?? .agent
    if let needed = draft.payload.neededRole, role < needed {
      throw StoreError.notAllowed(agent: draft.agent, needs: needed)
    }
    switch draft.payload {
    case .decision, .followUp:
      let subject = draft.payload.subject ?? ""
      guard content.suggestions[subject] != nil else { throw StoreError.unknown(subject) }
    case .undo(let cancels, _, _):
      let event = content.events.first { $0.sequence == cancels }
      let isUndone = undone(content).contains(cancels)
      guard let event, event.agent == draft.agent, event.payload.isUndoable, !isUndone else {
        throw StoreError.cannotUndo(sequence: cancels)
      }
    case .erasure(let sequence, _):
      guard content.events.contains(where: { $0.sequence == sequence }) else {
        throw StoreError.unknown("event \(sequence)")
      }
    default: break
    }
  }

  static func undone(_ content: Content) -> Set<Int> {
    Set(
      content.events.compactMap { event in
        if case .undo(let cancels, _, _) = event.payload { return cancels }
        return nil
      })
  }

  private static func project(_ content: inout Content, _ event: LedgerEvent) throws {
    switch event.payload {
    case .decision, .followUp, .undo:
      if let subject = event.payload.subject { rebuild(&content, subject) }
      if case .undo = event.payload { rebuildKnowledge(&content) }
    case .knowledge: rebuildKnowledge(&content)
    case .role(let agent): content.agents[agent.id] = agent
    case .promotion(let promotion):
      let known = content.models.contains {
        $0.project == promotion.project && $0.version == promotion.version
      }
      guard known else { throw StoreError.unknown("model \(promotion.version)") }
      for index in content.models.indices where content.models[index].project == promotion.project {
        if content.models[index].version == promotion.version {
          content.models[index].state = .active
        } else if content.models[index].state == .active {
          content.models[index].state = .retired
        }
      }
    case .candidate, .importing, .unmasking, .reading, .erasure: break
    }
  }

  private static func rebuild(_ content: inout Content, _ subject: String) {
    let undone = undone(content)
    var standing = Standing()
    for event in content.events
    where event.payload.subject == subject && !undone.contains(event.sequence) {
      standing.apply(event.payload)
    }
    content.standings[subject] = standing
    content.leases[subject] = nil
  }

  private static func rebuildKnowledge(_ content: inout Content) {
    let undone = undone(content)
    content.knowledge = [:]
    for event in content.events where !undone.contains(event.sequence) {
      guard case .knowledge(let edit) = event.payload else { continue }
      let key = "\(edit.project)\u{1F}\(edit.table)\u{1F}\(edit.key)"
      content.knowledge[key] = edit.values.map { KnowledgeRow(key: edit.key, values: $0) }
    }
  }

  static func events(
    _ content: Content, where isWanted: (LedgerPayload) -> Bool
  ) -> [LedgerEvent] {
    content.events.filter { isWanted($0.payload) }.compactMap { event in
      let personal = (content.personal[event.sequence] ?? [:]).mapValues(\.text)
      return content.rows[event.sequence - 1].event(
        previous: event.previous, hash: event.hash, personal: personal)
    }
  }

  /// Events after a sequence number, oldest first.
  public func events(after sequence: Int, limit: Int) throws -> [LedgerEvent] {
    read { content in
      Array(Self.events(content) { _ in true }.dropFirst(max(0, sequence)).prefix(max(0, limit)))
    }
  }

  /// The last event's number and hash.
  public func head() throws -> LedgerHead {
    read { content in
      LedgerHead(sequence: content.events.count, hash: content.events.last?.hash ?? .zero)
    }
  }

  /// Verifies the whole chain, and that it holds a head kept elsewhere.
  public func verify(expectedHead: LedgerHead?) throws -> LedgerVerification {
    read { content in
      var result = LedgerVerification(verified: 0, head: .zero)
      for (row, event) in zip(content.rows, content.events) {
        guard row.hash(after: result.head) == event.hash else {
          result.fault = (event.sequence, .content)
          return result
        }
        result = LedgerVerification(verified: event.sequence, head: event.hash)
      }
      if let expectedHead, expectedHead.sequence > 0 {
        let kept = content.events.first { $0.sequence == expectedHead.sequence }
        if kept?.hash != expectedHead.hash { result.fault = (expectedHead.sequence, .head) }
      }
      return result
    }
  }

  /// Erases the personal texts of an event; the chain still verifies.
  public func erase(
    personalOf sequence: Int, reason: String, agent: String, now: Timestamp
  ) throws {
    try append([
      LedgerDraft(time: now, agent: agent, payload: .erasure(sequence: sequence, reason: reason))
    ])
    write { $0.personal[sequence] = nil }
  }

  /// The decisions to learn from.
  public func labelledDecisions(
    project: Project
  ) throws -> [TrainingRequest.LabelledDecision] {
    read { content in
      var last: [String: TrainingRequest.LabelledDecision] = [:]
      let undone = Self.undone(content)
      for event in Self.events(content, where: { $0.project == project })
      where !undone.contains(event.sequence) {
        guard case .decision(let decision) = event.payload, decision.verdict != .annotate,
          decision.purpose.isDeciding, let suggestion = content.suggestions[decision.suggestion]
        else { continue }
        last[decision.suggestion + "|" + (decision.part ?? "")] = .init(
          event: event, decision: decision, suggestion: suggestion)
      }
      return last.values.sorted { $0.sequence < $1.sequence }
    }
  }

  /// The follow-up steps to learn from.
  public func labelledFollowUps(
    project: Project
  ) throws -> [TrainingRequest.LabelledFollowUp] {
    read { content in
      var last: [String: TrainingRequest.LabelledFollowUp] = [:]
      let undone = Self.undone(content)
      for event in Self.events(content, where: { $0.project == project })
      where !undone.contains(event.sequence) {
        guard case .followUp(let step) = event.payload,
          let suggestion = content.suggestions[step.suggestion]
        else { continue }
        last[step.suggestion] = .init(event: event, step: step, suggestion: suggestion)
      }
      return last.values.sorted { $0.sequence < $1.sequence }
    }
  }
}
