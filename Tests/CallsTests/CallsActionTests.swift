import Foundation
import Learning
import Review
import ReviewStore
import Testing

@testable import Calls

/// Each action of the panel, in both languages, and what makes it refuse.
@Suite struct CallsActionTests {
  private static let shared = Result { try CallsBench.filled() }

  private func bench() throws -> CallsBench { try Self.shared.get() }

  private func suggestion(_ words: String) throws -> Suggestion {
    try #require(
      try bench().list().first { CallsActions.utterance(of: $0)?.contains(words) == true },
      "\(words)")
  }

  private func text(_ result: ActionResult) -> [String]? {
    if case .text(let lines) = result { lines } else { nil }
  }

  // MARK: What the panel declares

  @Test func everyDeclaredActionRuns() throws {
    let first = try #require(try bench().list().first)
    for action in CallsPanel.panel.actions {
      do {
        _ = try bench().act(
          action.name, ["intent": "bulletin_paie", "text": "Réponse."], on: first)
      } catch EngineError.unknownName(let name) {
        Issue.record("\(action.name) is declared and unknown: \(name)")
      } catch {}
    }
    #expect(throws: EngineError.unknownName("danser")) { try bench().act("danser") }
  }

  @Test func thePanelSpeaksBothLanguages() {
    let panel = CallsPanel.panel
    var texts = [panel.item.one, panel.item.other, panel.feedingHint]
    texts += panel.facets.map(\.title) + panel.facets.flatMap(\.words)
    texts += panel.rejectionReasons.map(\.title) + panel.actions.flatMap { [$0.title, $0.help] }
    texts += panel.actions.flatMap { $0.parameters.map(\.title) }
    texts += panel.tables.flatMap { [$0.title] + $0.columns.map(\.title) }
    texts += panel.evaluationTasks.map(\.title) + panel.followUp.states.map(\.title)
    for text in texts { #expect(!text.fr.isEmpty && !text.en.isEmpty) }
  }

  @Test func keysAndNamesAreTheirOwn() {
    let panel = CallsPanel.panel
    for names in [
      panel.actions.map(\.name), panel.actions.compactMap(\.key), panel.rejectionReasons.map(\.key),
      panel.rejectionReasons.map(\.code), panel.tables.map(\.name), panel.facets.map(\.name),
    ] { #expect(Set(names).count == names.count, "\(names)") }
    #expect(Set(panel.columns).isSubset(of: panel.facets.map(\.name)))
  }

  @Test func everyStateCanBeLeftOrIsFinal() {
    let scheme = CallsPanel.panel.followUp
    let codes = Set(scheme.states.map(\.code))
    for move in scheme.moves { #expect(codes.contains(move.from) && codes.contains(move.to)) }
    for state in scheme.states {
      #expect(state.isFinal != scheme.moves.contains { $0.from == state.code }, "\(state.code)")
    }
  }

  @Test(arguments: CallsPanel.panel.tables.map(\.name))
  func tablesCheckTheirRows(name: String) throws {
    let table = try #require(CallsPanel.panel.tables.first { $0.name == name })
    #expect(throws: (any Error).self) { try table.validated(KnowledgeRow(key: "", values: [:])) }
    for row in table.initialRows { _ = try table.validated(row) }
  }

  // MARK: Teaching

  @Test(arguments: ["", "inconnu", "BULLETIN_PAIE", "bulletin_paie ", "🙂"])
  func anIntentThatNobodyWroteIsRefused(intent: String) throws {
    let first = try suggestion("papier bleu")
    #expect(throws: EngineError.self) { try bench().act("intent", ["intent": intent], on: first) }
  }

  @Test(arguments: ["intent", "outside", "protect", "write", "callback", "play"])
  func withoutACallThereIsNothingToActOn(name: String) throws {
    #expect(throws: EngineError.unknownName("suggestion")) {
      try bench().act(name, ["intent": "bulletin_paie", "text": "Réponse."])
    }
  }

  @Test(arguments: [("", true), ("pajemploi", true), ("inconnu", false), ("Pajemploi", false)])
  func aServiceIsOneOfTheTable(code: String, isKnown: Bool) throws {
    let first = try suggestion("papier bleu")
    guard isKnown else {
      #expect(throws: EngineError.self) { try bench().act("outside", ["service": code], on: first) }
      return
    }
    guard case .decision(let decision) = try bench().act("outside", ["service": code], on: first)
    else {
      Issue.record("putting aside is a decision")
      return
    }
    #expect(decision.verdict == .reject && decision.reason == CallsPanel.outOfScope)
    #expect(decision.correction["intent"] == TrainingLine.none)
    #expect(decision.correction["service"] == (code.isEmpty ? nil : code))
  }

  @Test func protectingKeepsTheWordsAndTheIntent() throws {
    let understood = try #require(
      try bench().list().first { item in
        item.facets.contains { $0.name == "intent" } && CallsActions.utterance(of: item) != nil
      })
    guard case .knowledge("protected", let rows) = try bench().act("protect", on: understood) else {
      Issue.record("a protected case is a row")
      return
    }
    #expect(
      rows.map { $0.values["intent"] } == [understood.facets.first { $0.name == "intent" }?.value])
    #expect(rows.first?.values["text"] == CallsActions.utterance(of: understood))
    #expect(throws: EngineError.self) {
      try bench().act("protect", on: try suggestion("papier bleu"))
    }
  }

  // MARK: Writing an answer

  private func written(_ parameters: [String: String]) throws -> KnowledgeRow {
    let result = try bench().act("write", parameters, on: try suggestion("papier bleu"))
    guard case .knowledge("answers", let rows) = result, let row = rows.first else {
      throw EngineError.unknownName("rows")
    }
    return row
  }

  @Test func aDraftIsNeverSpoken() throws {
    let row = try written(["text": "Une réponse.", "source": "fiche", "valid_to": "2027-02-28"])
    let answer = try #require(AnswerRow.answers([row]).first)
    #expect(answer.refusal(on: CallsBench.today) == .unchecked)
    #expect(answer.validTo?.iso == "2027-02-28" && answer.validFrom == CallsBench.today)
    #expect(answer.intent.hasPrefix("nouveau_"))
    let table = try #require(CallsPanel.panel.tables.first { $0.name == "answers" })
    _ = try table.validated(row)
  }

  @Test(arguments: ["", String(repeating: "a", count: 1501)])
  func anAnswerHasALength(text: String) {
    #expect(throws: EngineError.self) { try written(["text": text]) }
  }

  @Test(arguments: ["2027-02-29", "demain", "31/12/2027", "2027-13-01", "2027-01-01T00:00", "2027"])
  func anAnswerThatWouldNeverExpireIsRefused(day: String) {
    #expect(throws: EngineError.self) { try written(["text": "Réponse.", "valid_to": day]) }
  }

  @Test func aDraftTakesNoOtherAnswersPlace() throws {
    let bench = CallsBench()
    try bench.analyse([
      "a.csv": """
      key,intent,title_fr,answer_fr,source,checked
      paie/1,paie,Paie,Une.,fiche,2026-11-01
      paie/3,paie,Paie,Trois.,fiche,2026-11-01

      """,
      "d.jsonl": #"{"call":"1","time":1793865700,"turns":[{"who":"caller","text":"la paie"}]}"#
        + "\n",
    ])
    var suggestion = try #require(try bench.list().first)
    suggestion.facets.append(Facet("intent", "paie"))
    guard case .knowledge(_, let rows) = try bench.act("write", ["text": "Neuve."], on: suggestion)
    else {
      Issue.record("no rows")
      return
    }
    #expect(rows.map(\.key) == ["paie/4"], "two answers, and the third key is taken")
  }

  // MARK: Ringing and listening

  @Test(arguments: InterfaceLanguage.allCases)
  func callingBackSaysWhatToSay(language: InterfaceLanguage) throws {
    let first = try #require(try bench().list().first)
    guard
      case .disclosure(let lines, let reason) = try bench().act(
        "callback", on: first, language: language)
    else {
      Issue.record("a number is shown by a disclosure")
      return
    }
    let isFrench = language == .french
    #expect(
      lines[0].hasPrefix(isFrench ? "Rappeler le 03 53 01 01 23" : "Call back 03 53 01 01 23"))
    #expect(lines.last?.hasPrefix(isFrench ? "Puis f" : "Then f") == true)
    #expect(reason == (isFrench ? "rappel de l'appelant" : "calling back"))
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func aHiddenNumberCannotBeRung(language: InterfaceLanguage) throws {
    let hidden = try #require(try bench().list().first { $0.place == "numéro masqué" })
    let lines = try #require(text(try bench().act("callback", on: hidden, language: language)))
    #expect(
      lines == [
        language == .french
          ? "Numéro masqué : impossible de rappeler." : "Hidden number: no way to call back."
      ])
  }

  @Test func aCasePastItsRetentionIsToldSo() throws {
    let first = try #require(try bench().list().first)
    let gone = Suggestion(
      project: .calls, naturalKey: "caller|autre", title: "", place: "", score: first.score,
      provenance: first.provenance)
    for name in ["callback", "play"] {
      #expect(throws: EngineError.self) { try bench().act(name, on: gone) }
    }
  }

  private struct Silence: SpeechSynthesising {
    func wave(of text: SpokenText) throws -> Data {
      WaveFile.data([1, 2, 3], rate: 8000) + Data(text.words.utf8)
    }
  }

  @Test func theRecordingIsPlayedElseTheAnswer() throws {
    let sound = WaveFile.data([Int16](repeating: 5, count: 200), rate: 8000)
    let files = [
      "msg0000.txt": Data("[message]\ncallerid=\"A\" <0353010123>\norigtime=1793865900\n".utf8),
      "msg0000.wav": sound,
    ]
    try CallFiles.with(files) { folder in
      var bench = CallsBench()
      bench.engine = CallsEngine(speech: Silence())
      try bench.analyse([folder])
      let suggestion = try #require(try bench.list().first)
      guard case .sound(let played) = try bench.act("play", on: suggestion) else {
        Issue.record("a recording is a sound")
        return
      }
      #expect(played == sound)
      try Data("rien".utf8).write(to: folder.appendingPathComponent("msg0000.wav"))
      #expect(throws: EngineError.self) { try bench.act("play", on: suggestion) }
    }
  }

  @Test func anAnswerIsSpokenInWords() throws {
    var bench = try bench()
    bench.engine = CallsEngine(speech: Silence())
    let answered = try #require(
      try bench.list().first { item in
        "\(item.evidence)".contains("To say")
          && !item.facets.contains { $0.value == "message laissé" }
      })
    guard case .sound(let sound) = try bench.act("play", on: answered) else {
      Issue.record("an answer is a sound")
      return
    }
    let words = String(decoding: sound.dropFirst(50), as: UTF8.self)
    #expect(!words.isEmpty && !words.contains(where: \.isNumber) && !words.contains("«"))
    bench.engine = CallsEngine()
    #expect(throws: EngineError.self) { try bench.act("play", on: answered) }
  }

  // MARK: Talking to the bot

  @Test(arguments: InterfaceLanguage.allCases)
  func talkShowsTurnsAndWhatWasUnderstood(language: InterfaceLanguage) throws {
    let said = "où trouver le bulletin de paie / 12 euros / 0"
    let lines = try #require(text(try bench().act("talk", ["said": said], language: language)))
    let caller = language == .french ? "vous" : "you"
    #expect(lines.count { $0.hasPrefix(caller) } == 3)
    #expect(lines.first?.hasPrefix(language == .french ? "robot" : "bot") == true)
    #expect(lines.contains { $0.contains("12,00 €") })
    #expect(lines.last?.hasPrefix(language == .french ? "→ passé" : "→ handed over") == true)
  }

  @Test(arguments: ["", " / ", " /  / ", "🙂", "\u{0}\u{1B}[2J"])
  func talkingOfNothingIsSurvived(said: String) throws {
    #expect(text(try bench().act("talk", ["said": said]))?.isEmpty == false)
  }

  @Test func whoSaysNothingIsWelcomed() throws {
    #expect(text(try bench().act("talk"))?.count == 1)
  }

  @Test func aLongTalkIsBounded() throws {
    let said = Array(repeating: "bonjour", count: 500).joined(separator: " / ")
    let lines = try #require(text(try bench().act("talk", ["said": said])))
    #expect(lines.count { $0.hasPrefix("vous") } <= Conversation.turnLimit)
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func withoutAModelTalkHandsOverAndTopicsRefuse(language: InterfaceLanguage) throws {
    let empty = CallsBench()
    let lines = try #require(text(try empty.act("talk", ["said": "la paie"], language: language)))
    #expect(lines.last?.hasPrefix("→") == true)
    #expect(throws: EngineError.self) { try empty.act("topics", language: language) }
  }

  // MARK: Retention

  @Test(arguments: [
    (InterfaceLanguage.french, "Conservation : 90 jours."), (.english, "Retention: 90 days."),
  ])
  func retentionTellsWhatIsPast(language: InterfaceLanguage, start: String) throws {
    let bench = CallsBench()
    let old = CallsBench.now.milliseconds / 1000 - 91 * 86_400
    try bench.analyse([
      "msg0007.txt": "[message]\ncallerid=\"A\" <0353010123>\norigtime=\(old)\n",
      "msg0008.txt": "[message]\ncallerid=\"A\" <0353010123>\norigtime=\(old + 2 * 86_400)\n",
    ])
    let lines = try #require(text(try bench.act("retention", language: language)))
    #expect(lines[0].hasPrefix(start) && lines[0].contains("1 message, 0 dialogue"))
    #expect(lines.count == 2 && lines[1].hasSuffix("msg0007"))
  }
}

