import Learning
import Review
import Testing

@testable import Calls

/// What the bot does, decision by decision.
@Suite struct DialoguePolicyTests {
  private static let today = CalendarDate(iso: "2026-11-20")!
  private static let thresholds = DecisionThresholds(
    answer: 0.8, confirm: 0.4, falseAnswers: 0.01, falseAnswersBound: 0.05, caseCount: 200)

  private static func understanding(
    _ intent: String, _ confidence: Double, said: String = "le bulletin", none: Double = -9,
    second: (String, Double) = ("conges", -3)
  ) -> Understanding {
    Understanding(
      utterance: Utterance(said), intent: intent, confidence: confidence, runnerUp: second.0,
      scores: [intent: 1, second.0: second.1, TrainingLine.none: none])
  }

  private static func policy(
    _ answers: [Answer] = CallFixtures.answers, today: CalendarDate? = today
  ) -> DialoguePolicy {
    DialoguePolicy(
      thresholds: thresholds, answers: answers, services: CallFixtures.services, today: today)
  }

  private static func answer(
    _ kind: Answer.Kind, key: String = "bulletin/9", from: String? = nil, to: String? = nil,
    checked: String? = "2026-11-01", text: String = "Texte dit.", source: String = "fiche"
  ) -> Answer {
    Answer(
      key: key, intent: "bulletin", title: LocalizedText(same: "Bulletin"), kind: kind, text: text,
      source: source, checked: checked.flatMap { CalendarDate(iso: $0) },
      validFrom: from.flatMap { CalendarDate(iso: $0) },
      validTo: to.flatMap { CalendarDate(iso: $0) })
  }

  // MARK: Decisions

  @Test(arguments: [
    (1.0, TurnDecision.answer), (0.8, .answer), (0.799, .confirm), (0.4, .confirm),
    (0.399, .rephrase), (0, .rephrase),
  ])
  func confidenceDecides(confidence: Double, decision: TurnDecision) {
    #expect(Self.policy().decide(Self.understanding("bulletin", confidence)) == decision)
  }

  @Test(arguments: [
    ("un huissier est venu", TurnDecision.handoff), ("ma nounou garde les enfants", .redirect),
    ("le temps qu'il fait", .rephrase),
  ])
  func whatIsOutOfScopeIsNeverAnswered(said: String, decision: TurnDecision) {
    let heard = Self.understanding("bulletin", 1, said: said, none: 5)
    #expect(Self.policy().decide(heard) == decision)
  }

  @Test(arguments: [(0.9, TurnDecision.handoff), (0.4, .handoff), (0.3, .rephrase)])
  func whoeverWantsAPersonGetsOne(confidence: Double, decision: TurnDecision) {
    let heard = Self.understanding(DialoguePolicy.personIntent, confidence)
    #expect(Self.policy().decide(heard) == decision)
  }

  @Test(arguments: [
    (Answer.Kind.answer, TurnDecision.answer), (.redirect, .redirect), (.handoff, .handoff),
  ])
  func theBaseSaysWhatIsDone(kind: Answer.Kind, decision: TurnDecision) {
    let policy = Self.policy([Self.answer(kind)])
    #expect(policy.decide(Self.understanding("bulletin", 1)) == decision)
  }

  @Test func anIntentWithoutAnAnswerGoesToAPerson() {
    #expect(Self.policy().decide(Self.understanding("inconnu", 1)) == .handoff)
    #expect(Self.policy([]).decide(Self.understanding("inconnu", 1)) == .answer)
  }

  // MARK: Which answer may be spoken

  @Test(
    arguments: [
      (nil, nil, "2026-11-01", "t", "s", nil), ("2026-11-20", nil, "2026-11-01", "t", "s", nil),
      ("2026-11-21", nil, "2026-11-01", "t", "s", .early),
      (nil, "2026-11-20", "2026-11-01", "t", "s", nil),
      (nil, "2026-11-19", "2026-11-01", "t", "s", .expired), (nil, nil, nil, "t", "s", .unchecked),
      (nil, nil, "2026-11-01", "", "s", .empty), (nil, nil, "2026-11-01", "t", "", .unsourced),
      ("2026-11-21", "2026-11-19", "2026-11-01", "t", "s", .early),
    ] as [(String?, String?, String?, String, String, Answer.Refusal?)])
  func anAnswerHoldsOnItsDays(
    from: String?, to: String?, checked: String?, text: String, source: String,
    refusal: Answer.Refusal?
  ) {
    let answer = Self.answer(
      .answer, from: from, to: to, checked: checked, text: text, source: source)
    #expect(answer.refusal(on: Self.today) == refusal)
    let policy = Self.policy([answer])
    #expect((policy.answer(to: "bulletin") == nil) == (refusal != nil))
    #expect(policy.refused("bulletin").map(\.reason) == (refusal.map { [$0] } ?? []))
  }

