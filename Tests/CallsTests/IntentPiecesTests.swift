import Foundation
import Language
import Learning
import Review
import Testing

@testable import Calls

/// The pieces that the model of intents is made of.
@Suite struct IntentPiecesTests {
  private static let extractor = FeatureExtractor()

  private static func features(_ text: String) -> [FeatureExtractor.Feature] {
    extractor.features(Utterance(text))
  }

  private static let texts = [
    "où est le bulletin de paie", "déclarer des congés", "date du prélèvement", "le bulletin",
  ]
  private static let space = FeatureSpace(texts.map(features))

  // MARK: Features

  @Test func everyFeatureKnowsItsWord() {
    var generator = SplitMix64(seed: 101)
    for _ in 0..<100 {
      let utterance = Utterance(generator.hostileText(generator.below(30)))
      let features = Self.extractor.features(utterance)
      #expect(features.allSatisfy { utterance.words.indices.contains($0.word) })
      for block in [FeatureBlock.words, .letters] where !utterance.words.isEmpty {
        #expect(features.contains { $0.block == block })
      }
    }
    #expect(Self.features("").isEmpty)
  }

  @Test(arguments: [("salarié", "salariés"), ("bulletin", "bulletins"), ("congé", "congés")])
  func aPluralSharesTheStem(one: String, many: String) {
    func stems(_ text: String) -> Set<UInt64> {
      Set(Self.features(text).filter { $0.block == .stems }.map(\.key))
    }
    #expect(stems(one) == stems(many) && !stems(one).isEmpty)
  }

  @Test func wordsOfAGroupShareAConcept() {
    func concepts(_ text: String) -> Set<UInt64> {
      Set(Self.features(text).filter { $0.block == .concepts }.map(\.key))
    }
    #expect(!concepts("vacances").isDisjoint(with: concepts("congé")))
    #expect(!concepts("virement banque").isDisjoint(with: concepts("rib")))
    #expect(concepts("xyzzy").isEmpty)
  }