/// The bot of a centre on a day, and the candidates it is taught by.
@Suite struct CallBotTests {
  private static func circumstances(
    _ answers: [Answer] = CallFixtures.answers, model: ModelRecord? = nil
  ) -> AnalysisRequest {
    AnalysisRequest(
      today: CallsBench.today, now: CallsBench.now, model: model, pseudonymSalt: "s",
      knowledge: [
        "answers": answers.map { KnowledgeRow(key: $0.key, values: AnswerRow.values($0)) },
        "settings": [KnowledgeRow(key: "retention_days", values: ["value": "30"])],
      ])
  }

  private static func record(_ content: Data) -> ModelRecord {
    ModelRecord(
      project: .calls, version: 1, state: .active, created: CallsBench.now, content: content,
      sha256: "",
      summary: TrainingSummary(exampleCount: 0, decisionCount: 0, lastSequence: 0, figures: []))
  }

  @Test func whatHoldsTodayMayBeSaid() throws {
    var answers = CallFixtures.answers
    answers[0].validTo = CallsBench.today.adding(days: -1)
    answers[1].checked = nil
    let bot = try CallBot(Self.circumstances(answers))
    #expect(Set(bot.texts) == Set(Prompts.fixed + [answers[2].text]))
    #expect(bot.retentionDays == 30)
    #expect(bot.summary.fr.contains("aucun modèle") && bot.summary.en.contains("no model"))
  }

