import Foundation
import Review
import Testing

@testable import MedicalRecords

/// `vigie evaluate medical` on invented reports: what is learned, what is predicted, what is written.
@Suite("Evaluation on invented reports")
struct EvaluationCases {
  private let scratch = Scratch()

  private func run(
    _ task: String, train: [URL] = [], test: [URL] = [], options: [String: [String]] = [:],
    predictions: URL? = nil
  ) throws -> EvaluationReport {
    try MedicalRecordsEngine().evaluate(
      EvaluationRequest(
        task: task, train: train, test: test, options: options, predictions: predictions),
      observer: TestObserver())
  }

  private static func span(_ text: String, _ words: String) -> [Int] {
    let range = text.range(of: words) ?? text.startIndex..<text.startIndex
    let begin = text[..<range.lowerBound].unicodeScalars.count
    return [begin, begin + words.unicodeScalars.count]
  }

  /// A report with a tumour and its site, annotated; the diagnosis stands in a section of its own.
  private static func document(_ index: Int, labelled: Bool = true) -> [String: Any] {
    let site = TaggerFixture.sites[index % 8]
    let (tumour, code) = TaggerFixture.tumours[index / 3 % 4]
    let text =
      "Anamnèse\nDécouverte d'un \(tumour) du \(site) de \(index % 7) cm.\n\nDiagnostic\n"
      + "\(tumour.prefix(1).uppercased() + tumour.dropFirst()) confirmé.\n\nTraitement\nChirurgie.\n"
    guard labelled else { return ["id": "d\(index)", "text": text] }
    let second = span(text, tumour.prefix(1).uppercased() + String(tumour.dropFirst()))
    return [
      "id": "d\(index)", "text": text,
      "entities": [
        ["label": "morphologie", "spans": [span(text, tumour)], "icdo": code],
        ["label": "topographie", "spans": [span(text, site)], "icdo": "C\(index % 8)0.9"],
        [
          "label": "expression_CIM",
          "spans": [[span(text, tumour)[0], span(text, site)[1]]], "icdo": code,
        ],
        ["label": "morphologie", "spans": [second], "icdo": code],
      ],
    ]
  }

  private func file(_ name: String, _ range: Range<Int>, labelled: Bool = true) throws -> URL {
    let lines = try range.map {
      try JSONSerialization.data(
        withJSONObject: Self.document($0, labelled: labelled), options: [.sortedKeys])
    }
    return try scratch.file(name, lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined())
  }

  private func value(_ report: EvaluationReport, _ name: String) -> Double {
    report.figures.first { $0.name == name }?.value ?? -1
  }

