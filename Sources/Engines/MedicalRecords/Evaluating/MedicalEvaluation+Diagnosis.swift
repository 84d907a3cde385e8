import Foundation
import Learning
import Review

extension MedicalEvaluation {
  /// The number of codes given for a report.
  private static let wanted = 3

  /// Takes the sections named diagnosis out of a document; their codes are what is to be found.
  private static func hidden(_ document: EvaluationDocument) -> (EvaluationDocument, Set<String>)? {
    let text = ClinicalText(document.text)
    let spans = diagnosisSpans(text)
    guard !spans.isEmpty else { return nil }
    var right: Set<String> = []
    for entity in document.entities
    where entity.label == "morphologie" && DiagnosisRanker.mayBeDiagnosis(entity.code) {
      if let span = entity.spans.first, spans.contains(where: { $0.overlaps(span) }) {
        right.insert(entity.code)
      }
    }
    var shown = document
    shown.text = ""
    shown.entities = []
    let scalars = Array(document.text.unicodeScalars)
    var place = 0
    for span in spans + [Span(scalars.count, scalars.count)] {
      let kept = Span(place, max(place, span.begin))
      let shift = shown.text.unicodeScalars.count - kept.begin
      shown.text.unicodeScalars.append(contentsOf: scalars[kept.range])
      for entity in document.entities {
        guard let own = entity.spans.first, entity.spans.count == 1, own.begin >= kept.begin,
          own.end <= kept.end
        else { continue }
        var moved = entity
        moved.spans = [Span(own.begin + shift, own.end + shift)]
        shown.entities.append(moved)
      }
      place = span.end
    }
    return (shown, right)
  }

  /// The sections named diagnosis with the headings inside them (immunohistochemistry, genetics).
  private static func diagnosisSpans(_ text: ClinicalText) -> [Span] {
    var spans: [Span] = []
    var isInside = false
    for section in text.sections {
      switch section.kind {
      case .diagnosis: isInside = true
      case .pathology, .biology, .other: break
      default: isInside = false
      }
      if isInside { spans.append(text.span(section.tokens)) }
    }
    return spans
  }

  private static func diagnosisCase(
    _ text: ClinicalText, _ mentions: [MentionModel.Annotation], right: Set<String>
  ) -> DiagnosisTraining.Case {
    let sites = mentions.filter { $0.label == "topographie" }.map(\.code)
    return DiagnosisTraining.Case(
      text: text, finder: QualifierFinder(text, times: TimeFinder.times(text)),
      mentions: mentions.filter { $0.label == "morphologie" }.map { ($0.tokens, $0.code) },
      site: DiagnosisRanker.mainSite(sites), sites: sites, right: right)
  }

  private static func predictedCase(
    _ text: ClinicalText, _ model: MentionModel, right: Set<String>
  ) -> DiagnosisTraining.Case {
    let mentions = model.mentions(text).map {
      MentionModel.Annotation(tokens: $0.tokens, label: $0.label, code: $0.code)
    }
    return diagnosisCase(text, mentions, right: right)
  }

  func diagnosis() throws -> EvaluationReport {
    let training = try EvaluationDocument.read(request.train, observer: observer)
    let test = try EvaluationDocument.read(request.test, observer: observer)
    let pairs = Parallel.map(training) { Self.hidden($0) }.compactMap { $0 }
    var answers: [(id: String, codes: [String], right: Set<String>)] = []
    if test.isEmpty {
      let folds = Folds.grouped(pairs.map { $0.0.id }, folds: 5, seed: request.seed)
      for fold in 0..<5 {
        let outside = pairs.indices.filter { folds[$0] != fold }.map { pairs[$0] }
        let inside = pairs.indices.filter { folds[$0] == fold }.map { pairs[$0] }
        let known = Set(outside.map { $0.0.id })
        answers += try answer(
          outside, full: training.filter { known.contains($0.id) },
          inside.map { ($0.0.id, $0.0.text, $0.1) })
        observer.progressed(Self.progress(fold + 1, 5))
      }
    } else {
      answers = try answer(pairs, full: training, test.map { ($0.id, $0.text, []) })
    }
    try write(
      [["id", "code1", "code2", "code3"]]
        + answers.map { answer in
          [answer.id]
            + (0..<Self.wanted).map { $0 < answer.codes.count ? answer.codes[$0] : "" }
        })
    return diagnosisReport(training.count, answers)
  }

  private func answer(
    _ pairs: [(EvaluationDocument, Set<String>)], full: [EvaluationDocument],
    _ test: [(id: String, text: String, right: Set<String>)]
  ) throws -> [(id: String, codes: [String], right: Set<String>)] {
    let examples = Parallel.map(full) { Self.example($0) }
    let scorer = QualifierScorer.shipped
    let ranker = DiagnosisTraining().run(
      try readCases(pairs, full: full, examples), scorer: scorer)
    let model = try learn(examples)
    return Parallel.map(test) { one in
      let report = Self.predictedCase(ClinicalText(one.text), model, right: one.right)
      let ranked = ranker.ranked(report, scorer: scorer)
      return (one.id, ranked.prefix(Self.wanted).map(\.candidate.code), one.right)
    }
  }

  /// In so many parts the tagger is learned for the reports of the others.
  private static let readingParts = 3

  /// The reports with a hidden diagnosis as a tagger reads them that did not learn them: a ranker
  /// must know what it will be given, with its mistakes.
  private func readCases(
    _ pairs: [(EvaluationDocument, Set<String>)], full: [EvaluationDocument],
    _ examples: [MentionModel.Example]
  ) throws -> [DiagnosisTraining.Case] {
    let known = pairs.filter { !$0.1.isEmpty }
    let parts = Folds.grouped(full.map(\.id), folds: Self.readingParts, seed: request.seed)
    let partOfID = Dictionary(zip(full.map(\.id), parts), uniquingKeysWith: { first, _ in first })
    var cases: [DiagnosisTraining.Case] = []
    for part in 0..<Self.readingParts {
      let model = try learn(examples.indices.filter { parts[$0] != part }.map { examples[$0] })
      let inside = known.filter { partOfID[$0.0.id] == part }
      cases += Parallel.map(inside) { pair in
        Self.predictedCase(ClinicalText(pair.0.text), model, right: pair.1)
      }
    }
    return cases
  }

  private func diagnosisReport(
    _ trainCount: Int, _ answers: [(id: String, codes: [String], right: Set<String>)]
  ) -> EvaluationReport {
    let labelled = answers.filter { !$0.right.isEmpty }
    guard !labelled.isEmpty else {
      return report(
        train: trainCount, testCount: answers.count, labelled: 0, positives: 0, figures: [])
    }
    func hit(_ reach: Int) -> Double {
      Double(labelled.count { !$0.right.isDisjoint(with: $0.codes.prefix(reach)) })
        / Double(labelled.count)
    }
    let definition = LocalizedText(
      fr: "un des codes de la section cachée est parmi les premiers",
      en: "one of the hidden section's codes is among the first")
    return report(
      train: trainCount, testCount: answers.count, labelled: labelled.count,
      positives: labelled.count,
      figures: [
        .init(name: "hit@1", value: hit(1), definition: definition),
        .init(name: "hit@3", value: hit(3), definition: definition),
      ])
  }
}
