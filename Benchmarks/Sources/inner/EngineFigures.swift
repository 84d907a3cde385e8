import Foundation
import Restaurants
import Review
import ReviewStore

/// The restaurants engine on the invented reviews of SampleData, given again and again.
enum EngineFigures {
  private static let copies = 20

  static func measure(sample: URL) throws -> [Figure] {
    let source = sample.appendingPathComponent("restaurants/avis.tsv")
    let lines = try String(contentsOf: source, encoding: .utf8)
      .split(separator: "\n").map { String($0) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-inner-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let many = folder.appendingPathComponent("many.tsv")
    let one = folder.appendingPathComponent("one.tsv")
    let header = lines[0] + "\n"
    let rows = (0..<copies).flatMap { copy in lines.dropFirst().map { "\(copy)\($0)\n" } }
    try (header + rows.joined()).write(to: many, atomically: true, encoding: .utf8)
    try (header + rows[0]).write(to: one, atomically: true, encoding: .utf8)
    return [
      try sentiment(train: source, many: many, one: one, count: rows.count),
      try reading(many, count: rows.count),
    ]
  }

  /// Prediction alone: many rows against one, after the same training.
  private static func sentiment(
    train: URL, many: URL, one: URL, count: Int
  ) throws -> Figure {
    let engine = RestaurantsEngine()
    func seconds(_ test: URL) throws -> Double {
      try Stopwatch.perRun(1) {
        let report = try engine.evaluate(
          EvaluationRequest(task: "sentiment", train: [train], test: [test]), observer: Silence())
        precondition(report.testCount > 0)
      }
    }
    let used = max(1e-3, try seconds(many) - (try seconds(one)))
    return Figure(
      name: "reviews read and their sentiment predicted", value: Double(count - 1) / used,
      unit: "rows/s", bar: .atLeast(10_000))
  }

  /// The whole reading of reviews: lexicon, negation, spans, weights, evidence, suggestions.
  private static func reading(_ file: URL, count: Int) throws -> Figure {
    let engine = RestaurantsEngine()
    let store = MemoryStore(agent: "inner")
    let request = AnalysisRequest(
      today: Invented.today, now: Invented.now, model: nil, pseudonymSalt: "inner")
    let sink = CountingSink()
    let seconds = try Stopwatch.seconds {
      let corpus = try engine.read([file], request: request, observer: sink)
      try engine.analyse(corpus, request: request, records: store.records, sink: sink)
    }
    precondition(sink.suggestions > 0 && sink.documents > 0)
    return Figure(
      name: "reviews read, searched for reports, ranked", value: Double(count) / seconds,
      unit: "rows/s", bar: .atLeast(2_000))
  }
}

/// An observer that keeps silent.
final class Silence: AnalysisObserver {
  var isCancelled: Bool { false }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) {}
}

/// A sink that counts what comes; an analysis calls it from one thread at a time.
final class CountingSink: AnalysisSink, @unchecked Sendable {
  private(set) var documents = 0
  private(set) var suggestions = 0
  var isCancelled: Bool { false }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) {}
  func receive(documents: [Document]) { self.documents += documents.count }
  func receive(records: [SourceRecord]) {}
  func receive(examples: [TrainingExample]) {}
  func receive(suggestions: [Suggestion]) { self.suggestions += suggestions.count }
}