  @Test func aTaughtBotAnswers() throws {
    let content = try CallBot.teach(CallFixtures.utterances, circumstances: Self.circumstances())
    #expect(
      try content == CallBot.teach(CallFixtures.utterances, circumstances: Self.circumstances()))
    let bot = try CallBot(Self.circumstances(model: Self.record(content)))
    #expect(bot.summary.en == "3 intents, 3 valid answers, 0 never spoken")
    var call = bot.conversation()
    _ = call.receive(.started)
    #expect(call.receive(.heard("où est le bulletin de paie")).said.contains("espace"))
    #expect(throws: EngineError.damagedModel(version: 1)) {
      try CallBot(Self.circumstances(model: Self.record(content.dropLast(5))))
    }
    #expect(throws: (any Error).self) {
      try CallBot.teach([], circumstances: Self.circumstances([]))
    }
  }

  // MARK: Lines and protected cases

  @Test func whatAnAgentSaidStands() throws {
    var sources = CallSources()
    sources.utterances = [
      LabelledUtterance(text: "la fiche bleue", intent: "bulletin"),
      LabelledUtterance(text: "La fiche  bleue !", intent: "conges"),
      LabelledUtterance(text: "sans intention", intent: ""),
      LabelledUtterance(text: "autre", intent: "debit"),
      LabelledUtterance(text: "autre", intent: "debit"),
    ]
    let material = try CallsMaterial(
      sources, records: MemoryStore(agent: "m").records, knowledge: [:])
    let lines = CallsTraining.lines(
      material,
      spoken: [
        TrainingLine(text: "la fiche bleue", label: "conges", weight: 2, origin: .correction)
      ])
    #expect(lines.map(\.label).sorted() == ["conges", "debit"])
    #expect(lines.first?.origin == .correction)
  }

  @Test func protectedCasesAreCounted() throws {
    let model = try CallFixtures.model()
    let rows = [
      ("où est le bulletin de paie", "bulletin"), ("où est le bulletin de paie", "conges"),
      ("ma nounou garde mes enfants", "none"), ("où est le bulletin de paie", "oos"),
    ].map { KnowledgeRow(key: $0.0, values: ["text": $0.0, "intent": $0.1]) }
    let check = ProtectedCases(rows + [KnowledgeRow(key: "x", values: [:])])
    #expect(check.count == 4 && check.right(model) == 2)
    #expect(check.lost(from: model, to: model).isEmpty)
    let narrow = try IntentTraining(
      lines: LineBuilder.lines(CallFixtures.utterances.filter { $0.intent != "bulletin" })
    ).run().model
    #expect(check.lost(from: model, to: narrow).map(\.intent).contains("bulletin"))
  }

  @Test func tooLittleIsSaid() throws {
    let bench = CallsBench()
    let outcome = try bench.engine.train(
      TrainingRequest(decisions: [], circumstances: Self.circumstances([]), lastSequence: 0),
      records: bench.store.records, observer: bench.observer)
    guard case .tooLittle(let reason) = outcome else {
      Issue.record("learned from nothing")
      return
    }
    #expect(reason.fr.contains("0 énoncés") && reason.en.contains("0 utterances"))
  }
}
