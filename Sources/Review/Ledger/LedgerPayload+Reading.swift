/// The payload read back from its canonical fields.
extension LedgerPayload {
  /// Reads a payload, or returns `nil` when a field is missing or malformed.
  ///
  /// - Parameters:
  ///   - kind: the kind of the row.
  ///   - fields: the canonical fields.
  ///   - personal: the personal texts that were not erased.
  public init?(kind: LedgerKind, fields: [String: String], personal: [String: String]) {
    let reader = FieldReader(fields: fields, personal: personal)
    let payload: LedgerPayload? =
      switch kind {
      case .decision: reader.decision.map { .decision($0) }
      case .undo:
        reader.integer("cancels").map {
          .undo(cancels: $0, subject: fields["suggestion"], project: reader.project)
        }
      case .followUp: reader.followUp.map { .followUp($0) }
      case .knowledge: reader.knowledge.map { .knowledge($0) }
      case .candidate: reader.model.map { .candidate($0) }
      case .promotion: reader.model.map { .promotion($0) }
      case .importing: reader.importing.map { .importing($0) }
      case .unmasking: reader.access.map { .unmasking($0) }
      case .reading: reader.access.map { .reading($0) }
      case .role: reader.agent.map { .role($0) }
      case .erasure:
        reader.integer("sequence").map {
          .erasure(sequence: $0, reason: fields["reason"] ?? "")
        }
      }
    guard let payload else { return nil }
    self = payload
  }
}

/// Reads typed values from canonical fields.
private struct FieldReader {
  let fields: [String: String]
  let personal: [String: String]

  var project: Project? { fields["project"].flatMap { Project(rawValue: $0) } }

  func integer(_ name: String) -> Int? { fields[name].flatMap { Int($0) } }

  func number(_ name: String) -> Double? {
    fields[name].flatMap { Int64($0) }.map { Double($0) / 1e6 }
  }

  func group(_ prefix: String, in values: [String: String]) -> [String: String] {
    var out: [String: String] = [:]
    for (name, value) in values where name.hasPrefix(prefix) {
      out[String(name.dropFirst(prefix.count))] = value
    }
    return out
  }

  var decision: Decision? {
    guard let suggestion = fields["suggestion"], let project,
      let verdict = fields["verdict"].flatMap({ Verdict(rawValue: $0) }),
      let score = number("seen.score"), let rank = integer("seen.rank"),
      let seconds = number("seen.seconds"),
      let language = fields["seen.language"].flatMap({ InterfaceLanguage(rawValue: $0) }),
      let purpose = ReadingPurpose(
        rawValue: fields["purpose"] ?? ReadingPurpose.first.rawValue)
    else { return nil }
    return Decision(
      suggestion: suggestion, part: fields["part"], project: project, verdict: verdict,
      reason: fields["reason"], note: personal["note"],
      correction: group("correction.", in: personal),
      seen: Decision.Seen(
        model: integer("seen.model"), score: score, rank: rank, seconds: seconds,
        language: language, content: fields["seen.content"]),
      purpose: purpose)
  }

  var followUp: FollowUp? {
    guard let suggestion = fields["suggestion"], let project, let state = fields["state"]
    else { return nil }
    let due = fields["due"].flatMap { CalendarDate(iso: $0) }
    guard (due == nil) == (fields["due"] == nil) else { return nil }
    return FollowUp(
      suggestion: suggestion, project: project, state: state, due: due, note: personal["note"])
  }

  var knowledge: KnowledgeEdit? {
    guard let project, let table = fields["table"], let key = fields["key"] else { return nil }
    let values = fields["removed"] == "true" ? nil : group("value.", in: fields)
    return KnowledgeEdit(project: project, table: table, key: key, values: values)
  }

  var model: ModelEvent? {
    guard let project, let version = integer("version"), let hash = fields["sha256"]
    else { return nil }
    return ModelEvent(
      project: project, version: version, sha256: hash, previous: integer("previous"))
  }

  var importing: ImportRecord? {
    guard let project, let rows = integer("rows"), let refused = integer("refused"),
      let suggestions = integer("suggestions")
    else { return nil }
    return ImportRecord(
      project: project, files: group("file.", in: fields), rows: rows, refused: refused,
      suggestions: suggestions)
  }

  var access: AccessRecord? {
    guard let project, let subject = fields["suggestion"] else { return nil }
    return AccessRecord(project: project, subject: subject, reason: personal["reason"])
  }

  var agent: Agent? {
    guard let id = fields["id"], let role = fields["role"].flatMap({ Role(rawValue: $0) })
    else { return nil }
    return Agent(id: id, name: fields["name"], role: role)
  }
}