  @Test func everyRefusalHasWords() {
    let reasons: [Answer.Refusal] = [.unchecked, .unsourced, .early, .expired, .empty]
    #expect(Set(reasons.map(\.title.fr)).count == reasons.count)
    #expect(Set(reasons.map(\.title.en)).count == reasons.count)
    #expect(Set(TurnDecision.allCases.map(\.title.fr)).count == TurnDecision.allCases.count)
    #expect(Set(TurnDecision.allCases.map(\.title.en)).count == TurnDecision.allCases.count)
  }

  @Test func theOrderOfRowsDecidesNothing() {
    let rows = [
      Self.answer(.answer, key: "a", from: "2024-01-01", text: "vieux"),
      Self.answer(.answer, key: "b", from: "2026-01-01", text: "neuf"),
      Self.answer(.answer, key: "c", text: "toujours"),
      Self.answer(.answer, key: "d", from: "2027-01-01", text: "demain"),
      Self.answer(.answer, key: "e", from: "2026-01-01", text: "neuf aussi"),
    ]
    var generator = SplitMix64(seed: 71)
    for _ in 0..<20 {
      let order = generator.permutation(rows.count).map { rows[$0] }
      #expect(Self.policy(order).answer(to: "bulletin")?.text == "neuf")
    }
  }

  @Test func withoutADayEveryCheckedAnswerCounts() {
    let policy = Self.policy([Self.answer(.answer, to: "2020-01-01")], today: nil)
    #expect(policy.answer(to: "bulletin") != nil)
    #expect(policy.refused("bulletin").isEmpty)
    #expect(
      Self.policy([Self.answer(.answer, checked: nil)], today: nil).answer(to: "bulletin") == nil)
  }

  // MARK: Services

  @Test(arguments: [
    ("ma nounou", "p"), ("le cesu de mon jardinier", "c"), ("nounou et jardinier et ménage", "c"),
    ("rien de cela", ""), ("", ""), ("de la", ""),
  ])
  func theServiceWhoseWordsAreUsedMost(said: String, code: String) {
    let services = [
      RedirectService(code: "p", name: "Pajemploi", keywords: ["nounou", "de la"]),
      RedirectService(code: "c", name: "Cesu", keywords: ["jardinier", "ménage"]),
    ]
    #expect((services.best(for: Utterance(said))?.code ?? "") == code)
    #expect((services.reversed().best(for: Utterance(said))?.code ?? "") == code)
  }

  // MARK: Understanding

  @Test(arguments: [(0.0, 0.0), (1.0, 0.632), (20.0, 1.0), (-1.0, 0.0)])
  func theMarginIsAShare(gap: Double, margin: Double) {
    let heard = Self.understanding("bulletin", 0.5, second: ("conges", 1 - gap))
    #expect(abs(heard.margin - margin) < 0.001)
  }

  @Test func withoutANoneClassNothingIsOutOfScope() {
    let heard = Understanding(
      utterance: Utterance("x"), intent: "a", confidence: 0.1, runnerUp: "", scores: ["a": -9])
    #expect(!heard.isOutOfScope)
    #expect(heard.margin == 1, "there is no second")
  }
}

/// Calls as they may go.
@Suite struct CallFlowTests {
  private static let today = CalendarDate(iso: "2026-11-20")!
  private static let trained = Result { try CallFixtures.model() }

  private func bot(
    _ answers: [Answer] = CallFixtures.answers, confirm: Bool = false
  ) throws -> Conversation {
    var model = try Self.trained.get()
    if confirm {
      model.thresholds = .cautious
      model.thresholds.confirm = 0
    }
    return Conversation(
      model: model,
      policy: DialoguePolicy(
        thresholds: model.thresholds, answers: answers, services: CallFixtures.services,
        today: Self.today))
  }

  @Test func anAnswerThatSendsElsewhereIsSpoken() throws {
    var answers = CallFixtures.answers
    answers[0].kind = .redirect
    answers[0].text = "Appelez le Tese."
    var bot = try bot(answers)
    _ = bot.receive(.started)
    let outputs = bot.receive(.heard("où est le bulletin de paie"))
    #expect(outputs.said == "Appelez le Tese.")
    #expect(outputs.last == .hangUp && bot.outcome == "redirected" && bot.isOver)
  }

