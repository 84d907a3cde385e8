import Foundation
import Learning
import Review
import Testing

@testable import Calls

/// The figures of the tasks, on rows whose figures are known.
@Suite struct CallsEvaluationTests {
  private func evaluate(
    _ task: String, _ files: [String: String], train: [String] = [], test: [String] = [],
    options: [String: [String]] = [:]
  ) throws -> (report: EvaluationReport, lines: [String]) {
    try CallFiles.with(files) { folder in
      let url = { (name: String) in folder.appendingPathComponent(name) }
      let out = url("predictions.tsv")
      let report = try CallsEngine().evaluate(
        EvaluationRequest(
          task: task, train: train.map(url), test: test.map(url),
          options: options.mapValues { $0.map { url($0).path } }, predictions: out),
        observer: CallsBench.Listener())
      let text = try String(contentsOf: out, encoding: .utf8)
      return (
        report,
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
      )
    }
  }

  private func figure(_ report: EvaluationReport, _ name: String) throws -> EvaluationReport.Figure
  {
    try #require(report.figures.first { $0.name == name }, "\(name)")
  }

  // MARK: Slots and spoken forms

  @Test func slotsAreMeasuredByStyle() throws {
    let (report, lines) = try evaluate(
      "slots",
      [
        "s.tsv": """
        id\tkind\ttext\tgold\tstyle
        1\tamount\tdouze euros\t12.00\tplain
        2\tdate\tle trois mars\t--03-04\tplain
        3\tphone\tzéro six douze trente quatre cinquante six soixante dix huit\t0612345678\thom
        4\tinconnu\tdouze euros\t\thom

        """
      ], test: ["s.tsv"])
    #expect(lines == ["id\tvalue", "1\t12.00", "2\t--03-03", "3\t0612345678", "4\t"])
    #expect(report.testCount == 4 && report.labelledCount == 4 && report.positiveCount == 3)
    #expect(try figure(report, "exact").value == 0.75)
    #expect(try figure(report, "plain").value == 0.5 && figure(report, "hom").value == 1)
  }

  @Test func withoutLabelsThereAreOnlyPredictions() throws {
    let (slots, lines) = try evaluate(
      "slots", ["s.tsv": "id\tkind\ttext\n1\thours\tsept heures\n"], test: ["s.tsv"])
    #expect(slots.figures.isEmpty && slots.labelledCount == 0 && lines == ["id\tvalue", "1\t7.00"])
    let (spoken, said) = try evaluate("spoken", ["s.tsv": "written\tx\n12 €\ty\n"], test: ["s.tsv"])
    #expect(spoken.figures.isEmpty && said == ["written\tspoken", "12 €\tdouze euros"])
  }

  @Test func spokenFormsAreCompared() throws {
    let (report, _) = try evaluate(
      "spoken", ["s.tsv": "written\tspoken\n12 €\tdouze euros\n13 €\ttreize\n"], test: ["s.tsv"])
    #expect(try figure(report, "exact").value == 0.5)
    #expect(report.labelledCount == 2 && report.positiveCount == 1)
  }

