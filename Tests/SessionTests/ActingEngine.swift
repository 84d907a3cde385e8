import Foundation
import Review

@testable import Session

/// The fake engine with an action of every kind.
struct ActingEngine: AnalysisEngine {
  static let fake = FakeEngine()
  let version = 2

  var panel: Panel {
    var panel = Self.fake.panel
    panel.exportFormats = ["list"]
    panel.tables.append(
      KnowledgeTable(
        name: "open", title: LocalizedText(same: "open"),
        columns: [
          .init(name: "k", title: LocalizedText(same: "k"), type: .text, isRequired: true),
          .init(name: "n", title: LocalizedText(same: "n"), type: .integer(1...9)),
        ], editableBy: .agent,
        initialRows: [KnowledgeRow(key: "first", values: ["k": "first", "n": "1"])]))
    panel.actions = ["text", "hits", "file", "sound", "suggest", "teach", "mislay", "fail"].map {
      name in
      ActionDescription(
        name: name, title: LocalizedText(fr: "\(name) fr", en: "\(name) en"),
        help: LocalizedText(same: name), scope: .panel)
    }
    panel.actions += [
      ActionDescription(
        name: "about", title: LocalizedText(same: "about"), help: LocalizedText(same: "h"),
        scope: .suggestion,
        parameters: [
          .init(name: "n", title: LocalizedText(same: "n"), type: .integer(1...3), initial: "2")
        ]),
      ActionDescription(
        name: "guarded", title: LocalizedText(same: "g"), help: LocalizedText(same: "h"),
        scope: .panel, minimumRole: .supervisor),
    ]
    return panel
  }

  func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    try Self.fake.read(sources, request: request, observer: observer)
  }

  func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    try Self.fake.analyse(corpus, request: request, records: records, sink: sink)
  }

  func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    observer.progressed(
      AnalysisProgress(stage: LocalizedText(same: "learning"), done: 1, total: 2))
    return try Self.fake.train(request, records: records, observer: observer)
  }

  func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport { throw EngineError.unknownName(request.task) }

  func perform(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    switch request.name {
    case "text": .text(["ligne 1", "\u{1B}[2Jligne 2"])
    case "hits":
      .hits(
        query: "sale",
        [
          SearchHit(
            document: "d", title: "t", date: nil, snippet: "sale", highlights: [], matches: [])
        ])
    case "file": .file(name: "../../vigie-test-\(getpid()).txt", content: Data("x".utf8))
    case "sound": .sound(Data([0]))
    case "suggest":
      .suggestions([
        Suggestion(
          project: .restaurants, naturalKey: "made", title: "made", place: "p",
          score: Score(0.9, basis: .rule(level: 3)),
          provenance: Provenance(
            file: "", sha256: "", row: nil, engine: "acting 2", time: request.circumstances.now))
      ])
    case "teach":
      .knowledge(table: "open", rows: [KnowledgeRow(key: "b", values: ["k": "b", "n": "3"])])
    case "mislay": .knowledge(table: "nowhere", rows: [])
    case "fail": throw EngineError.invalid(LocalizedText(fr: "raté", en: "missed"))
    default: .text([request.suggestion?.title ?? "", request.parameters["n"] ?? ""])
    }
  }

  func export(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    var count = 0
    try records.forEachSuggestion(request.query) { _ in
      count += 1
      return true
    }
    return Data("\(count) \(request.options["site"] ?? "-") \(request.language.rawValue)".utf8)
  }
}
