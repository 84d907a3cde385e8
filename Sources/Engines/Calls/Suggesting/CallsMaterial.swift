import Foundation
import Review

/// What was read together with what the store holds, each thing once, and the tables people fill.
struct CallsMaterial {
  /// Kinds of stored records.
  enum Kind {
    static let queued = "queued-call"
    static let detailed = "call"
    static let voicemail = "voicemail"
    static let dialogue = "dialogue"
    static let utterance = "utterance"
    static let file = "file"
  }

  private(set) var queued: [CallRecord]
  private(set) var detailed: [CallRecord]
  private(set) var voicemails: [Voicemail]
  private(set) var dialogues: [BotDialogue]
  private(set) var utterances: [LabelledUtterance]
  let tables: CallTables
  /// SHA-256 by file name, also of files read earlier.
  private(set) var hashes: [String: String] = [:]

  init(
    _ sources: CallSources, records: any RecordSource, knowledge: [String: [KnowledgeRow]]
  ) throws {
    var knowledge = knowledge
    // Rows of files count where people wrote none of that key.
    for (table, rows) in sources.knowledge {
      let known = Set((knowledge[table] ?? []).map(\.key))
      knowledge[table, default: []] += rows.filter { !known.contains($0.key) }
    }
    tables = CallTables(knowledge)
    var hashes: [String: String] = [:]
    try records.forEachRecord(project: .calls, kind: Kind.file) { record in
      hashes[record.key] = String(decoding: record.content, as: UTF8.self)
      return true
    }
    for file in sources.files { hashes[file.name] = file.sha256 }
    self.hashes = hashes
    queued = try Self.merged(sources.queued, records, Kind.queued, \.id) { $0.joined(with: $1) }
    detailed = try Self.merged(
      sources.detailed, records, Kind.detailed, { "\($0.id)|\($0.file)|\($0.line)" })
    // A message read again without its transcript keeps the one it had, and a transcript that comes
    // later finds its message.
    let messages = try Self.merged(sources.voicemails, records, Kind.voicemail, Self.key) {
      $1.keeping($0)
    }
    voicemails = CallMerger.linked(
      messages, transcripts: sources.transcripts, calls: queued + detailed)
    dialogues = try Self.merged(sources.dialogues, records, Kind.dialogue, \.call)
    utterances = try Self.merged(
      sources.utterances, records, Kind.utterance, { "\($0.intent)|\($0.text)" })
  }

  private static func key(_ message: Voicemail) -> String {
    "\(message.name)|\(message.time.milliseconds)"
  }

  /// The newly read things and the stored ones, by key.
  ///
  /// - Parameter combine: what stands of an earlier and a later reading of one thing.
  private static func merged<Value: Codable>(
    _ read: [Value], _ records: any RecordSource, _ kind: String, _ key: (Value) -> String,
    combine: (Value, Value) -> Value = { $1 }
  ) throws -> [Value] {
    var values: [String: Value] = [:]
    let decoder = JSONDecoder()
    try records.forEachRecord(project: .calls, kind: kind) { record in
      if let value = try? decoder.decode(Value.self, from: record.content) {
        values[record.key] = value
      }
      return true
    }
    for value in read {
      let key = key(value)
      values[key] = values[key].map { combine($0, value) } ?? value
    }
    return values.keys.sorted().compactMap { values[$0] }
  }

  /// The records of what was read.
  func records(_ sources: CallSources) throws -> [SourceRecord] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    func record(_ kind: String, _ key: String, _ value: some Encodable) throws -> SourceRecord {
      SourceRecord(project: .calls, kind: kind, key: key, content: try encoder.encode(value))
    }
    let calls = Set(sources.queued.map(\.id))
    let names = Set(sources.voicemails.map(\.name)).union(sources.transcripts.keys)
    var records = try queued.filter { calls.contains($0.id) }
      .map { try record(Kind.queued, $0.id, $0) }
    records += try sources.detailed.map {
      try record(Kind.detailed, "\($0.id)|\($0.file)|\($0.line)", $0)
    }
    records += try voicemails.filter { names.contains($0.name) }
      .map { try record(Kind.voicemail, Self.key($0), $0) }
    records += try sources.dialogues.map { try record(Kind.dialogue, $0.call, $0) }
    records += try sources.utterances.map {
      try record(Kind.utterance, "\($0.intent)|\($0.text)", $0)
    }
    records += sources.files.map {
      SourceRecord(
        project: .calls, kind: Kind.file, key: $0.name, content: Data($0.sha256.utf8))
    }
    return records
  }

  /// The cases, waiting and answered.
  func cases(salt: String) -> [CallerCase] {
    CallMerger(salt: salt).cases(
      calls: CallMerger.merged(queued: queued, detailed: detailed), voicemails: voicemails,
      dialogues: dialogues)
  }
}

/// The panel's tables, read.
struct CallTables {
  let answers: [Answer]
  let services: [RedirectService]
  let deadlines: [Deadline]
  let settings: CallSettings
  let protected: [KnowledgeRow]

  init(_ knowledge: [String: [KnowledgeRow]]) {
    answers = AnswerRow.answers(knowledge[CallsPanel.Table.answers] ?? [])
    services = ServiceRow.services(knowledge[CallsPanel.Table.services] ?? [])
    deadlines = DeadlineRow.deadlines(knowledge[CallsPanel.Table.deadlines] ?? [])
    settings = CallSettings(knowledge[CallsPanel.Table.settings] ?? [])
    protected = knowledge[CallsPanel.Table.protected] ?? []
  }

  /// The title of an intent: that of its answer in force, else its code in words.
  func title(of intent: String) -> LocalizedText {
    answers.first { $0.intent == intent }?.title
      ?? LocalizedText(same: intent.replacingOccurrences(of: "_", with: " "))
  }

  /// The policy of a day.
  func policy(_ thresholds: DecisionThresholds, today: CalendarDate) -> DialoguePolicy {
    DialoguePolicy(thresholds: thresholds, answers: answers, services: services, today: today)
  }
}