  @Test(arguments: ["slots", "spoken", "intents"])
  func aMissingFileIsAClearRefusal(task: String) {
    #expect(throws: EngineError.self) {
      try CallsEngine().evaluate(
        EvaluationRequest(task: task, train: [], test: [URL(fileURLWithPath: "/nulle/part.tsv")]),
        observer: CallsBench.Listener())
    }
  }

  @Test func anUnknownTaskIsNamed() {
    #expect(throws: EngineError.unknownName("danse")) {
      try CallsEngine().evaluate(
        EvaluationRequest(task: "danse", train: [], test: []), observer: CallsBench.Listener())
    }
  }

  // MARK: Intents

  private static let training =
    "text\tintent\n"
    + CallFixtures.utterances.map { "\($0.text)\t\($0.intent)\n" }.joined()
  private static let test = """
    text\tintent
    où est mon bulletin de paie\tbulletin
    des jours de congés\tconges
    la date du prélèvement\tdebit
    quel temps fait-il\toos

    """

  @Test func intentsArePredictedInTheOrderOfTheRows() throws {
    let files = ["train.tsv": Self.training, "test.tsv": Self.test]
    let (report, lines) = try evaluate("intents", files, train: ["train.tsv"], test: ["test.tsv"])
    #expect(lines.count == 5 && lines[0] == "intent\tconfidence\tdecision")
    #expect(lines[1...3].map { $0.split(separator: "\t")[0] } == ["bulletin", "conges", "debit"])
    #expect(try figure(report, "accuracy").value == 1)
    #expect(report.testCount == 4 && report.positiveCount == 3)
    for name in [
      "macro-F1", "ECE", "AUROC", "CAR10", "answered right", "served right", "OOS answered",
      "false answers",
    ] {
      let value = try figure(report, name).value
      #expect((0...1).contains(value), "\(name) \(value)")
    }
    let again = try evaluate("intents", files, train: ["train.tsv"], test: ["test.tsv"])
    #expect(again.lines == lines, "same input, same predictions")
  }

  @Test func labelsOfTheTestTeachNothing() throws {
    let blind =
      "text\n"
      + Self.test.split(separator: "\n").dropFirst().map { line in
        line.split(separator: "\t")[0] + "\n"
      }.joined()
    let files = ["train.tsv": Self.training, "test.tsv": Self.test, "blind.tsv": blind]
    let (_, lines) = try evaluate("intents", files, train: ["train.tsv"], test: ["test.tsv"])
    let (report, unlabelled) = try evaluate(
      "intents", files, train: ["train.tsv"], test: ["blind.tsv"])
    #expect(unlabelled == lines)
    #expect(report.figures.isEmpty && report.labelledCount == 0)
  }

  @Test func withoutATestTheTrainingIsCrossValidated() throws {
    let (report, lines) = try evaluate(
      "intents", ["train.tsv": Self.training], train: ["train.tsv"])
    #expect(lines.count == CallFixtures.utterances.count + 1)
    #expect(try figure(report, "accuracy").value > 0.8)
  }

  @Test func theAnswerBaseTeaches() throws {
    let answers = CallFixtures.answers.map { answer in
      let fields = AnswerRow.values(answer).merging(["keywords": "papier bleu"]) { $1 }
      let encoded = try? JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
      return String(decoding: encoded ?? Data(), as: UTF8.self)
    }
    let (report, _) = try evaluate(
      "intents",
      [
        "train.tsv": Self.training, "test.tsv": Self.test,
        "a.jsonl": answers.joined(separator: "\n"),
        "s.tsv": "service\tname\tkeywords\npajemploi\tPajemploi\tnounou|garde\n",
      ], train: ["train.tsv"], test: ["test.tsv"],
      options: ["answers": ["a.jsonl"], "services": ["s.tsv"]])
    #expect(try figure(report, "accuracy").value == 1)
  }

  @Test func oneIntentIsTooLittle() {
    #expect(throws: EngineError.self) {
      try evaluate(
        "intents", ["t.tsv": "text\tintent\na\tx\nb\tx\n", "u.tsv": "text\nc\n"], train: ["t.tsv"],
        test: ["u.tsv"])
    }
  }

  // MARK: Figures whose value is known

  private static func prediction(
    _ label: String, _ intent: String, _ confidence: Double, _ decision: TurnDecision = .confirm
  ) -> IntentEvaluation.Prediction {
    IntentEvaluation.Prediction(
      label: label, intent: intent, confidence: confidence, decision: decision)
  }

  @Test func figuresAreThoseOfTheirDefinition() throws {
    let rows = [
      Self.prediction("a", "a", 0.9, .answer), Self.prediction("a", "b", 0.8, .answer),
      Self.prediction("b", "b", 0.7, .handoff), Self.prediction("b", "b", 0.2),
      Self.prediction("oos", "a", 0.85, .answer), Self.prediction("oos", "a", 0.1, .rephrase),
      Self.prediction("", "a", 0.5),
    ]
    let report = IntentFigures(rows, known: ["a", "b"]).report(
      trainCount: 9, thresholds: [.cautious])
    #expect(report.trainCount == 9 && report.testCount == 7)
    #expect(report.labelledCount == 6 && report.positiveCount == 4)
    #expect(try figure(report, "accuracy").value == 0.75)
    #expect(try abs(figure(report, "macro-F1").value - (2.0 / 3 + 0.8) / 2) < 1e-9)
    #expect(try figure(report, "AUROC").value == 5.0 / 8)
    #expect(try figure(report, "CAR10").value == 0.25, "above the surest stranger")
    #expect(try figure(report, "answered right").value == 0.25)
    #expect(try figure(report, "served right").value == 0.5)
    #expect(try figure(report, "OOS answered").value == 0.5)
    #expect(try figure(report, "false answers").value == 2.0 / 6)
    #expect(report.remarks.count == 1)
  }

  @Test func onlyStrangersGiveNoFigures() {
    let rows = [Self.prediction("oos", "a", 0.5)]
    #expect(IntentFigures(rows, known: ["a"]).report(trainCount: 1, thresholds: []).figures.isEmpty)
    #expect(IntentFigures([], known: []).report(trainCount: 0, thresholds: []).testCount == 0)
  }

  @Test func withoutStrangersThereIsNoRejection() {
    let rows = [Self.prediction("a", "a", 0.5), Self.prediction("a", "b", 0.4)]
    let names = IntentFigures(rows, known: ["a", "b"]).report(trainCount: 1, thresholds: []).figures
      .map(\.name)
    #expect(
      !names.contains("AUROC") && !names.contains("OOS answered") && names.contains("accuracy"))
  }

  @Test(arguments: [(0, 10), (10, 10), (3, 10), (1, 1), (0, 1), (50, 100)])
  func sharesHaveTheirInterval(part: Int, whole: Int) throws {
    let figure = EvaluationFigures.share("x", part, whole, LocalizedText(same: "x"))
    let (low, high) = (try #require(figure.low), try #require(figure.high))
    #expect(figure.value == Double(part) / Double(whole))
    #expect(low <= figure.value && figure.value <= high && low >= 0 && high <= 1)
    #expect((low == 0) == (part == 0) && (high == 1) == (part == whole))
  }

  @Test func theExactIntervalIsThatOfClopperAndPearson() throws {
    // 3 of 10: 0.0667–0.6525 (Clopper and Pearson, Biometrika 26, 1934).
    let figure = EvaluationFigures.share("x", 3, 10, LocalizedText(same: "x"))
    #expect(abs(try #require(figure.low) - 0.06674) < 1e-4)
    #expect(abs(try #require(figure.high) - 0.65245) < 1e-4)
    #expect(EvaluationFigures.share("x", 0, 0, LocalizedText(same: "x")).value.isNaN)
  }

  @Test func bootstrapsAreTheSameEachTime() {
    func figure() -> EvaluationReport.Figure {
      EvaluationFigures.bootstrap("m", count: 50, definition: LocalizedText(same: "m")) { drawn in
        drawn.reduce(0.0) { $0 + Double($1) } / Double(drawn.count)
      }
    }
    #expect(figure() == figure())
    #expect(figure().value == 24.5 && (figure().low ?? 99) < 24.5 && (figure().high ?? 0) > 24.5)
  }
}
