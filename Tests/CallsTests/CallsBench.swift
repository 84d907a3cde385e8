import Foundation
import Learning
import Review
import ReviewStore

@testable import Calls
@testable import Session

/// A store, the engine and the shipped sample, as a user has them.
struct CallsBench {
  static let sample = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SampleData/calls")
  static let today = CalendarDate(year: 2026, month: 11, day: 24) ?? CalendarDate(daysSinceEpoch: 0)
  static let now = Timestamp(milliseconds: Int64(today.daysSinceEpoch) * 86_400_000)

  /// Hears of everything.
  final class Listener: AnalysisObserver, @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [Refusal] = []
    var refusals: [Refusal] { lock.withLock { kept } }
    let isCancelled: Bool
    init(isCancelled: Bool = false) { self.isCancelled = isCancelled }
    func progressed(_ progress: AnalysisProgress) {}
    func refused(_ refusal: Refusal) { lock.withLock { kept.append(refusal) } }
  }

  let store = MemoryStore(agent: "marie")
  var engine = CallsEngine()
  let observer = Listener()

  /// The sample read and a model of it learned.
  static func filled() throws -> CallsBench {
    let bench = CallsBench()
    _ = try bench.analyse([sample])
    _ = try bench.learn()
    return bench
  }

  func circumstances() throws -> AnalysisRequest {
    try Circumstances.of(engine.panel, in: store, at: Self.now)
  }

  @discardableResult
  func analyse(_ sources: [URL]) throws -> AnalysisResult {
    try AnalysisService(store: store, engine: engine).run(
      sources: sources, circumstances: try circumstances(), agent: "marie", observer: observer)
  }

  /// Analyses files with these contents.
  @discardableResult
  func analyse(_ files: [String: String]) throws -> AnalysisResult {
    try CallFiles.with(files.mapValues { Data($0.utf8) }) { try analyse([$0]) }
  }

  func learn() throws -> ModelRecord {
    let service = TrainingService(store: store, engine: engine)
    let model = try service.train(
      circumstances: try circumstances(), agent: "marie", observer: observer)
    try service.promote(
      version: model.version, circumstances: try circumstances(), agent: "marie",
      observer: observer)
    return model
  }

  func list() throws -> [Suggestion] {
    var found: [Suggestion] = []
    try store.records.forEachSuggestion(SuggestionQuery(project: .calls)) {
      found.append($0)
      return true
    }
    return found
  }

  func documents() throws -> [Document] {
    var found: [Document] = []
    for kind in ["dialogue", "voicemail"] {
      try store.records.forEachDocument(project: .calls, kind: kind) {
        found.append($0)
        return true
      }
    }
    return found
  }

  func act(
    _ name: String, _ parameters: [String: String] = [:], on suggestion: Suggestion? = nil,
    language: InterfaceLanguage = .french
  ) throws -> ActionResult {
    try engine.perform(
      ActionRequest(
        name: name, parameters: parameters, suggestion: suggestion,
        circumstances: try circumstances(), agent: Agent(id: "marie"), language: language),
      records: store.records)
  }
}

/// Folders of files that are gone after a test.
enum CallFiles {
  static func with<Value>(_ files: [String: Data], _ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-calls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in files {
      let url = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: url)
    }
    return try body(folder)
  }

  static func with<Value>(_ files: [String: String], _ body: (URL) throws -> Value) throws -> Value
  {
    try with(files.mapValues { Data($0.utf8) }, body)
  }

  /// What a collector makes of one file.
  static func collected(
    _ name: String, _ content: Data
  ) throws -> (sources: CallSources, refusals: [Refusal]) {
    try with([name: content]) { folder in
      let listener = CallsBench.Listener()
      var collector = CallSourceCollector(observer: listener)
      collector.read(folder.appendingPathComponent(name))
      return (collector.sources, listener.refusals)
    }
  }
}

extension Array where Element == Conversation.Output {
  /// What the bot says.
  var said: String {
    compactMap { if case .say(let text) = $0 { text } else { nil } }.joined(separator: " ")
  }

  /// Why the call goes to a person, or `nil`.
  var handOver: String? {
    compactMap { if case .handOver(let why) = $0 { why } else { nil } }.first
  }
}

extension SplitMix64 {
  /// Random digits.
  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(next() % 10) }.joined()
  }

  /// A telephone of ten digits.
  mutating func telephone() -> String { "0" + String(1 + next() % 7) + digits(8) }

  /// Digits with the check digit that makes them a SIREN.
  mutating func siren() -> String {
    while true {
      let eight = digits(8)
      if eight.first == "0" { continue }
      for last in 0...9 where CompanyNumber.isSIREN(eight + String(last)) {
        return eight + String(last)
      }
    }
  }

  /// Text out of pieces that break readers.
  mutating func hostileText(_ count: Int) -> String {
    let pieces = [
      "euh", "quatre", "vingt", "dix", "cent", "mille", "06", "12,50", "€", "\u{0}", "\u{1B}[2J",
      "\u{202E}", "é", "œ", "ﬁ", "👩‍👩‍👧", "\n", "\r\n", "|", "\"", "'", "’", "non", "virgule", "31/02",
      "99999999999999999999", "-", "–", "…", "\u{FEFF}", "heures", "euros", "le", "mai", "août",
      "h",
    ]
    return (0..<count).map { _ in pieces[below(pieces.count)] }.joined(separator: " ")
  }
}
