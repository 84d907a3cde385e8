import Foundation
import Review

/// Ranks the callers whom nobody answered: what was read, together with what the store holds.
struct CallsAnalysis {
  /// The number of values given to the sink at once.
  private static let chunk = 500

  let request: AnalysisRequest
  let engine: String

  func run(
    _ sources: CallSources, records: any RecordSource, sink: any AnalysisSink
  ) throws {
    let material = try CallsMaterial(sources, records: records, knowledge: request.knowledge)
    for (table, rows) in sources.knowledge.sorted(by: { $0.key < $1.key }) {
      try sink.receive(knowledge: rows, table: table)
    }
    let stored = try material.records(sources)
    for start in stride(from: 0, to: stored.count, by: Self.chunk) {
      try sink.receive(records: Array(stored[start..<min(start + Self.chunk, stored.count)]))
    }
    let model = try request.model.map { try CallsModel($0).intents }
    let composer = CaseComposer(
      model: model, modelVersion: request.model?.version, tables: material.tables,
      today: request.today, now: request.now, engine: engine, fileHashes: material.hashes)
    let cases = material.cases(salt: request.pseudonymSalt)
    try sink.receive(documents: documents(material))
    var present: Set<String> = []
    for start in stride(from: 0, to: cases.count, by: Self.chunk) {
      if sink.isCancelled { throw CancellationError() }
      let part = Array(cases[start..<min(start + Self.chunk, cases.count)])
      let suggestions = Parallel.map(part) { $0.answered == nil ? composer.suggestion($0) : nil }
        .compactMap { $0 }
      present.formUnion(suggestions.map(\.naturalKey))
      try sink.receive(suggestions: suggestions)
      sink.progressed(
        AnalysisProgress(
          stage: LocalizedText(fr: "classement", en: "ranking"), done: start + part.count,
          total: cases.count))
    }
    try close(cases, present, composer, records, sink)
  }

  /// Cases that were in the list and that a person answered since: they are kept, last, and say so.
  private func close(
    _ cases: [CallerCase], _ present: Set<String>, _ composer: CaseComposer,
    _ records: any RecordSource, _ sink: any AnalysisSink
  ) throws {
    let answered = Dictionary(
      cases.filter { $0.answered != nil }.map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    var closed: [Suggestion] = []
    try records.forEachSuggestion(SuggestionQuery(project: .calls)) { suggestion in
      if !present.contains(suggestion.naturalKey), let item = answered[suggestion.naturalKey] {
        closed.append(composer.closed(suggestion, item))
      }
      return true
    }
    try sink.receive(suggestions: closed)
  }

  /// Conversations and transcribed messages, to be found by search.
  private func documents(_ material: CallsMaterial) -> [Document] {
    let provenance = Provenance(file: "", sha256: "", row: nil, engine: engine, time: request.now)
    let talks = material.dialogues.map { dialogue in
      Document(
        project: .calls, naturalKey: CaseComposer.documentKey(dialogue), kind: "dialogue",
        title: dialogue.turns.first { !$0.isBot }.map { Self.title($0.text) } ?? "",
        date: dialogue.time.day,
        text: dialogue.turns.map { turn in
          turn.isBot ? "robot : " + turn.text : "appelant : " + MaskedSpeech(turn.text).text
        }.joined(separator: "\n"),
        provenance: provenance)
    }
    let messages = material.voicemails.filter { !$0.transcript.isEmpty }.map { message in
      Document(
        project: .calls, naturalKey: CaseComposer.documentKey(message), kind: "voicemail",
        title: Self.title(message.transcript), date: message.time.day,
        text: MaskedSpeech(message.transcript).text, provenance: provenance)
    }
    return talks + messages
  }

  private static func title(_ said: String) -> String { String(MaskedSpeech(said).text.prefix(60)) }
}
