import Foundation
import Learning
import Review
import ReviewStore
import Testing

@testable import Calls

/// What agents teach, why something was understood, and questions too close to tell.
@Suite struct TeachingTests {
  private static let trained = Result { try CallFixtures.model() }

  // MARK: Reasons

  @Test func wordsAlwaysSumToTheDifference() throws {
    let model = try Self.trained.get()
    var generator = SplitMix64(seed: 141)
    let words = [
      "bulletin", "paie", "congés", "vacances", "date", "prélèvement", "où", "est", "le", "de",
      "zorglub",
    ]
    for _ in 0..<60 {
      let text = (0..<1 + generator.below(8)).map { _ in words[generator.below(words.count)] }
        .joined(separator: " ")
      let heard = model.understand(text)
      let reasons = IntentReasons(model: model, understanding: heard)
      let best = try #require(model.scorer.classes.firstIndex(of: heard.intent))
      let rival = try #require(model.scorer.classes.firstIndex(of: heard.runnerUp))
      let bias = model.scorer.models[best].bias - model.scorer.models[rival].bias
      let difference = (heard.scores[heard.intent] ?? 0) - (heard.scores[heard.runnerUp] ?? 0)
      let list = reasons.words()
      let sum = list.reduce(Double(bias)) { $0 + $1.value }
      #expect(abs(sum - difference) < 1e-3, "\(text)")
      let strengths = list.map { abs($0.value) }
      #expect(strengths == strengths.sorted(by: >) && list.count == heard.utterance.words.count)
      let cosines = reasons.nearest(5).map(\.cosine)
      #expect(cosines == cosines.sorted(by: >) && cosines.allSatisfy { $0 > 0 && $0 <= 1.0001 })
    }
  }

  @Test func whatWasLearnedWordForWordIsNearest() throws {
    let model = try Self.trained.get()
    for said in ["où est le bulletin de paie", "jours de congés restants", "date du prélèvement"] {
      let nearest = IntentReasons(model: model, understanding: model.understand(said)).nearest(1)
      #expect(nearest.count == 1 && nearest[0].cosine > 0.95, "\(said)")
    }
    let none = IntentReasons(model: model, understanding: model.understand("ЖЖЖ"))
    #expect(none.nearest(3).isEmpty && none.words().allSatisfy { $0.value == 0 })
  }

  // MARK: Two questions too close to tell

  /// Two intents that people ask in the same words.
  private static let close = Result { () throws -> IntentModel in
    let said = [
      "mon papier de salaire", "le papier du mois", "ma feuille", "le document du salarié",
    ]
    let lines = (0..<30).flatMap { number in
      said.flatMap { text in
        [TrainingLine(text: text, label: "bulletin"), TrainingLine(text: text, label: "conges")]
      } + [TrainingLine(text: "date du prélèvement \(number)", label: "debit")]
    }
    return try IntentTraining(lines: lines).run().model
  }

  private func asked() throws -> (bot: Conversation, titles: [String]) {
    var model = try Self.close.get()
    model.thresholds = DecisionThresholds(
      answer: 1.01, confirm: 0, falseAnswers: 0, falseAnswersBound: 1, caseCount: 0)
    var bot = Conversation(
      model: model,
      policy: DialoguePolicy(
        thresholds: model.thresholds, answers: CallFixtures.answers, services: [],
        today: CalendarDate(iso: "2026-11-20")))
    _ = bot.receive(.started)
    let said = bot.receive(.heard("mon papier de salaire")).said
    let titles = ["Bulletin de paie", "Congés payés"].sorted { left, right in
      let places = [left, right].map { said.range(of: $0)?.lowerBound ?? said.endIndex }
      return places[0] < places[1]
    }
    return (bot, titles)
  }

  private static func text(_ title: String) -> String {
    title == "Bulletin de paie" ? "espace" : "volet"
  }

  @Test func bothAreNamed() throws {
    let (bot, titles) = try asked()
    let prompt = bot.log.last?.text ?? ""
    #expect(prompt == Prompts.which(titles[0], titles[1]), "\(prompt)")
  }

  @Test(arguments: [
    ("1", 0), ("2", 1), ("le premier", 0), ("la deuxième", 1), ("un", 0), ("deux", 1),
    ("la seconde", 1),
  ])
  func oneOfTwoIsChosen(said: String, place: Int) throws {
    let (asked, titles) = try asked()
    var bot = asked
    let isKey = said.count == 1
    let outputs = bot.receive(isKey ? .key(said.first ?? "0") : .heard(said))
    #expect(outputs.said.contains(Self.text(titles[place])), "\(outputs)")
    #expect(bot.outcome == "answered")
  }