  private func lines(_ url: URL) throws -> [[String: Any]] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  @Test("Mentions: learned from one file, found in another, codes and scores written")
  func mentions() throws {
    let train = try file("train.jsonl", 0..<60)
    let test = try file("test.jsonl", 60..<72)
    let output = scratch.folder.appendingPathComponent("out.jsonl")
    let report = try run("mentions", train: [train], test: [test], predictions: output)
    #expect(report.trainCount == 60 && report.testCount == 12 && report.positiveCount == 36)
    #expect(value(report, "F1 exact") > 0.9 && value(report, "F1 exact + code") > 0.85)
    let written = try lines(output)
    #expect(written.map { $0["id"] as? String } == (60..<72).map { "d\($0)" })
    for line in written {
      for entity in line["entities"] as? [[String: Any]] ?? [] {
        #expect(
          entity["label"] is String && entity["code"] is String && entity["score"] is NSNumber)
        #expect((entity["spans"] as? [[Int]])?.count == 1)
      }
    }
  }

  @Test("Without labels mentions are predicted and nothing is scored")
  func unlabelledMentions() throws {
    let report = try run(
      "mentions", train: [try file("train.jsonl", 0..<40)],
      test: [try file("test.jsonl", 60..<66, labelled: false)])
    #expect(report.labelledCount == 0 && report.figures.isEmpty && report.testCount == 6)
  }

  @Test("Mentions by cross-validation: every report is predicted by a model that never saw it")
  func crossValidated() throws {
    let train = try file("train.jsonl", 0..<50)
    let output = scratch.folder.appendingPathComponent("out.jsonl")
    let report = try run("mentions", train: [train], predictions: output)
    #expect(report.testCount == 50 && value(report, "F1 exact") > 0.85)
    #expect(try lines(output).count == 50)
    #expect(try run("mentions", train: [train]).figures == report.figures, "the same each time")
  }

  @Test("Main diagnosis: the section is hidden, its code is found from the rest")
  func diagnosis() throws {
    let train = try file("train.jsonl", 0..<60)
    let output = scratch.folder.appendingPathComponent("out.tsv")
    let report = try run("diagnosis", train: [train], predictions: output)
    #expect(report.labelledCount == 60)
    #expect(value(report, "hit@1") > 0.9 && value(report, "hit@3") >= value(report, "hit@1"))
    let rows = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
    #expect(rows.first == "id\tcode1\tcode2\tcode3" && rows.count == 61)
    let test = try file("test.jsonl", 70..<75, labelled: false)
    #expect(try run("diagnosis", train: [train], test: [test]).testCount == 5)
  }

  @Test("Attributes: labels learned, unsure ones left out, predictions in the file's order")
  func attributes() throws {
    let sentences = [
      ("Pas de métastase hépatique.", "métastase", "n"),
      ("Suspicion de récidive locale.", "récidive", "h"),
      ("Mère atteinte d'un cancer du sein.", "cancer", "f"),
      ("Antécédents de phlébite en 2010.", "phlébite", "p"),
      ("Une fièvre est apparue.", "fièvre", "-"), ("Masse probable du rein.", "Masse", "h?"),
    ]
    var texts = ""
    var table = "source\tdoc\tbegin\tend\tlabels\n"
    for index in 0..<30 {
      let (text, word, labels) = sentences[index % sentences.count]
      texts += "{\"id\":\"a\(index)\",\"text\":\"\(text)\"}\n"
      let span = Self.span(text, word)
      table += "x\ta\(index)\t\(span[0])\t\(span[1])\t\(labels)\n"
    }
    let train = try scratch.file("labels.tsv", table)
    let output = scratch.folder.appendingPathComponent("out.tsv")
    let report = try run(
      "attributes", train: [train],
      options: ["documents": [try scratch.file("t.jsonl", texts).path]],
      predictions: output)
    #expect(value(report, "F1 micro") == 1)
    #expect(report.positiveCount == 20, "a label with a question mark is not scored")
    let rows = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
    #expect(rows.first == "source\tdoc\tbegin\tend\tlabels\tn\th\tf\tp" && rows.count == 31)
    #expect(rows[1].hasPrefix("x\ta0\t7\t16\tn\t"))
  }

  @Test("Attributes of a document that is not there are refused with its name")
  func missingDocument() throws {
    let table = "source\tdoc\tbegin\tend\tlabels\nx\tnowhere\t0\t3\tn\nbad\n"
    let observer = TestObserver()
    _ = try MedicalRecordsEngine().evaluate(
      EvaluationRequest(
        task: "attributes", train: [try scratch.file("labels.tsv", table)], test: [],
        options: [:], predictions: nil),
      observer: observer)
    #expect(observer.refusals.map(\.found).contains("nowhere"))
    #expect(observer.refusals.map(\.line).contains(3))
  }

  @Test(
    "Rows of labels",
    arguments: [
      ("n", [true, false, false, false]), ("-", [false, false, false, false]),
      ("h?", [false, nil, false, false]), ("fp", [false, false, true, nil]),
      ("nf", [true, false, true, nil]), ("np?", [true, false, false, nil]),
    ] as [(String, [Bool?])])
  func labels(_ letters: String, _ wanted: [Bool?]) {
    let row = MedicalEvaluation.AttributeRow(
      source: "", document: "", span: Span(0, 1), labels: letters)
    #expect(Qualifier.allCases.map { row.label($0) } == wanted)
  }

  @Test("A row without labels says nothing")
  func unlabelledRow() {
    let row = MedicalEvaluation.AttributeRow(
      source: "", document: "", span: Span(0, 1), labels: nil)
    #expect(Qualifier.allCases.allSatisfy { row.label($0) == nil })
  }

  @Test("Documents of evaluation files: entities, disorders, times, results")
  func documents() throws {
    let line =
      #"{"id":"a","text":"CRP 12 mg/L","entities":[{"label":"m","spans":[[0,3]],"icdo":"x"},"#
      + #"{"spans":[[0,1]]},{"label":"m","spans":[[3,1],[-1,2],["a",2]]}],"#
      + #""clinentity":[{"begin":0,"end":3,"cui":"C1"},{"begin":5,"end":5}],"timex3":[],"#
      + #""rml":[{"begin":4,"end":11}]}"#
    let read = try EvaluationDocument.read(
      [try scratch.file("d.jsonl", line + "\n")], observer: TestObserver())
    let document = try #require(read.first)
    #expect(document.entities.map(\.label) == ["m", "m", "disorder"])
    #expect(document.entities[0].spans == [Span(0, 3)] && document.entities[1].spans.isEmpty)
    #expect(document.annotated == ["entities", "times", "results"])
    #expect(document.results == [Span(4, 11)] && document.times.isEmpty)
  }

  @Test("A span's score: counts, F1, an interval from resampled documents")
  func scores() {
    var score = SpanScore(right: 2, predicted: 4, expected: 3)
    #expect(score.precision == 0.5 && abs(score.f1 - 4.0 / 7) < 1e-12)
    score.add(SpanScore(right: 1, predicted: 0, expected: 1))
    #expect(score == SpanScore(right: 3, predicted: 4, expected: 4))
    #expect(SpanScore().f1 == 0 && SpanScore().precision == 0 && SpanScore().recall == 0)
    let scores = (0..<20).map { SpanScore(right: $0 % 2, predicted: 1, expected: 1) }
    let interval = SpanScore.interval(scores, seed: 1)
    #expect(interval.low < interval.value && interval.value < interval.high)
    let again = SpanScore.interval(scores, seed: 1)
    #expect(interval.low == again.low && interval.high == again.high)
    #expect(SpanScore.interval([], seed: 1).value == 0)
  }
}
