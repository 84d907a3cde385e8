import Foundation
import Learning
import Review

extension MedicalEvaluation {
  /// The number of folds when there are no files to predict.
  private static let foldCount = 5

  /// A document with what the tagger learns from.
  static func example(_ document: EvaluationDocument) -> MentionModel.Example {
    let text = ClinicalText(document.text)
    var example = MentionModel.Example(text: text, mentions: [])
    for entity in document.entities {
      let pieces = entity.spans.map { text.tokens(in: $0) }.filter { !$0.isEmpty }
      guard let first = pieces.first, let last = pieces.last else { continue }
      if EnclosingLabel.all.contains(entity.label) {
        let whole = first.lowerBound..<max(first.upperBound, last.upperBound)
        if entity.label == EnclosingLabel.expression, whole.count <= EnclosingLabel.longest {
          example.expressions.append(whole)
        }
      } else if pieces.count > 1 {
        example.pieces += pieces
      } else if text.sentence(around: first.lowerBound).upperBound >= first.upperBound {
        example.mentions.append(.init(tokens: first, label: entity.label, code: entity.code))
      }
    }
    return example
  }

  func mentions() throws -> EvaluationReport {
    let training = try EvaluationDocument.read(request.train, observer: observer)
    let test = try EvaluationDocument.read(request.test, observer: observer)
    let examples = weighted(Parallel.map(training) { Self.example($0) }, training)
    var found: [[Mention]]
    let scored: [EvaluationDocument]
    var remarks: [LocalizedText] = []
    if test.isEmpty {
      scored = training
      found = [[Mention]](repeating: [], count: training.count)
      let folds = Folds.grouped(training.map(\.id), folds: Self.foldCount, seed: request.seed)
      for fold in 0..<Self.foldCount {
        let model = try learn(examples.indices.filter { folds[$0] != fold }.map { examples[$0] })
        let inside = examples.indices.filter { folds[$0] == fold }
        let mentions = Parallel.map(inside) { model.mentions(examples[$0].text) }
        for (place, index) in inside.enumerated() { found[index] = mentions[place] }
        observer.progressed(Self.progress(fold + 1, Self.foldCount))
      }
    } else {
      scored = test
      let model = try learn(examples)
      let tagging = StageSpeed.measured(test) { model.mentions(ClinicalText($0.text)) }
      found = tagging.values
      let all = StageSpeed.measured(test) { Self.factCount($0, model) }
      remarks = [
        tagging.speed.remark(LocalizedText(fr: "lecture et étiquetage", en: "reading and tagging")),
        all.speed.remark(
          LocalizedText(
            fr: "lecture, règles, terminologie, étiquetage, faits",
            en: "reading, rules, terminology, tagging, facts")),
      ]
    }
    try writeMentions(scored, found)
    return mentionReport(training.count, scored, found, remarks)
  }

  /// Documents annotated by hand (with times too) count three times beside those of a dictionary.
  private func weighted(
    _ examples: [MentionModel.Example], _ documents: [EvaluationDocument]
  ) -> [MentionModel.Example] {
    let isByHand = documents.map { $0.annotated.contains("times") }
    guard isByHand.contains(true), isByHand.contains(false) else { return examples }
    return zip(examples, isByHand).map { example, isByHand in
      var example = example
      example.repeats = isByHand ? 3 : 1
      return example
    }
  }

  static func progress(_ done: Int, _ total: Int) -> AnalysisProgress {
    AnalysisProgress(
      stage: LocalizedText(fr: "apprentissage", en: "learning"), done: done, total: total)
  }

  /// Everything that a summary asks of a note.
  private static func factCount(_ document: EvaluationDocument, _ model: MentionModel) -> Int {
    let note = PatientNote(
      key: document.id, patient: document.id, date: nil, kind: .other, title: "",
      text: document.text, identity: PatientIdentity(), file: "", line: 1)
    let reading = NoteReading(
      note, index: 0, terminology: .standard, noise: PageNoise.lines(note.text), tagger: model)
    return FactFinder.facts(reading, scorer: .shipped).count
  }

  func learn(_ examples: [MentionModel.Example]) throws -> MentionModel {
    guard examples.contains(where: { !$0.mentions.isEmpty }) else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "--train ne contient aucune annotation", en: "--train holds no annotation"))
    }
    var training = MentionTraining()
    training.options.seed = request.seed
    return try training.run(examples, isCancelled: { observer.isCancelled })
  }

  private func writeMentions(_ documents: [EvaluationDocument], _ found: [[Mention]]) throws {
    try write(
      zip(documents, found).map { document, mentions in
        [
          "id": document.id,
          "entities": mentions.map { mention -> [String: Any] in
            [
              "label": mention.label, "spans": [[mention.span.begin, mention.span.end]],
              "code": mention.code, "score": mention.score,
            ]
          },
        ]
      })
  }

  private func mentionReport(
    _ trainCount: Int, _ documents: [EvaluationDocument], _ found: [[Mention]],
    _ remarks: [LocalizedText]
  ) -> EvaluationReport {
    let labelled = documents.indices.filter { documents[$0].annotated.contains("entities") }
    let labels = Set(labelled.flatMap { documents[$0].entities.map(\.label) })
      .subtracting(EnclosingLabel.all).sorted()
    var exact = labelled.map { _ in SpanScore() }
    var overlap = exact
    var coded = exact
    var figures: [EvaluationReport.Figure] = []
    for label in labels {
      let own = labelled.map { score(documents[$0], found[$0], label) }
      for index in own.indices {
        exact[index].add(own[index].exact)
        overlap[index].add(own[index].overlap)
        coded[index].add(own[index].coded)
      }
      figures += Array(self.figures(label, own.map(\.exact), .contiguous).prefix(1))
    }
    guard !labels.isEmpty else {
      return report(
        train: trainCount, testCount: documents.count, labelled: 0, positives: 0, figures: [],
        remarks: remarks)
    }
    figures = self.figures("exact", exact, .contiguous) + figures
    figures += Array(self.figures("overlap", overlap, .contiguous).prefix(1))
    figures += Array(self.figures("exact + code", coded, .contiguous).prefix(1))
    return report(
      train: trainCount, testCount: documents.count, labelled: labelled.count,
      positives: exact.reduce(0) { $0 + $1.expected }, figures: figures, remarks: remarks)
  }

  private func score(
    _ document: EvaluationDocument, _ mentions: [Mention], _ label: String
  ) -> (exact: SpanScore, overlap: SpanScore, coded: SpanScore) {
    let gold = document.entities.filter { $0.label == label && $0.spans.count == 1 }
    let own = mentions.filter { $0.label == label }
    let goldSpans = Array(Set(gold.map { $0.spans[0] }))
    let spans = own.map(\.span)
    let goldCoded = Set(gold.map { "\($0.spans[0].begin) \($0.spans[0].end) \($0.code)" })
    let ownCoded = Set(own.map { "\($0.span.begin) \($0.span.end) \($0.code)" })
    return (
      SpanMatching.exact(spans, goldSpans), SpanMatching.overlap(spans, goldSpans),
      SpanScore(
        right: goldCoded.intersection(ownCoded).count, predicted: ownCoded.count,
        expected: goldCoded.count)
    )
  }
}

extension LocalizedText {
  fileprivate static var contiguous: LocalizedText {
    LocalizedText(
      fr: "mêmes bornes et même étiquette, mentions d'un tenant",
      en: "same bounds and label, contiguous mentions")
  }
}
