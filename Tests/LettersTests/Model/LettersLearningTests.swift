import Foundation
import Language
import Learning
import Review
import ReviewStore
import Testing

@testable import Letters

/// What is learned of judgements and decisions, and the figures of the tasks.
@Suite struct LettersLearningTests {
  // MARK: Decisions

  private static func features(_ overdue: Float) -> FrozenFeatures {
    var values = [Float](repeating: 0, count: ItemFeatures.Feature.allCases.count)
    values[ItemFeatures.Feature.overdue.rawValue] = overdue
    return FrozenFeatures(schema: ItemFeatures.schema, values: values)
  }

  private static let seen = Decision.Seen(
    model: nil, score: 0.5, rank: 1, seconds: 3, language: .french)

  private static func decision(
    _ number: Int, _ verdict: Verdict, reason: String? = nil, overdue: Float = 0,
    part: String? = nil
  ) -> TrainingRequest.LabelledDecision {
    TrainingRequest.LabelledDecision(
      sequence: number, agent: "marie", time: LetterFixture.now,
      decision: Decision(
        suggestion: "s\(number)", part: part, project: .letters, verdict: verdict, reason: reason,
        seen: seen),
      naturalKey: "k\(number)", features: features(overdue), selection: Selection(.best))
  }

  private static func step(_ number: Int, _ state: String, overdue: Float = 0)
    -> TrainingRequest.LabelledFollowUp
  {
    TrainingRequest.LabelledFollowUp(
      sequence: number, time: LetterFixture.now,
      step: FollowUp(suggestion: "s\(number)", project: .letters, state: state),
      naturalKey: "k\(number)", features: features(overdue), selection: Selection(.best))
  }

  private static func train(
    _ decisions: [TrainingRequest.LabelledDecision],
    _ followUps: [TrainingRequest.LabelledFollowUp] = [],
    model: ModelRecord? = nil
  ) throws -> TrainingOutcome {
    try LettersEngine().train(
      TrainingRequest(
        decisions: decisions, followUps: followUps,
        circumstances: LetterFixture.request(model: model), lastSequence: 9),
      records: MemoryStore(agent: "m").records, observer: LetterListener())
  }

  private static func count(_ outcome: TrainingOutcome) -> Int? {
    if case .candidate(_, let summary) = outcome { summary.decisionCount } else { nil }
  }

  @Test(
    arguments: [
      ("nothing", false), ("minor", false), ("misread", false), ("answered", nil), ("seen", nil),
      ("obsolete", nil),
      ("inconnue", nil), (nil, nil),
    ] as [(String?, Bool?)])
  func onlyReasonsThatBlameTheEngineTeach(reason: String?, isToCheck: Bool?) {
    let decision = Self.decision(1, .reject, reason: reason).decision
    #expect(LettersTraining.judgement(decision) == isToCheck)
  }

  @Test(arguments: [(Verdict.accept, true), (.later, nil), (.annotate, nil)] as [(Verdict, Bool?)])
  func verdictsTeach(verdict: Verdict, isToCheck: Bool?) {
    #expect(LettersTraining.judgement(Self.decision(1, verdict).decision) == isToCheck)
  }

