import Foundation
import Review

/// The engine of the calls panel: calls that still need a person, and the bot's understanding.
public struct CallsEngine: AnalysisEngine {
  /// What the panel declares.
  public var panel: Panel { CallsPanel.panel }
  /// The engine's version.
  public let version = 1

  private let speech: (any SpeechSynthesising)?

  /// Makes the engine.
  ///
  /// - Parameter speech: what makes sound of answers; none are played without it.
  public init(speech: (any SpeechSynthesising)? = nil) { self.speech = speech }

  /// Reads queue logs, call records, voicemails, dialogues, the answer base and labelled utterances.
  public func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    guard !sources.isEmpty else { return CallSources() }
    return try CallSourceReader(request: request, observer: observer).read(sources)
  }

  /// Ranks the calls that nobody answered, of what was read and of what the store holds.
  public func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    guard let sources = corpus as? CallSources else { throw EngineError.unknownName("corpus") }
    try CallsAnalysis(request: request, engine: "calls \(version)").run(
      sources, records: records, sink: sink)
  }

  /// Learns intents from labelled utterances, the answer base, corrections and decisions.
  public func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    try CallsTraining(request: request).run(records: records, observer: observer)
  }

  /// Measures one of the tasks `intents`, `slots`, `spoken`.
  public func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport {
    try CallsEvaluation(request: request).run(observer: observer)
  }

  /// Runs one of the panel's actions.
  public func perform(
    _ request: ActionRequest, records: any RecordSource
  ) throws -> ActionResult {
    try CallsActions(request: request, records: records, speech: speech).run()
  }
}