  @Test(arguments: ["3", "aucun des deux", "non", "ni l'un ni l'autre", "aucune"])
  func neitherIsChosen(said: String) throws {
    var bot = try asked().bot
    let outputs = bot.receive(said.count == 1 ? .key(said.first ?? "0") : .heard(said))
    #expect(outputs.said == Prompts.rephrase && bot.outcome != "answered", "\(outputs)")
  }

  // MARK: Decisions

  private static let seen = Decision.Seen(
    model: nil, score: 0.5, rank: 1, seconds: 3, language: .french)

  private static func decision(
    _ suggestion: String, _ verdict: Verdict, reason: String? = nil,
    correction: [String: String] = [:],
    part: String? = nil
  ) -> TrainingRequest.LabelledDecision {
    TrainingRequest.LabelledDecision(
      sequence: 1, agent: "marie", time: CallsBench.now,
      decision: Decision(
        suggestion: suggestion, part: part, project: .calls, verdict: verdict, reason: reason,
        correction: correction,
        seen: seen), naturalKey: suggestion, features: nil, selection: Selection(.best))
  }

  /// A store of fixtures with one case, and what a candidate makes of decisions on it.
  private func learned(
    _ decisions: (Suggestion) -> [TrainingRequest.LabelledDecision]
  ) throws -> (summary: TrainingSummary, model: IntentModel) {
    let bench = CallsBench()
    let lines = CallFixtures.utterances.map { "\($0.text)\t\($0.intent)\n" }.joined()
    let dialogue = #"{"call":"1","caller":"0353010123","time":1793865700,"turns":"#
    try bench.analyse([
      "u.tsv": "text\tintent\n" + lines,
      "d.jsonl": dialogue + #"[{"who":"caller","text":"zorglub kabouter du mois"}]}"# + "\n",
    ])
    let suggestion = try #require(try bench.list().first)
    let outcome = try bench.engine.train(
      TrainingRequest(
        decisions: decisions(suggestion), circumstances: try bench.circumstances(), lastSequence: 5),
      records: bench.store.records, observer: bench.observer)
    guard case .candidate(let content, let summary) = outcome else {
      throw EngineError.unknownName("candidate")
    }
    return (summary, try CallsModel(data: content).intents)
  }

  @Test func aCorrectionIsLearned() throws {
    let (summary, model) = try learned { item in
      [
        Self.decision(
          item.id, .accept, correction: ["text": "zorglub kabouter du mois", "intent": "conges"])
      ]
    }
    #expect(summary.decisionCount == 1 && summary.lastSequence == 5)
    #expect(model.understand("zorglub kabouter du mois").intent == "conges")
    #expect(model.lines.contains { $0.origin == .correction && $0.label == "conges" })
  }

  @Test func whatIsPutAsideIsOutOfScope() throws {
    let (summary, model) = try learned { item in
      [Self.decision(item.id, .reject, reason: CallsPanel.outOfScope)]
    }
    #expect(summary.decisionCount == 1)
    #expect(model.understand("zorglub kabouter du mois").isOutOfScope)
  }

  @Test(arguments: ["handled", "wrong-number", "empty", "wrong-intent"])
  func otherReasonsTeachNothing(reason: String) throws {
    let (summary, model) = try learned { item in [Self.decision(item.id, .reject, reason: reason)] }
    #expect(summary.decisionCount == 0)
    #expect(model.lines.allSatisfy { !$0.text.contains("zorglub") })
  }

  @Test func partsAndUnknownCasesTeachNothing() throws {
    let (summary, _) = try learned { item in
      [
        Self.decision(item.id, .accept, part: "p"), Self.decision("inconnu", .accept),
        Self.decision("inconnu", .reject, reason: CallsPanel.outOfScope),
      ]
    }
    #expect(summary.decisionCount == 0)
  }

  @Test func theSummaryIsInBothLanguages() throws {
    let (summary, _) = try learned { _ in [] }
    for text in summary.remarks + summary.figures.map(\.name) {
      #expect(!text.fr.isEmpty && !text.en.isEmpty)
    }
    #expect(summary.figures.allSatisfy { (0...1).contains($0.after) })
    #expect(summary.figures.count == 3 && summary.exampleCount > 100)
  }
}
