import Foundation
import Review
import ReviewStore
import Workbench

/// Performs effects: quick ones on one queue, long ones on another, so that keys never wait.
final class EffectPerformer: @unchecked Sendable {
  /// How often the store is asked whether another program wrote to it.
  private static let watchInterval = 0.4
  /// The niceness of threads that train and rank.
  private static let longNiceness: Int32 = 10

  let store: any ReviewStore
  let engines: [Project: any AnalysisEngine]
  let agent: Agent
  let language: InterfaceLanguage
  let clock: @Sendable () -> Timestamp
  let inbox: Inbox
  private let quick = DispatchQueue(label: "vigie.quick", qos: .userInteractive)
  private let long = DispatchQueue(label: "vigie.long", qos: .utility)
  private let lock = NSLock()
  private var newestWindow = 0
  private var token: Int64?
  private var timer: (any DispatchSourceTimer)?

  init(
    store: any ReviewStore, engines: [any AnalysisEngine], agent: Agent,
    language: InterfaceLanguage, clock: @escaping @Sendable () -> Timestamp, inbox: Inbox
  ) {
    self.store = store
    self.engines = Dictionary(
      engines.map { ($0.panel.project, $0) }, uniquingKeysWith: { first, _ in first })
    self.agent = agent
    self.language = language
    self.clock = clock
    self.inbox = inbox
  }

  func perform(_ effect: Effect) {
    switch effect {
    case .loadWindow(let query, let anchor, let limit, let rule):
      loadWindow(query, anchor, limit, rule)
    case .train, .promote, .preview, .act, .loadSupervision, .loadControls, .loadDisagreements,
      .replay:
      long.async {
        Self.stepBack()
        self.attempt { try self.performLong(effect) }
      }
    default:
      quick.async { self.attempt { try self.performQuick(effect) } }
    }
  }

  /// Lets keys go before what takes long: on Linux a niceness is the thread's own, and the threads
  /// it starts inherit it.
  private static func stepBack() {
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, longNiceness)
  }

  /// Only the newest window that was asked for is loaded: typing a filter asks for many.
  private func loadWindow(
    _ query: SuggestionQuery, _ anchor: WindowAnchor, _ limit: Int, _ rule: FocusRule
  ) {
    let ticket = lock.withLock {
      newestWindow += 1
      return newestWindow
    }
    quick.async {
      guard self.lock.withLock({ ticket == self.newestWindow }) else { return }
      self.attempt {
        let window = try self.store.window(query, anchor: anchor, limit: limit)
        self.inbox.put(.window(query, window, rule))
      }
    }
  }

  private func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      inbox.put(.failed(Self.sentence(error)))
    }
  }

  /// The sentence of an error.
  static func sentence(_ error: any Error) -> LocalizedText {
    switch error {
    case let error as EngineError: error.message
    case let error as StoreError: error.message
    case let error as KnowledgeError: error.message
    case is CancellationError: LocalizedText(fr: "interrompu", en: "interrupted")
    default: LocalizedText(same: "\(error)")
    }
  }

  // MARK: Watching

  /// Looks now and then whether another program wrote to the store; at rest nothing else runs.
  func startWatching() {
    let timer = DispatchSource.makeTimerSource(queue: quick)
    timer.schedule(
      deadline: .now() + Self.watchInterval, repeating: Self.watchInterval,
      leeway: .milliseconds(50))
    timer.setEventHandler { [weak self] in self?.look() }
    timer.resume()
    self.timer = timer
  }

  private func look() {
    guard let now = try? store.changeToken() else { return }
    if let token, token != now { inbox.put(.storeChanged) }
    token = now
  }

  /// Takes note of the change this session makes itself, so that it is not told twice.
  func noteOwnChange() {
    token = try? store.changeToken()
  }

  func stop() {
    timer?.cancel()
    // What was decided must be on the disk before the program ends.
    quick.sync {}
  }

  // MARK: Helpers

  func engine(_ project: Project) throws -> any AnalysisEngine {
    guard let engine = engines[project] else { throw EngineError.unknownName(project.rawValue) }
    return engine
  }

  func circumstances(_ project: Project) throws -> AnalysisRequest {
    try Circumstances.of(engine(project).panel, in: store, at: clock())
  }
}