  @Test func threeOfEachKindAreEnough() throws {
    func decisions(_ accepted: Int, _ rejected: Int) -> [TrainingRequest.LabelledDecision] {
      (0..<accepted).map { Self.decision($0, .accept) }
        + (0..<rejected).map { Self.decision(100 + $0, .reject, reason: "minor", overdue: 1) }
    }
    for (accepted, rejected) in [(0, 0), (2, 9), (9, 2)] {
      guard case .tooLittle(let reason) = try Self.train(decisions(accepted, rejected)) else {
        Issue.record("\(accepted) and \(rejected) are too little")
        continue
      }
      #expect(
        reason.fr.contains("\(accepted + rejected) décisions")
          && reason.en.contains("\(accepted + rejected) decisions"))
    }
    #expect(Self.count(try Self.train(decisions(3, 3))) == 6)
  }

  @Test func whatWasCheckedOnSiteCountsInsteadOfTheDecision() throws {
    let decisions = (0..<6).map { Self.decision($0, .accept) }
    let steps =
      (0..<3).map { Self.step($0, "corrected", overdue: 1) } + [
        Self.step(9, "planned"), Self.step(10, "to-check"),
      ]
    // Three corrected ones are not to be checked again; three accepted ones are.
    #expect(Self.count(try Self.train(decisions, steps)) == 6)
    guard case .tooLittle = try Self.train(decisions, (0..<3).map { Self.step($0, "confirmed") })
    else {
      Issue.record("confirmed and accepted are one kind")
      return
    }
  }

  @Test func decisionsOnPartsAndOfOtherFeaturesTeachNothing() throws {
    var others = (0..<6).map {
      Self.decision($0, $0 < 3 ? .accept : .reject, reason: "minor", part: "p")
    }
    guard case .tooLittle = try Self.train(others) else {
      Issue.record("parts are no demands")
      return
    }
    for place in others.indices {
      others[place].decision.part = nil
      others[place].features = FrozenFeatures(schema: "ancien/1", values: [1])
    }
    guard case .tooLittle = try Self.train(others) else {
      Issue.record("other features are not read")
      return
    }
  }

  @Test func theModelFollowsTheDecisionsAndIsTheSameEachTime() throws {
    let decisions = (0..<20).map { number in
      Self.decision(
        number, number % 2 == 0 ? .accept : .reject, reason: number % 2 == 0 ? nil : "minor",
        overdue: Float(number % 2))
    }
    guard case .candidate(let content, let summary) = try Self.train(decisions),
      case .candidate(let again, _) = try Self.train(decisions)
    else {
      Issue.record("no candidate")
      return
    }
    #expect(content == again && summary.lastSequence == 9)
    let record = ModelRecord(
      project: .letters, version: 2, state: .active, created: LetterFixture.now, content: content,
      sha256: "", summary: summary)
    let model = try LettersModel(record)
    let late = try #require(ItemFeatures(Self.features(1)))
    #expect(
      model.decisionCount == 20 && model.items.logOdds(late) < ItemModel.shipped.logOdds(late))
    #expect(
      summary.figures.contains {
        $0.name.en == "log-loss on decided demands" && $0.after < ($0.before ?? 0)
      })
    #expect(summary.remarks.allSatisfy { !$0.fr.isEmpty && !$0.en.isEmpty })
    guard case .candidate(_, let next) = try Self.train(decisions, model: record) else {
      Issue.record("no candidate")
      return
    }
    #expect(next.figures.first { $0.name.en == "log-loss on decided demands" }?.before != nil)
  }

  @Test func aTornModelIsRefusedWhereverItIsTorn() throws {
    let data = LettersModel.shipped.data
    let summary = TrainingSummary(exampleCount: 0, decisionCount: 0, lastSequence: 0, figures: [])
    func record(_ content: Data) -> ModelRecord {
      ModelRecord(
        project: .letters, version: 5, state: .active, created: LetterFixture.now, content: content,
        sha256: "", summary: summary)
    }
    #expect(try LettersModel(record(data)).data == data)
    for place in stride(from: 0, to: data.count, by: max(1, data.count / 60)) {
      var changed = data
      changed[place] ^= 0x55
      #expect(throws: EngineError.damagedModel(version: 5)) { try LettersModel(record(changed)) }
      #expect(throws: EngineError.damagedModel(version: 5)) {
        try LettersModel(record(data.prefix(place)))
      }
    }
  }

  @Test func anOrderOfJudgementsOfTheirOwnHasADigestOfItsOwn() {
    let one = JudgedPassage(id: "1", text: "a", level: 1, group: "g")
    let two = JudgedPassage(id: "2", text: "b", level: 0, group: "g")
    let digests = [[], [one], [two], [one, two]].map(LettersTraining.digest)
    #expect(Set(digests).count == 4 && digests.allSatisfy { $0 != 0 })
  }

  // MARK: Vectors and samples

  @Test func vectorsHaveLengthOneAndKnowOnlyWhatWasSeenTwice() {
    let texts = ["la porte est fermée", "la porte est ouverte", "un mot unique"].map {
      TokenizedText($0)
    }
    let vectors = TextVectors(learning: texts)
    let row = vectors.vector(texts[0])
    #expect(abs(row.values.reduce(0) { $0 + Double($1) * Double($1) } - 1) < 1e-5)
    #expect(
      vectors.vector(texts[2]).columns.isEmpty && vectors.vector(TokenizedText("")).columns.isEmpty)
    #expect(TextVectors(learning: []).frequencies.allSatisfy { $0 == 0 })
    #expect(TextVectors.columnCount == 1 << TextVectors.bits)
  }

  @Test func aSampleIsBoundedAndWithoutWhatWasJudged() throws {
    let store = MemoryStore(agent: "m")
    let items = (0..<6).map { LetterFixture.item("x#\($0)", text: "Demande numéro \($0).") }
    let records = try (0..<200).map { number in
      try StoredLetters.record(
        ReadLetter(
          letter: LetterFixture.letter("INSSN-LYO-2020-\(1000 + number)", items: items),
          sha256: "00"))
    }
    try store.save(records: records)
    let all = try LetterSample(limit: 100_000).passages(
      store.records, leaving: ["Demande numéro 3."])
    #expect(all.count == 1000 && !all.contains { $0.text == "Demande numéro 3." })
    let few = try LetterSample(limit: 50).passages(store.records, leaving: [])
    #expect(!few.isEmpty && few.count <= 50)
    #expect(
      try few.map(\.text)
        == LetterSample(limit: 50).passages(store.records, leaving: []).map(\.text))
    #expect(
      try LetterSample(limit: 10).passages(MemoryStore(agent: "m").records, leaving: []).isEmpty)
  }

  // MARK: Shares

  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1), (5, 10, 0.2366, 0.7634), (1, 1, 0.2065, 1),
    (0, 0, 0, 1),
  ])
  func wilsonsIntervalIsThatOfTheTables(count: Int, total: Int, low: Double, high: Double) {
    let interval = ShareInterval.wilson(count, of: total)
    #expect(abs(interval.low - low) < 1e-4 && abs(interval.high - high) < 1e-4)
  }

  @Test func manyHitsNeedNoInterval() {
    let text = LocalizedText(same: "x")
    #expect(LettersEvaluation.share([], name: "x", text).value == 0)
    #expect(LettersEvaluation.share([], name: "x", text).low == nil)
    #expect(LettersEvaluation.share([true, false], name: "x", text).low != nil)
    #expect(
      LettersEvaluation.share([Bool](repeating: true, count: 500), name: "x", text).low == nil)
  }

  // MARK: Evaluations

  private func evaluate(
    _ task: String, _ files: [String: String], train: [String] = [], test: [String] = [],
    options: [String: String] = [:]
  ) throws -> (figures: [String: Double], report: EvaluationReport, lines: [String]) {
    try LetterFixture.with(files) { folder in
      let url = { (name: String) in folder.appendingPathComponent(name) }
      let report = try LettersEngine().evaluate(
        EvaluationRequest(
          task: task, train: train.map(url), test: test.map(url),
          options: options.mapValues { [url($0).path] },
          predictions: url("out")), observer: LetterListener())
      let text = try String(contentsOf: url("out"), encoding: .utf8)
      let figures = Dictionary(
        report.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      return (figures, report, text.split(separator: "\n").map(String.init))
    }
  }

  private static let letters = [
    "a.txt": LetterFixture.old(
      a: "Un constat.\n\nJe vous demande de contrôler la vanne motorisée du circuit."),
    "b.txt": LetterFixture.new(
      second: "Demande II.1 : Je vous demande de contrôler les vannes motorisées du circuit."),
  ]

  private static func truth(_ change: (inout ParsedLetter) -> Void = { _ in }) throws -> String {
    try letters.keys.sorted().map { name in
      var parsed = ParsedLetter(LetterFixture.parse(letters[name] ?? "", file: name))
      change(&parsed)
      return String(decoding: try JSONEncoder().encode(parsed), as: UTF8.self) + "\n"
    }.joined()
  }

  @Test func aReadingIsItsOwnTruth() throws {
    let files = Self.letters.merging(["truth.jsonl": try Self.truth()]) { $1 }
    let (figures, report, lines) = try evaluate(
      "parse", files, test: ["a.txt", "b.txt"], options: ["labels": "truth.jsonl"])
    #expect(report.testCount == 2 && report.labelledCount == 2 && lines.count == 2)
    for (name, value) in figures {
      #expect(value == (name.hasSuffix("extra items") ? 0 : 1), "\(name)")
    }
    #expect(figures.count == 18)
    for line in lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(
        Set(object.keys) == [
          "file", "inspection", "reference", "date", "site", "inb", "theme", "layout", "sections",
          "items",
        ])
    }
  }

  @Test func wrongReadingsAreCounted() throws {
    let wrong = try Self.truth { parsed in
      parsed.date = "1999-01-01"
      parsed.site = nil
      parsed.items = parsed.items.map {
        ParsedLetter.Item(id: "autre", section: $0.section, text: $0.text)
      }
      parsed.sections.append(ParsedLetter.Section(kind: "IV", title: "Autre"))
    }
    let files = Self.letters.merging(["truth.jsonl": wrong]) { $1 }
    let (figures, _, _) = try evaluate(
      "parse", files, test: ["a.txt", "b.txt"], options: ["labels": "truth.jsonl"])
    for layout in ["old", "new"] {
      #expect(
        figures["\(layout) date"] == 0 && figures["\(layout) site"] == 0
          && figures["\(layout) items exact"] == 0)
      #expect(figures["\(layout) items in section"] == 1 && figures["\(layout) identifiers"] == 1)
      #expect((figures["\(layout) sections"] ?? 1) < 1)
    }
  }

  @Test(arguments: ["parse", "repeats"])
  func brokenLabelsAreRefusedWithTheirLine(task: String) throws {
    let files = Self.letters.merging(["truth.jsonl": "\n{\n"]) { $1 }
    do {
      _ = try evaluate(task, files, test: ["a.txt"], options: ["labels": "truth.jsonl"])
      Issue.record("broken labels were taken")
    } catch EngineError.unreadable(let refusal) {
      #expect(refusal.file == "truth.jsonl" && refusal.line == 2)
    }
    #expect(throws: EngineError.self) {
      try evaluate(task, Self.letters, test: ["a.txt"], options: ["labels": "absent.jsonl"])
    }
  }

  @Test func repeatsAreMeasured() throws {
    let truth = """
      {"items":[{"id":"INSSN-LYO-2024-0412#II1","repeat_of":"INSSN-LYO-2014-0688#A1"}]}
      {"items":[{"id":"INSSN-LYO-2014-0688#A1","repeat_of":null}]}

      """
    let files = Self.letters.merging(["truth.jsonl": truth]) { $1 }
    let (figures, report, lines) = try evaluate(
      "repeats", files, test: ["a.txt", "b.txt"], options: ["labels": "truth.jsonl"])
    #expect(figures == ["F1": 1, "precision": 1, "recall": 1] && report.positiveCount == 1)
    #expect(lines[0] == "item_id\trepeat_of\tscore" && lines.count == 3)
    let (none, unlabelled, _) = try evaluate("repeats", Self.letters, test: ["a.txt", "b.txt"])
    #expect(none.isEmpty && unlabelled.testCount == 2)
  }

  @Test func searchesAreRanked() throws {
    let files = Self.letters.merging(["q.txt": "vanne\n\"vannes motorisées\"\nintrouvable\n"]) {
      $1
    }
    let (figures, report, lines) = try evaluate(
      "search", files, test: ["a.txt", "b.txt"], options: ["queries": "q.txt"])
    #expect(lines[0] == "query\trank\tletter\tpassage")
    #expect(
      lines.count { $0.hasPrefix("vanne\t") } == 2
        && lines.count { $0.hasPrefix("introuvable") } == 0)
    #expect(figures["answers"] == 1 && report.testCount > 2)
    let (_, silent, _) = try evaluate("search", Self.letters, test: ["a.txt"])
    #expect(silent.figures.isEmpty && silent.remarks.count == 1)
    #expect(throws: EngineError.self) {
      try evaluate("search", Self.letters, test: ["a.txt"], options: ["queries": "absent"])
    }
  }

  private static let sentences = (0..<40).map { index -> String in
    let isBad = index.isMultiple(of: 2)
    let text =
      isBad
      ? "Toutefois, le contrôle \(index) n’a pas été réalisé."
      : "L’organisation \(index) est satisfaisante."
    return
      "{\"id\":\"\(index)\",\"block\":\"\(index / 4)\",\"text\":\"\(text)\",\"level\":\(isBad ? 1 : 0)}\n"
  }

  @Test func vigilanceIsMeasuredAndBlindToLabels() throws {
    let files = [
      "train.jsonl": Self.sentences.prefix(28).joined(),
      "test.jsonl": Self.sentences.suffix(12).joined(),
      "blind.jsonl": Self.sentences.suffix(12).joined().replacing(/,"level":\d/, with: ""),
    ]
    let (figures, report, lines) = try evaluate(
      "vigilance", files, train: ["train.jsonl"], test: ["test.jsonl"])
    #expect(report.labelledCount == 12 && report.positiveCount == 6 && report.trainCount == 28)
    #expect((figures["AP"] ?? 0) > 0.95 && (figures["Brier"] ?? 1) < 0.2)
    #expect(lines[0] == "id\tscore\tlevel" && lines.count == 13)
    let (none, _, blind) = try evaluate(
      "vigilance", files, train: ["train.jsonl"], test: ["blind.jsonl"])
    #expect(blind == lines && none.isEmpty, "labels of the test teach nothing")
    let (_, folds, _) = try evaluate("vigilance", files, train: ["train.jsonl"])
    #expect(folds.testCount == 28 && folds.remarks.contains(LettersEvaluation.crossValidated))
  }

  @Test func sentencesOfTheTestAreNotLearnedFrom() throws {
    let files = [
      "all.jsonl": Self.sentences.joined(), "test.jsonl": Self.sentences.suffix(12).joined(),
    ]
    let (_, report, _) = try evaluate(
      "vigilance", files, train: ["all.jsonl"], test: ["test.jsonl"])
    #expect(report.trainCount == 28)
  }

  @Test func themesArePredicted() throws {
    let rows = (0..<120).map { index -> String in
      let isFire = index.isMultiple(of: 2)
      let text =
        isFire
        ? "La porte coupe-feu \(index) et le désenfumage."
        : "Le transport du colis \(index) et son arrimage."
      return
        "{\"id\":\"\(index)\",\"block\":\"\(index / 4)\",\"text\":\"\(text)\",\"themes\":[\"\(isFire ? "incendie" : "transport")\"]}\n"
    }
    let files = ["train.jsonl": rows.prefix(100).joined(), "test.jsonl": rows.suffix(20).joined()]
    let (figures, report, lines) = try evaluate(
      "themes", files, train: ["train.jsonl"], test: ["test.jsonl"])
    #expect(
      lines[0] == "id\ttheme\tscore\tabstain" && lines.count == 21 && report.trainCount == 100)
    #expect((figures["P@1 annotation"] ?? 0) > 0.9)
    let (_, folds, _) = try evaluate("themes", files, train: ["train.jsonl"])
    #expect(folds.testCount == 100 && folds.remarks == [LettersEvaluation.crossValidated])
  }

  @Test(arguments: ["vigilance", "themes"])
  func withoutSentencesThereAreNoFigures(task: String) throws {
    let files = ["train.jsonl": "{\"id\":\"1\",\"text\":\"Un écart.\"}\n"]
    let (figures, report, lines) = try evaluate(task, files, train: ["train.jsonl"])
    #expect(figures.isEmpty && report.testCount == 0 && lines.count == 1)
  }

  @Test func anUnknownTaskIsNamed() {
    #expect(throws: EngineError.unknownName("danse")) { try evaluate("danse", [:]) }
  }

  @Test(
    arguments: [([], nil), (["1"], "1"), (["1", "2"], "1 et 2"), (["1", "2", "3"], "1, 2 et 3")]
      as [([String], String?)])
  func installationsAreWrittenAsTheyAreSaid(numbers: [String], text: String?) {
    var letter = LetterFixture.letter()
    letter.installations = numbers
    #expect(ParsedLetter(letter).inb == text)
  }
}
