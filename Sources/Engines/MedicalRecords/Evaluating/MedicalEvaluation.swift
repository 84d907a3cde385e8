import Foundation
import Learning
import Review
import Tables

/// `vigie evaluate medical`: reads the files, runs a task, writes the predictions.
struct MedicalEvaluation {
  let request: EvaluationRequest
  let observer: any AnalysisObserver

  func run() throws -> EvaluationReport {
    switch request.task {
    case "attributes": return try attributes()
    case "mentions": return try mentions()
    case "diagnosis": return try diagnosis()
    case "times":
      return try spans("times", { TimeFinder.times($0).map { ($0.span, $0.value) } }, \.times)
    case "measures":
      return try spans(
        "results",
        { text in
          MeasureFinder.measures(text).filter { !$0.isDose }.map { ($0.span, Self.value($0)) }
        }, \.results)
    case "tnm": return try stages()
    case "sections": return try sections()
    default: throw EngineError.unknownName(request.task)
    }
  }

  /// The files to predict, or those to learn from when a task learns nothing and has no others.
  func testDocuments() throws -> [EvaluationDocument] {
    try EvaluationDocument.read(
      request.test.isEmpty ? request.train : request.test, observer: observer)
  }

  func urls(_ option: String) -> [URL] {
    (request.options[option] ?? []).map { URL(fileURLWithPath: $0) }
  }

  // MARK: Times and measures

  private static func value(_ measure: MeasureMention) -> String {
    let numbers = measure.numbers.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }
    return (measure.comparator.rawValue + numbers.joined(separator: "×") + " " + measure.unit)
      .trimmingCharacters(in: .whitespaces)
  }

  private func spans(
    _ kind: String, _ find: @escaping @Sendable (ClinicalText) -> [(Span, String)],
    _ gold: KeyPath<EvaluationDocument, [Span]> & Sendable
  ) throws -> EvaluationReport {
    let documents = try testDocuments()
    let found = Parallel.map(documents) { find(ClinicalText($0.text)) }
    try write(
      zip(documents, found).map { document, spans in
        [
          "id": document.id,
          "spans": spans.map { ["begin": $0.0.begin, "end": $0.0.end, "value": $0.1] },
        ]
      })
    let labelled = documents.indices.filter { documents[$0].annotated.contains(kind) }
    let exact = labelled.map {
      SpanMatching.exact(found[$0].map(\.0), documents[$0][keyPath: gold])
    }
    let overlap = labelled.map {
      SpanMatching.overlap(found[$0].map(\.0), documents[$0][keyPath: gold])
    }
    return report(
      testCount: documents.count, labelled: labelled.count,
      positives: exact.reduce(0) { $0 + $1.expected },
      figures: labelled.isEmpty
        ? []
        : figures("overlap", overlap, .overlapDefinition)
          + figures("exact", exact, .exactDefinition))
  }

  func figures(
    _ name: String, _ scores: [SpanScore], _ definition: LocalizedText
  ) -> [EvaluationReport.Figure] {
    let interval = SpanScore.interval(scores, seed: request.seed)
    var all = SpanScore()
    for score in scores { all.add(score) }
    return [
      .init(
        name: "F1 \(name)", value: interval.value, low: interval.low, high: interval.high,
        definition: definition),
      .init(name: "P \(name)", value: all.precision, definition: definition),
      .init(name: "R \(name)", value: all.recall, definition: definition),
    ]
  }

  func report(
    train: Int = 0, testCount: Int, labelled: Int, positives: Int,
    figures: [EvaluationReport.Figure], remarks: [LocalizedText] = []
  ) -> EvaluationReport {
    EvaluationReport(
      task: request.task, trainCount: train, testCount: testCount, labelledCount: labelled,
      positiveCount: positives, figures: figures, remarks: remarks)
  }

  // MARK: Writing

  /// JSON Lines with sorted keys.
  func write(_ lines: [[String: Any]]) throws {
    guard request.predictions != nil else { return }
    let texts = try lines.map { line in
      String(
        decoding: try JSONSerialization.data(
          withJSONObject: line, options: [.sortedKeys, .withoutEscapingSlashes]), as: UTF8.self)
        + "\n"
    }
    try request.write(texts.joined())
  }

  func write(_ rows: [[String]]) throws { try request.write(rows) }
}

extension LocalizedText {
  fileprivate static var overlapDefinition: LocalizedText {
    LocalizedText(
      fr: "un à un, un caractère commun au moins", en: "one to one, at least one shared character")
  }

  fileprivate static var exactDefinition: LocalizedText {
    LocalizedText(fr: "mêmes bornes", en: "same begin and end")
  }
}
