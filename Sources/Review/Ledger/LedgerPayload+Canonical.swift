/// The payload as canonical fields; personal texts are given apart.
extension LedgerPayload {
  /// The fields that the chain holds in clear.
  public var canonicalFields: [String: String] {
    switch self {
    case .decision(let decision): Self.fields(of: decision)
    case .undo(let cancels, let subject, let project):
      Self.compact([
        "cancels": String(cancels), "suggestion": subject, "project": project?.rawValue,
      ])
    case .followUp(let step):
      Self.compact([
        "suggestion": step.suggestion, "project": step.project.rawValue, "state": step.state,
        "due": step.due?.iso,
      ])
    case .knowledge(let edit): Self.fields(of: edit)
    case .candidate(let event), .promotion(let event):
      Self.compact([
        "project": event.project.rawValue, "version": String(event.version),
        "sha256": event.sha256, "previous": event.previous.map { String($0) },
      ])
    case .importing(let record): Self.fields(of: record)
    case .unmasking(let record), .reading(let record):
      ["project": record.project.rawValue, "suggestion": record.subject]
    case .role(let agent): ["id": agent.id, "name": agent.name, "role": agent.role.rawValue]
    case .erasure(let sequence, let reason): ["sequence": String(sequence), "reason": reason]
    }
  }

  /// The personal texts, by field name; the chain holds only their salted hashes.
  public var personalFields: [String: String] {
    switch self {
    case .decision(let decision):
      var out = decision.note.map { ["note": $0] } ?? [:]
      for (name, value) in decision.correction { out["correction." + name] = value }
      return out
    case .followUp(let step): return step.note.map { ["note": $0] } ?? [:]
    case .unmasking(let record), .reading(let record):
      return record.reason.map { ["reason": $0] } ?? [:]
    default: return [:]
    }
  }

  private static func compact(_ fields: [String: String?]) -> [String: String] {
    fields.compactMapValues { $0 }
  }

  private static func fields(of decision: Decision) -> [String: String] {
    compact([
      "suggestion": decision.suggestion, "part": decision.part,
      "project": decision.project.rawValue, "verdict": decision.verdict.rawValue,
      "reason": decision.reason, "seen.model": decision.seen.model.map { String($0) },
      "seen.score": millionths(decision.seen.score), "seen.rank": String(decision.seen.rank),
      "seen.seconds": millionths(decision.seen.seconds),
      "seen.language": decision.seen.language.rawValue, "seen.content": decision.seen.content,
      // An ordinary reading has no line, so that rows written before there were others are the same.
      "purpose": decision.purpose == .first ? nil : decision.purpose.rawValue,
    ])
  }

  private static func fields(of edit: KnowledgeEdit) -> [String: String] {
    var out = [
      "project": edit.project.rawValue, "table": edit.table, "key": edit.key,
      "removed": edit.values == nil ? "true" : "false",
    ]
    for (name, value) in edit.values ?? [:] { out["value." + name] = value }
    return out
  }

  private static func fields(of record: ImportRecord) -> [String: String] {
    var out = [
      "project": record.project.rawValue, "rows": String(record.rows),
      "refused": String(record.refused), "suggestions": String(record.suggestions),
    ]
    for (name, hash) in record.files { out["file." + name] = hash }
    return out
  }

  /// A number in millionths, as a whole number; what is not finite or too large is clamped.
  static func millionths(_ value: Double) -> String {
    let scaled = value.isNaN ? 0 : (value * 1e6).rounded()
    return String(Int64(min(9e15, max(-9e15, scaled))))
  }
}
