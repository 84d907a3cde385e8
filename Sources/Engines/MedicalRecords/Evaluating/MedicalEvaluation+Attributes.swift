import Foundation
import Learning
import Review
import Tables

extension MedicalEvaluation {
  /// A mention whose qualifiers are labelled or asked for.
  struct AttributeRow: Sendable {
    var source: String
    var document: String
    var span: Span
    /// The labels as written, or `nil` when the file has none.
    var labels: String?

    /// Whether a qualifier holds; `nil` when the row does not say or is not to be scored.
    func label(_ qualifier: Qualifier) -> Bool? {
      guard let labels else { return nil }
      let letters = Array(labels)
      if let place = letters.firstIndex(of: qualifier.letter) {
        if place + 1 < letters.count, letters[place + 1] == "?" { return nil }
        if qualifier == .history, label(.family) == true { return nil }
        return true
      }
      return qualifier == .history && label(.family) == true ? nil : false
    }
  }

  func attributes() throws -> EvaluationReport {
    let training = try rows(request.train)
    let test = try rows(request.test)
    let texts = try texts(for: training + test)
    let trainFeatures = features(training, texts)
    let scores: [[Double]]
    let scored: [AttributeRow]
    if test.isEmpty {
      scored = training
      scores = try crossValidated(training, trainFeatures)
    } else {
      scored = test
      let scorer = try learn(training, trainFeatures)
      scores = features(test, texts).map { Self.probabilities($0, scorer) }
    }
    try writeAttributes(scored, scores)
    return attributeReport(training.count, scored, scores)
  }

  /// The sentences of these files hold bare quotation marks, so that fields are what stands between
  /// tabs, and nothing else.
  private func rows(_ urls: [URL]) throws -> [AttributeRow] {
    var rows: [AttributeRow] = []
    for url in urls {
      let name = url.lastPathComponent
      guard let data = try? Data(contentsOf: url) else {
        throw EngineError.unreadable(
          Refusal(
            file: name, line: nil, found: "",
            expected: LocalizedText(fr: "un fichier lisible", en: "a readable file")))
      }
      let lines = TextDecoding.text([UInt8](data)).split(
        separator: "\n", omittingEmptySubsequences: false)
      let header = lines.first.map { $0.split(separator: "\t").map(String.init) } ?? []
      for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
          .map(String.init)
        guard let row = Self.row(Dictionary(zip(header, fields)) { first, _ in first }) else {
          observer.refused(
            Refusal(
              file: name, line: number + 1, found: String(line),
              expected: LocalizedText(
                fr: "source, doc, begin, end", en: "source, doc, begin, end")))
          continue
        }
        rows.append(row)
      }
    }
    return rows
  }

  private static func row(_ fields: [String: String]) -> AttributeRow? {
    guard let begin = Int(fields["begin"] ?? ""), let end = Int(fields["end"] ?? ""), begin < end,
      let document = fields["doc"]
    else { return nil }
    return AttributeRow(
      source: fields["source"] ?? "", document: document, span: Span(begin, end),
      labels: fields["labels"])
  }

  /// The texts of the rows' documents, each analysed once.
  private func texts(for rows: [AttributeRow]) throws -> [String: QualifierFinder] {
    let wanted = Set(rows.map(\.document))
    let documents = try EvaluationDocument.read(urls("documents"), observer: observer)
      .filter { wanted.contains($0.id) }
    let finders = Parallel.map(documents) { document in
      let text = ClinicalText(document.text)
      return QualifierFinder(text, times: TimeFinder.times(text))
    }
    return Dictionary(
      zip(documents.map(\.id), finders), uniquingKeysWith: { first, _ in first })
  }

  private func features(
    _ rows: [AttributeRow], _ texts: [String: QualifierFinder]
  ) -> [[QualifierFeatures]] {
    rows.map { row in
      let none = Qualifier.allCases.map { _ in QualifierFeatures() }
      guard let finder = texts[row.document] else {
        observer.refused(
          Refusal(
            file: row.source, line: nil, found: row.document,
            expected: LocalizedText(
              fr: "un texte parmi --documents", en: "a text among --documents")))
        return none
      }
      let tokens = finder.text.tokens(in: row.span)
      guard !tokens.isEmpty else { return none }
      let cues = finder.cues(in: finder.text.sentence(around: tokens.lowerBound))
      return finder.findings(tokens, cues: cues).map(\.features)
    }
  }

  private func learn(
    _ rows: [AttributeRow], _ features: [[QualifierFeatures]]
  ) throws -> QualifierScorer {
    var examples:
      [(qualifier: Qualifier, features: QualifierFeatures, label: Bool, weight: Double)] = []
    for (row, features) in zip(rows, features) {
      for qualifier in Qualifier.allCases {
        guard let label = row.label(qualifier) else { continue }
        examples.append((qualifier, features[qualifier.rawValue], label, 1))
      }
    }
    return try QualifierScorer.train(examples)
  }

  private static func probabilities(
    _ features: [QualifierFeatures], _ scorer: QualifierScorer
  ) -> [Double] {
    Qualifier.allCases.map { scorer.probability($0, features[$0.rawValue]) }
  }

  private func crossValidated(
    _ rows: [AttributeRow], _ features: [[QualifierFeatures]]
  ) throws -> [[Double]] {
    let folds = Folds.grouped(rows.map(\.document), folds: 5, seed: request.seed)
    var scores = features.map { _ in [Double](repeating: 0, count: Qualifier.allCases.count) }
    for fold in 0..<5 {
      let outside = rows.indices.filter { folds[$0] != fold }
      let scorer = try learn(outside.map { rows[$0] }, outside.map { features[$0] })
      for row in rows.indices where folds[row] == fold {
        scores[row] = Self.probabilities(features[row], scorer)
      }
    }
    return scores
  }

  private func writeAttributes(_ rows: [AttributeRow], _ scores: [[Double]]) throws {
    var table = [["source", "doc", "begin", "end", "labels", "n", "h", "f", "p"]]
    for (row, scores) in zip(rows, scores) {
      let letters = Qualifier.allCases.filter { scores[$0.rawValue] >= 0.5 }.map(\.letter)
      table.append(
        [row.source, row.document, String(row.span.begin), String(row.span.end), String(letters)]
          + scores.map { String(format: "%.6f", $0) })
    }
    try write(table)
  }

  private func attributeReport(
    _ trainCount: Int, _ rows: [AttributeRow], _ scores: [[Double]]
  ) -> EvaluationReport {
    var figures: [EvaluationReport.Figure] = []
    var perRow = rows.map { _ in SpanScore() }
    for qualifier in Qualifier.allCases {
      let own = rows.indices.compactMap { index -> SpanScore? in
        guard let label = rows[index].label(qualifier) else { return nil }
        let isPredicted = scores[index][qualifier.rawValue] >= 0.5
        let score = SpanScore(
          right: label && isPredicted ? 1 : 0, predicted: isPredicted ? 1 : 0,
          expected: label ? 1 : 0)
        perRow[index].add(score)
        return score
      }
      guard own.contains(where: { $0.expected > 0 }) else { continue }
      figures += self.figures(String(qualifier.letter), own, qualifier.title)
    }
    if !figures.isEmpty {
      figures += self.figures(
        "micro", perRow,
        LocalizedText(fr: "les quatre ensemble", en: "the four together"))
    }
    return report(
      train: trainCount, testCount: rows.count, labelled: rows.count { $0.labels != nil },
      positives: perRow.reduce(0) { $0 + $1.expected }, figures: figures)
  }
}
