import Foundation
import Review
import Tables

extension MedicalEvaluation {
  /// A labelled place of a TNM, or of what only looks like one.
  private struct Place {
    var document: String
    var offset: Int
    var tumour: String
    var nodes: String
    var metastases: String
    var isStage: Bool { tumour != "-" }
  }

  func stages() throws -> EvaluationReport {
    let documents = try testDocuments()
    let found = Parallel.map(documents) { TNMFinder.stages(ClinicalText($0.text)) }
    try write(
      zip(documents, found).map { document, stages in
        ["id": document.id, "tnm": stages.map { Self.object($0) }]
      })
    let places = try labelledPlaces()
    let byDocument = Dictionary(
      zip(documents.map(\.id), found), uniquingKeysWith: { first, _ in first })
    var score = SpanScore()
    var allRight = 0
    for place in places where byDocument[place.document] != nil {
      let hit = byDocument[place.document]?.first {
        $0.span.begin - 3 <= place.offset && place.offset < $0.span.end
      }
      if place.isStage { score.expected += 1 }
      guard let hit else { continue }
      score.predicted += 1
      guard place.isStage else { continue }
      score.right += 1
      let isRight =
        hit.tumour.value == place.tumour && hit.nodes.value == place.nodes
        && hit.metastases.value == place.metastases
      if isRight { allRight += 1 }
    }
    return report(
      testCount: documents.count, labelled: places.count, positives: score.expected,
      figures: places.isEmpty ? [] : stageFigures(score, allRight))
  }

  private func stageFigures(_ score: SpanScore, _ allRight: Int) -> [EvaluationReport.Figure] {
    [
      .init(
        name: "F1 detection", value: score.f1,
        definition: LocalizedText(
          fr: "sur les places étiquetées", en: "over the labelled places")),
      .init(
        name: "T, N, M right",
        value: score.expected == 0 ? 0 : Double(allRight) / Double(score.expected),
        definition: LocalizedText(
          fr: "part des classifications dont les trois valeurs sont justes",
          en: "share of the stages whose three values are right")),
    ]
  }

  private static func object(_ stage: TNMStage) -> [String: Any] {
    [
      "begin": stage.span.begin, "end": stage.span.end, "prefix": stage.tumour.prefix,
      "T": stage.tumour.value, "N": stage.nodes.value, "M": stage.metastases.value,
    ]
  }

  private func labelledPlaces() throws -> [Place] {
    var places: [Place] = []
    for url in urls("labels") {
      do {
        let reader = try TableReader(url: url)
        try reader.forEachRow { row in
          places.append(
            Place(
              document: row["doc"] ?? "", offset: Int(row["offset"] ?? "") ?? -1,
              tumour: row["T"] ?? "", nodes: row["N"] ?? "", metastases: row["M"] ?? ""))
        }
      } catch let error as TableError {
        throw EngineError.unreadable(error.refusal)
      }
    }
    return places
  }

  // MARK: Sections

  func sections() throws -> EvaluationReport {
    let documents = try testDocuments()
    let found = Parallel.map(documents) { document in
      let text = ClinicalText(document.text)
      return text.sections.compactMap { section in
        section.heading.map { (span: text.span($0), kind: section.kind) }
      }
    }
    try write(
      zip(documents, found).map { document, headings in
        [
          "id": document.id,
          "headings": headings.map {
            ["begin": $0.span.begin, "end": $0.span.end, "kind": $0.kind.rawValue]
          },
        ]
      })
    let count = found.reduce(0) { $0 + $1.count }
    return report(
      testCount: documents.count, labelled: 0, positives: 0, figures: [],
      remarks: [
        LocalizedText(fr: "\(count) titres trouvés", en: "\(count) headings found")
      ])
  }
}