  @Test func anAnswerThatHandsOverDoes() throws {
    var answers = CallFixtures.answers
    answers[0].kind = .handoff
    var bot = try bot(answers)
    _ = bot.receive(.started)
    #expect(bot.receive(.heard("où est le bulletin de paie")).handOver == "bulletin")
    #expect(bot.outcome == "handoff")
  }

  @Test(arguments: [
    ("oui", "espace"), ("oui c'est bien ça exactement merci beaucoup", "espace"), ("un", "espace"),
    ("exact", "espace"), ("voilà", "espace"),
  ])
  func yesIsTheProposedQuestion(said: String, heard: String) throws {
    var bot = try bot(confirm: true)
    _ = bot.receive(.started)
    #expect(bot.receive(.heard("où est le bulletin de paie")).said.contains("Bulletin de paie"))
    #expect(bot.receive(.heard(said)).said.contains(heard))
  }

  @Test(arguments: [
    "non", "aucun", "aucune des deux", "non pas du tout", "ni l'un ni l'autre", "deux",
  ])
  func noIsAskedAgain(said: String) throws {
    var bot = try bot(confirm: true)
    _ = bot.receive(.started)
    _ = bot.receive(.heard("où est le bulletin de paie"))
    let outputs = bot.receive(.heard(said))
    #expect(outputs.said == Prompts.rephrase, "\(outputs)")
  }

  @Test func anotherQuestionIsNoChoice() throws {
    var bot = try bot(confirm: true)
    _ = bot.receive(.started)
    _ = bot.receive(.heard("où est le bulletin de paie"))
    // « une » and « un » are words of the question, not the first choice.
    let outputs = bot.receive(
      .heard("je voudrais déclarer une semaine de vacances pour un salarié"))
    #expect(!outputs.said.contains("espace"))
    #expect(outputs.said.contains("Congés payés"))
  }

  @Test(arguments: [
    ("1", "espace"), ("2", "compris"), ("9", "compris"), ("*", "compris"), ("٣", "compris"),
  ])
  func keysChoose(key: Character, heard: String) throws {
    var bot = try bot(confirm: true)
    _ = bot.receive(.started)
    _ = bot.receive(.heard("où est le bulletin de paie"))
    #expect(bot.receive(.key(key)).said.contains(heard))
    #expect(bot.log.contains(.init(isBot: false, text: "[\(key)]")))
  }

  @Test func twoSilencesGoToAPersonButWordsBetweenDoNot() throws {
    var bot = try bot()
    _ = bot.receive(.started)
    #expect(bot.receive(.silence).said == Prompts.silence)
    _ = bot.receive(.heard("où est le bulletin de paie"))
    #expect(bot.receive(.silence).handOver == nil)
    #expect(bot.receive(.silence).handOver == "silence")
  }

  @Test func aRecordingEndsTheCall() throws {
    var bot = try bot()
    _ = bot.receive(.started)
    #expect(bot.receive(.recorded) == [.say(Prompts.recorded), .hangUp])
    #expect(bot.outcome == "recorded" && bot.isOver)
  }

  @Test func withoutAModelAPersonTakesTheCall() {
    var bot = Conversation(
      model: nil,
      policy: DialoguePolicy(thresholds: .cautious, answers: [], services: [], today: nil))
    _ = bot.receive(.started)
    #expect(bot.receive(.heard("bonjour le bulletin")).handOver == "aucun modèle appris")
  }

  @Test func whateverComesTheCallEndsAndIsLogged() throws {
    var generator = SplitMix64(seed: 72)
    for _ in 0..<30 {
      var bot = try bot(confirm: generator.below(2) == 0)
      var inputs = 0
      _ = bot.receive(.started)
      while !bot.isOver {
        inputs += 1
        switch generator.below(4) {
        case 0: _ = bot.receive(.key(Character(generator.digits(1))))
        case 1: _ = bot.receive(.silence)
        default: _ = bot.receive(.heard(generator.hostileText(generator.below(200))))
        }
        #expect(inputs <= Conversation.turnLimit + 1)
      }
      #expect(["answered", "handoff", "redirected", "recorded", "hangup"].contains(bot.outcome))
      #expect(bot.log.allSatisfy { $0.text.count <= UtteranceFile.longest })
      #expect(bot.receive(.heard("encore")).isEmpty)
    }
  }

  @Test func theSameCallGoesTheSameWay() throws {
    func run() throws -> [Conversation.Output] {
      var bot = try bot()
      return [
        .started, .heard("une semaine de vacances"), .key("#"), .silence, .heard("au revoir"),
      ]
      .flatMap { bot.receive($0) }
    }
    #expect(try run() == run())
  }
}
