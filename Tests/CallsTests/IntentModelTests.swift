import Foundation
import Review
import Testing

@testable import Calls

@Suite("Understanding")
struct IntentModelTests {
  @Test("questions are understood, strangers are not")
  func understands() throws {
    let model = try CallFixtures.model()
    #expect(model.understand("mon bulletin de paye svp").intent == "bulletin")
    #expect(model.understand("combien de jours de vacances").intent == "conges")
    #expect(model.understand("ma nounou").isOutOfScope)
    #expect(model.understand("").confidence == 0)
    #expect(model.intents == ["bulletin", "conges", "debit"])
  }

  @Test("the same lines give the same bytes, and bytes give the same model")
  func deterministic() throws {
    let first = CallsModel(intents: try CallFixtures.model()).data()
    let second = CallsModel(intents: try CallFixtures.model()).data()
    #expect(first == second)
    let read = try CallsModel(data: first).intents
    let said = "télécharger la fiche de paie"
    let before = try CallFixtures.model().understand(said)
    let after = read.understand(said)
    #expect(before.confidence == after.confidence)
    #expect(before.scores == after.scores)
    #expect(read.thresholds == (try CallFixtures.model()).thresholds)
  }

  @Test("damaged bytes are refused")
  func damaged() throws {
    let data = CallsModel(intents: try CallFixtures.model()).data()
    for place in stride(from: 0, to: data.count, by: data.count / 40) {
      var changed = data
      changed[place] ^= 0x55
      #expect(throws: (any Error).self) { try CallsModel(data: changed) }
    }
  }

  @Test("words' contributions sum to the difference of the two scores")
  func reasons() throws {
    let model = try CallFixtures.model()
    let understanding = model.understand("où est le bulletin de paie")
    let reasons = IntentReasons(model: model, understanding: understanding)
    let sum = reasons.words().reduce(0) { $0 + $1.value }
    let best = try #require(model.scorer.classes.firstIndex(of: understanding.intent))
    let rival = try #require(model.scorer.classes.firstIndex(of: understanding.runnerUp))
    let bias = model.scorer.models[best].bias - model.scorer.models[rival].bias
    let difference =
      (understanding.scores[understanding.intent] ?? 0)
      - (understanding.scores[understanding.runnerUp] ?? 0)
    #expect(abs(sum + bias - difference) < 1e-3)
    #expect(reasons.words().first?.word == "bulletin")
    let nearest = reasons.nearest(2)
    #expect(nearest.count == 2)
    #expect(nearest[0].line.label == "bulletin")
  }

  @Test("a keyword that an agent adds teaches the model")
  func keyword() throws {
    var answers = CallFixtures.answers
    let said = "le papier bleu du trimestre"
    answers[2].keywords = ["papier bleu", "trimestre"]
    let lines = LineBuilder.lines(CallFixtures.utterances) + LineBuilder.lines(answers)
    let model = try IntentTraining(lines: lines).run().model
    #expect(model.understand(said).intent == "debit")
  }

  @Test("one class is too little")
  func tooLittle() {
    let lines = (0..<30).map { TrainingLine(text: "mot \($0)", label: "one") }
    #expect(throws: (any Error).self) { try IntentTraining(lines: lines).run() }
  }

  @Test("thresholds hold what the supervisor accepts, and are cautious on few calls")
  func thresholds() {
    var cases: [DecisionThresholds.Case] = []
    for number in 0..<200 {
      let isRight = number > 100 || number.isMultiple(of: 3)
      cases.append(
        DecisionThresholds.Case(
          confidence: Double(number) / 200, isRight: isRight, isOutside: number < 20))
    }
    let strict = DecisionThresholds.derive(cases, target: 0.02)
    let loose = DecisionThresholds.derive(cases, target: 0.2)
    #expect(strict.answer > loose.answer)
    #expect(strict.falseAnswers <= 0.02)
    #expect(strict.falseAnswersBound > strict.falseAnswers)
    #expect(DecisionThresholds.derive(Array(cases.prefix(50)), target: 0.1).answer > 1)
  }
}