  @Test func grammarWordsHaveNoStem() {
    #expect(
      Self.features("le la les de du").allSatisfy { $0.block == .words || $0.block == .letters })
  }

  @Test func aLongWordIsBounded() {
    let features = Self.features(String(repeating: "a", count: 100_000))
    #expect(features.count < 400)
  }

  @Test func blocksWeigh() {
    #expect(FeatureBlock.allCases.allSatisfy { $0.weight > 0 })
    #expect(FeatureBlock.allCases.map(\.rawValue) == Array(0..<FeatureBlock.allCases.count))
  }

  // MARK: Space

  @Test func rowsHaveLengthOneAndSortedColumns() {
    for text in Self.texts + ["prélèvement du bulletin", "bulletin bulletin bulletin"] {
      let row = Self.space.row(Self.features(text))
      let length = row.values.reduce(0) { $0 + Double($1) * Double($1) }
      #expect(abs(length - 1) < 1e-5, "\(text)")
      #expect(row.columns == row.columns.sorted() && Set(row.columns).count == row.columns.count)
      #expect(row.values.allSatisfy { $0 > 0 && $0.isFinite })
    }
  }

  @Test func unknownWordsHaveNoColumn() {
    #expect(Self.space.row(Self.features("zzyzx")).columns.isEmpty)
    #expect(Self.space.row([]).columns.isEmpty)
    #expect(FeatureSpace([]).count == 0)
  }

  @Test func rarerFeaturesCountMore() throws {
    let bulletin = try #require(Self.features("bulletin").first { $0.block == .words })
    let paie = try #require(Self.features("prelevement").first { $0.block == .words })
    let (common, rare) = (
      try #require(Self.space.column(bulletin)), try #require(Self.space.column(paie))
    )
    #expect(Self.space.rarity[Int(common)] < Self.space.rarity[Int(rare)])
  }

  @Test func aSpaceIsReadBackAndATornOneRefused() throws {
    let bytes = Self.space.bytes
    let back = try FeatureSpace(bytes: bytes)
    #expect(back.keys == Self.space.keys && back.rarity == Self.space.rarity && back.bytes == bytes)
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 50)) {
      #expect(throws: LearningError.self) { try FeatureSpace(bytes: Array(bytes.prefix(length))) }
    }
    #expect(throws: LearningError.self) { try FeatureSpace(bytes: bytes + [0]) }
  }

  @Test func keysThatRepeatAreRefused() {
    var writer = ByteWriter()
    writer.write(2)
    writer.write(UInt64(7))
    writer.write(UInt64(7))
    writer.write([Float(1), 1])
    #expect(throws: LearningError.self) { try FeatureSpace(bytes: writer.bytes) }
  }

  // MARK: Lines

  @Test func cosinesAreThoseOfTheRows() {
    let rows = Self.texts.map { Self.space.row(Self.features($0)) }
    let index = LineIndex(rows)
    for (place, row) in rows.enumerated() {
      let cosines = index.cosines(row)
      #expect(cosines.count == rows.count)
      #expect(abs(cosines[place] - 1) < 1e-5)
      for (other, cosine) in cosines.enumerated() {
        let values = Dictionary(uniqueKeysWithValues: zip(rows[other].columns, rows[other].values))
        let expected = zip(row.columns, row.values).reduce(Float(0)) {
          $0 + $1.1 * (values[$1.0] ?? 0)
        }
        #expect(abs(cosine - expected) < 1e-5)
      }
    }
    #expect(LineIndex([]).cosines(rows[0]).isEmpty)
    #expect(index.cosines(SparseRow([])).allSatisfy { $0 == 0 })
  }

  @Test(arguments: [
    ("none", true), ("None", true), ("NONE", true), ("oos", true), ("oos_near", true),
    ("OOS-far", true),
    ("out_of_scope", true), ("hors_sujet", true), ("", true), ("paie", false),
    ("nonexistent", false),
    ("aucune", false),
  ])
  func outOfScopeLabelsAreOne(label: String, isOutside: Bool) {
    #expect(TrainingLine.isOutOfScope(label) == isOutside)
    let line = LineBuilder.lines([LabelledUtterance(text: "x", intent: label)])[0]
    #expect(line.label == (isOutside ? TrainingLine.none : label))
  }

  @Test func linesOfTheBaseAreTitleTextAndKeywords() {
    var answer = CallFixtures.answers[0]
    answer.keywords = ["fiche", "paye"]
    let lines = LineBuilder.lines([answer])
    #expect(
      lines.map(\.text) == [
        "Bulletin de paie", "Les bulletins sont dans votre espace.", "fiche paye", "fiche", "paye",
      ])
    #expect(lines.allSatisfy { $0.label == "bulletin" && $0.origin == .knowledge && $0.weight > 0 })
    answer.text = ""
    #expect(LineBuilder.lines([answer]).count == 4, "an empty text teaches nothing")
    #expect(LineBuilder.lines([Answer]()).isEmpty)
  }

  @Test func servicesAreOutOfScopeAndBringSmallTalk() {
    let lines = LineBuilder.lines(CallFixtures.services)
    #expect(lines.allSatisfy { $0.label == TrainingLine.none })
    #expect(lines.contains { $0.text == "garde d'enfants" })
    #expect(lines.count > SmallTalk.lines.count)
    #expect(LineBuilder.lines([RedirectService]()).isEmpty, "no small talk without services")
  }

  @Test(
    arguments: [
      (["bulletin_paie", "none", "bulletin_paie"], ["bulletin paie"]),
      (["a-b.c", "x9"], ["a b c", "x9"]),
      ([], []),
    ] as [([String], [String])])
  func namesOfIntentsAreWords(intents: [String], texts: [String]) {
    #expect(LineBuilder.names(of: intents).map(\.text) == texts)
  }

  @Test func onlyIntentsWithoutASpokenAnswerAreUnanswered() {
    func answer(_ intent: String, _ kind: Answer.Kind) -> Answer {
      Answer(
        key: intent, intent: intent, title: LocalizedText(same: ""), kind: kind, text: "t",
        source: "s",
        checked: nil)
    }
    let answers = [
      answer("a", .answer), answer("b", .redirect), answer("c", .handoff), answer("d", .redirect),
      answer("d", .answer),
    ]
    #expect(LineBuilder.unanswered(answers) == ["b", "c"])
    #expect(LineBuilder.unanswered([]).isEmpty)
  }

  // MARK: Signals and confidence

  private static func scorer(_ classes: [String]) -> IntentScorer {
    IntentScorer(
      space: FeatureSpace([]), classes: classes,
      models: classes.map { _ in LinearModel(weights: [], bias: 0) })
  }

  @Test(arguments: [
    ([1.0, 2, 3], "c", "b"), ([3, 2, 1], "a", "b"), ([2, 2, 2], "a", "b"), ([1, 3, 3], "b", "c"),
    ([-1, -2, -3], "a", "b"),
  ])
  func theBestAndTheSecondAreStable(scores: [Double], best: String, second: String) {
    let signals = IntentSignals(scorer: Self.scorer(["a", "b", "c"]), scores: scores, nearest: 0)
    #expect(signals.best == best && signals.second == second)
  }

  @Test func theNoneClassIsNeverBestAndLowersTheRank() {
    let scorer = Self.scorer(["a", "b", TrainingLine.none])
    let strange = IntentSignals(scorer: scorer, scores: [1, 0, 9], nearest: 1)
    let sure = IntentSignals(scorer: scorer, scores: [1, 0, -9], nearest: 1)
    #expect(strange.best == "a" && strange.rank < sure.rank)
    let near = IntentSignals(scorer: Self.scorer(["a", "b"]), scores: [1, 0], nearest: 0.9)
    let far = IntentSignals(scorer: Self.scorer(["a", "b"]), scores: [1, 0], nearest: 0.1)
    #expect(near.rank > far.rank)
    #expect(IntentSignals(scorer: Self.scorer(["a"]), scores: [1], nearest: 0).second == "")
  }

  @Test(arguments: [0, 1, 2])
  func confidenceRisesWithTheRank(kind: Int) throws {
    let scorer = Self.scorer(["a", "b"])
    let cases = (0..<60).map { number -> ConfidenceModel.Case in
      let signals = IntentSignals(scorer: scorer, scores: [Double(number) / 10, 0], nearest: 0)
      // Mixed, all right, all wrong.
      let isMixed = number > 20 || number.isMultiple(of: 3)
      return ConfidenceModel.Case(signals: signals, isRight: kind == 0 ? isMixed : kind == 1)
    }
    let model = try ConfidenceModel(cases)
    let values = cases.map { model.probability($0.signals) }
    #expect(values == values.sorted() && values.allSatisfy { (0...1).contains($0) })
    #expect(try ConfidenceModel(bytes: model.bytes) == model)
    #expect(throws: LearningError.self) {
      try ConfidenceModel(bytes: Array(model.bytes.dropLast()))
    }
  }

  @Test func withoutACallInScopeThereIsNoConfidence() {
    let outside = ConfidenceModel.Case(
      signals: IntentSignals(scorer: Self.scorer(["a", "b"]), scores: [1, 0], nearest: 0),
      isRight: nil)
    #expect(throws: LearningError.self) { try ConfidenceModel([outside]) }
    #expect(throws: LearningError.self) { try ConfidenceModel([]) }
  }

  @Test func oneClassCannotBeScored() {
    let lines = [TrainingLine(text: "a", label: "x"), TrainingLine(text: "b", label: "x")]
    #expect(throws: LearningError.self) {
      try IntentScorer(lines, features: lines.map { Self.features($0.text) }, seed: 1)
    }
  }

  // MARK: Thresholds

  private static func cases(_ seed: UInt64, _ count: Int) -> [DecisionThresholds.Case] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let confidence = Double(generator.below(1000)) / 1000
      let isOutside = generator.below(5) == 0
      return DecisionThresholds.Case(
        confidence: confidence,
        isRight: !isOutside && Double(generator.below(1000)) / 1000 < confidence,
        isOutside: isOutside)
    }
  }

  @Test(arguments: [0.01, 0.05, 0.13, 0.3], [1, 2, 3] as [UInt64])
  func thresholdsKeepTheirPromise(target: Double, seed: UInt64) {
    let cases = Self.cases(seed, 400)
    let found = DecisionThresholds.derive(cases, target: target, strangers: 0.1)
    let answered = cases.filter { $0.confidence >= found.answer }
    let wrong = answered.count { !$0.isRight }
    #expect(Double(wrong) <= target * 400)
    #expect(Double(answered.count { $0.isOutside }) <= 0.1 * Double(cases.count { $0.isOutside }))
    #expect(
      found.falseAnswers == Double(wrong) / 400 && found.falseAnswersBound >= found.falseAnswers)
    #expect(found.confirm < found.answer && found.caseCount == 400)
    #expect(DecisionThresholds.derive(cases.reversed(), target: target, strangers: 0.1) == found)
  }

  @Test(arguments: [0, 1, 99])
  func fewCallsAreCautious(count: Int) {
    let found = DecisionThresholds.derive(Self.cases(1, count), target: 0.5)
    #expect(found.answer > 1 && found.caseCount == count && found.falseAnswersBound == 1)
  }

  @Test func whatIsNeverAnsweredIsNoFalseAnswer() {
    let never = (0..<150).map { _ in
      DecisionThresholds.Case(confidence: -1, isRight: false, isOutside: false)
    }
    let found = DecisionThresholds.derive(never, target: 0.01)
    #expect(found.falseAnswers == 0 && found.answer > 1)
  }

  @Test func equalConfidencesAreTakenTogether() {
    let same = (0..<200).map { number in
      DecisionThresholds.Case(confidence: 0.5, isRight: number % 2 == 0, isOutside: false)
    }
    #expect(DecisionThresholds.derive(same, target: 0.1).answer > 1)
    #expect(DecisionThresholds.derive(same, target: 0.5).answer == 0.5)
  }

  // MARK: Training

  private static let trained = Result { try CallFixtures.model() }

  @Test func theOrderOfLinesDecidesNoIntent() throws {
    let model = try Self.trained.get()
    let lines =
      LineBuilder.lines(CallFixtures.utterances) + LineBuilder.lines(CallFixtures.answers)
      + LineBuilder.lines(CallFixtures.services)
    let other = try IntentTraining(lines: lines.reversed()).run().model
    for text in Self.texts {
      #expect(other.understand(text).intent == model.understand(text).intent)
    }
    #expect(other.intents == model.intents)
  }

  @Test func hostileWordsAreUnderstoodWithinBounds() throws {
    let model = try Self.trained.get()
    var generator = SplitMix64(seed: 102)
    for _ in 0..<100 {
      let text = generator.hostileText(generator.below(40))
      let heard = model.understand(text)
      #expect((0...1).contains(heard.confidence) && model.intents.contains(heard.intent))
      #expect(heard.confidence == model.understand(text).confidence)
      #expect((0...1).contains(heard.margin))
    }
  }

  @Test func whatSharesNothingIsNotUnderstood() throws {
    #expect(try Self.trained.get().understand("ЖЖЖ").confidence == 0)
    #expect(try Self.trained.get().understand("").confidence == 0)
  }

  @Test func outOfFoldLinesAreTheUtterances() throws {
    let lines = LineBuilder.lines(CallFixtures.utterances) + LineBuilder.lines(CallFixtures.answers)
    let outcome = try IntentTraining(lines: lines).run()
    #expect(outcome.outOfFold.count == CallFixtures.utterances.count)
    #expect(outcome.outOfFold.allSatisfy { $0.line.origin == .utterance })
  }

  @Test func damagedModelsNameTheirVersion() throws {
    let content = CallsModel(intents: try Self.trained.get()).data()
    func record(_ content: Data) -> ModelRecord {
      ModelRecord(
        project: .calls, version: 7, state: .active, created: CallsBench.now, content: content,
        sha256: "",
        summary: TrainingSummary(exampleCount: 0, decisionCount: 0, lastSequence: 0, figures: []))
    }
    #expect(try CallsModel(record(content)).intents.intents == ["bulletin", "conges", "debit"])
    for broken in [Data(), content.dropLast(), Data("rien".utf8), content + Data([0])] {
      #expect(throws: EngineError.damagedModel(version: 7)) { try CallsModel(record(broken)) }
    }
  }
}
