import Foundation
import Learning
import Review
import ReviewStore
import Testing

@testable import Calls

/// A caller's case as it is ranked and shown.
@Suite struct CaseTests {
  private static let now = Timestamp(milliseconds: 1_793_865_600_000)
  private static let trained = Result { try CallFixtures.model() }

  private static func at(hoursAgo hours: Double) -> Timestamp { now.adding(seconds: -hours * 3600) }

  private static func item(
    _ said: [String] = [], number: String = "0353010123", calls: Int = 1, hours: Double = 0,
    wait: Int = 0, messages: [Voicemail] = []
  ) -> CallerCase {
    var item = CallerCase(
      key: "k", number: number,
      calls: (0..<calls).map { place in
        CallRecord(
          id: "\(place)", caller: number, start: at(hoursAgo: hours - Double(place) * 0.001),
          wait: wait,
          outcome: .abandoned, file: "queue_log", line: place + 1)
      })
    item.voicemails = messages
    if !said.isEmpty {
      item.dialogues = [
        BotDialogue(
          call: "0", caller: number, time: at(hoursAgo: hours),
          turns: [.init(isBot: true, text: Prompts.welcome)]
            + said.map { .init(isBot: false, text: $0) },
          outcome: "handoff")
      ]
    }
    return item
  }

  private static let tables = CallTables([
    "answers": CallFixtures.answers.map { KnowledgeRow(key: $0.key, values: AnswerRow.values($0)) }
      + [
        KnowledgeRow(
          key: "bulletin/0",
          values: [
            "intent": "bulletin", "title_fr": "Ancienne règle", "answer_fr": "Périmé.",
            "source": "f",
            "checked": "2020-01-01", "valid_to": "2021-01-01",
          ])
      ],
    "services": CallFixtures.services.map {
      KnowledgeRow(key: $0.code, values: ServiceRow.values($0))
    },
    "deadlines": [
      KnowledgeRow(key: "DSN", values: ["date": "2026-11-08", "intents": "bulletin"])
    ],
  ])

  private static func composer(_ isLearned: Bool = true) throws -> CaseComposer {
    CaseComposer(
      model: isLearned ? try trained.get() : nil, modelVersion: isLearned ? 3 : nil, tables: tables,
      today: now.day, now: now, engine: "calls 1", fileHashes: ["queue_log": "abc"])
  }

  private static func facet(_ suggestion: Suggestion, _ name: String) -> String? {
    suggestion.facets.first { $0.name == name }?.value
  }

  private static func facts(_ suggestion: Suggestion, _ title: String) -> FactsEvidence? {
    suggestion.evidence.compactMap { evidence -> FactsEvidence? in
      if case .facts(let facts) = evidence, facts.title.en == title { facts } else { nil }
    }.first
  }

  // MARK: Urgency

  private static func parts(_ item: CallerCase, deadlines: [Deadline] = []) -> [String: Double] {
    let urgency = CallUrgency(
      item: item, understanding: nil, thresholds: nil, isElsewhere: false,
      intentTitle: { LocalizedText(same: $0) }, deadlines: deadlines, now: now)
    return Dictionary(urgency.parts.map { ($0.name.en, $0.value) }, uniquingKeysWith: { $0 + $1 })
  }

  @Test(
    arguments: [
      (0.0, nil, 0.0), (1, "waiting for 1 h", 0.01), (23.9, "waiting for 23 h", 0.35),
      (24, "waiting for 1 d", 0.35), (48, "waiting for 2 d", 0.7), (240, "waiting for 10 d", 1.5),
      (100_000, "waiting for 4166 d", 1.5),
    ] as [(Double, String?, Double)])
  func waitingCountsUpToABound(hours: Double, name: String?, value: Double) {
    let parts = Self.parts(Self.item(hours: hours))
    #expect(parts.keys.first { $0.hasPrefix("waiting") } == name)
    if let name { #expect(abs((parts[name] ?? 0) - value) < 0.006) }
  }

  @Test(arguments: [(1, nil), (2, 0.7), (3, 1.4), (4, 2), (50, 2)] as [(Int, Double?)])
  func attemptsCountUpToABound(count: Int, value: Double?) {
    #expect(Self.parts(Self.item(calls: count))["\(count) attempts"] == value)
  }

  @Test(arguments: [(0, nil), (59, nil), (60, 0.1), (300, 0.5), (86_400, 0.6)] as [(Int, Double?)])
  func theQueueCountsUpToABound(wait: Int, value: Double?) {
    #expect(Self.parts(Self.item(wait: wait))["\(wait / 60) min in the queue"] == value)
  }

  @Test func aMessageRaisesAndAHiddenNumberLowers() {
    let message = Voicemail(name: "m", caller: "", time: Self.now)
    #expect(Self.parts(Self.item(messages: [message]))["message left"] == 0.7)
    #expect(Self.parts(Self.item(number: ""))["hidden number"] == -1.5)
  }

  @Test func aCallOfTheFutureWaitsForNothing() {
    #expect(Self.parts(Self.item(hours: -5)).keys.allSatisfy { !$0.hasPrefix("waiting") })
  }

  @Test(arguments: [(-1, nil), (0, 1.6), (1, 1.4), (5, 0.6), (6, nil)] as [(Int, Double?)])
  func aNearDeadlineCounts(days: Int, value: Double?) throws {
    let model = try Self.trained.get()
    let urgency = CallUrgency(
      item: Self.item(["où est le bulletin de paie"]),
      understanding: model.understand("où est le bulletin de paie"), thresholds: model.thresholds,
      isElsewhere: false, intentTitle: { LocalizedText(same: $0) },
      deadlines: [
        Deadline(title: "DSN", date: Self.now.day.adding(days: days), intents: ["bulletin"])
      ],
      now: Self.now)
    let found = urgency.parts.first { $0.name.en.hasPrefix("deadline “DSN”") }?.value
    #expect((found == nil) == (value == nil))
    if let value, let found { #expect(abs(found - value) < 1e-9) }
  }

  @Test func partsAreSortedByTheirStrength() {
    let item = Self.item(number: "", calls: 4, hours: 100, wait: 400)
    let urgency = CallUrgency(
      item: item, understanding: nil, thresholds: nil, isElsewhere: false,
      intentTitle: { LocalizedText(same: $0) }, deadlines: [], now: Self.now)
    let strengths = urgency.parts.map { abs($0.value) }
    #expect(strengths == strengths.sorted(by: >) && strengths.count == 4)
    #expect(urgency.parts.allSatisfy { !$0.name.fr.isEmpty && !$0.name.en.isEmpty })
  }

  // MARK: The list

  @Test(
    arguments: [
      (["où est le bulletin de paie"], "Bulletin de paie", "bulletin"),
      (["ma nounou garde mes enfants"], "Hors domaine", nil),
      (["ЖЖЖ"], "Personne n'a compris", nil),
      ([], "Appel sans message", nil),
    ] as [([String], String, String?)])
  func titlesTellWhatIsWanted(said: [String], title: String, intent: String?) throws {
    let suggestion = try Self.composer().suggestion(Self.item(said))
    #expect(suggestion.title == title)
    #expect(Self.facet(suggestion, "intent") == intent)
  }

  @Test func withoutAModelEverythingIsToBeUnderstood() throws {
    let suggestion = try Self.composer(false).suggestion(Self.item(["où est le bulletin de paie"]))
    #expect(suggestion.title == "À comprendre" && suggestion.provenance.model == nil)
    #expect(Self.facet(suggestion, "understanding") == "sans message")
    #expect(Self.facts(suggestion, "Understood") == nil)
  }

  @Test(
    arguments: [
      (1, 0.5, "1 appel", "0 h"), (2, 5, "2 appels", "5 h"), (3, 23.99, "3 appels", "23 h"),
      (1, 24, "1 appel", "1 j"), (12, 300, "12 appels", "12 j"),
    ] as [(Int, Double, String, String)])
  func facetsCount(calls: Int, hours: Double, count: String, waiting: String) throws {
    let suggestion = try Self.composer().suggestion(Self.item(calls: calls, hours: hours))
    #expect(Self.facet(suggestion, "calls") == count)
    #expect(Self.facet(suggestion, "waiting") == waiting)
    #expect(Self.facet(suggestion, "state") == "raccroché en attendant")
  }

  @Test func theStateIsTheLastThingThatHappened() throws {
    let composer = try Self.composer()
    let message = Voicemail(name: "m", caller: "", time: Self.now)
    #expect(
      Self.facet(composer.suggestion(Self.item(messages: [message])), "state") == "message laissé")
    #expect(Self.facet(composer.suggestion(Self.item(["bonjour"])), "state") == "robot")
    let alarm = composer.suggestion(Self.item(["un huissier est venu pour le bulletin"]))
    #expect(Self.facet(alarm, "urgency") == "huissier")
  }

  /// Every word that a facet may hold is known in both languages to the panel.
  @Test func facetsAreShownInBothLanguages() throws {
    let composer = try Self.composer()
    let message = Voicemail(name: "m", caller: "", time: Self.now)
    let cases = [
      Self.item(), Self.item(["où est le bulletin"]), Self.item(["ma nounou"]), Self.item(["ЖЖЖ"]),
      Self.item(calls: 3, hours: 50), Self.item(messages: [message]), Self.item(number: ""),
    ]
    let words = Dictionary(
      uniqueKeysWithValues: CallsPanel.panel.facets.map { ($0.name, $0.words.map(\.fr)) })
    let free: Set<String> = ["intent", "urgency"]
    for suggestion in cases.map({ composer.suggestion($0) }) {
      for facet in suggestion.facets where !free.contains(facet.name) {
        let known = words[facet.name] ?? []
        let rest = facet.value.filter { !$0.isNumber }.trimmingCharacters(in: .whitespaces)
        #expect(rest == "h" || rest == "%" || known.contains(rest), "\(facet.name) \(facet.value)")
      }
    }
  }

  @Test func scoresAreTheSumOfTheirReasons() throws {
    var generator = SplitMix64(seed: 111)
    let composer = try Self.composer()
    let said = ["où est le bulletin de paie", "ma nounou", "un huissier", "ЖЖЖ"]
    for _ in 0..<40 {
      let item = Self.item(
        generator.below(3) == 0 ? [] : [said[generator.below(said.count)]],
        number: generator.below(4) == 0 ? "" : generator.telephone(), calls: 1 + generator.below(5),
        hours: Double(generator.below(300)), wait: generator.below(700))
      let suggestion = composer.suggestion(item)
      #expect(suggestion == composer.suggestion(item), "same input, same suggestion")
      for case .contributions(let parts) in suggestion.evidence {
        #expect(abs(Logistic.sigmoid(parts.total) - suggestion.score.value) < 1e-9)
      }
      #expect(suggestion.priority >= suggestion.score.value)
    }
  }

  @Test func ofEqualCasesTheLongestWaitComesFirst() throws {
    let composer = try Self.composer()
    let older = composer.suggestion(Self.item(hours: 200))
    let newer = composer.suggestion(Self.item(hours: 199))
    #expect(older.score.value == newer.score.value && older.priority > newer.priority)
  }

  @Test func provenanceIsTheLastCall() throws {
    let suggestion = try Self.composer().suggestion(Self.item(calls: 3))
    #expect(suggestion.provenance.file == "queue_log" && suggestion.provenance.row == 3)
    #expect(suggestion.provenance.sha256 == "abc" && suggestion.provenance.model == 3)
  }

  @Test func aClosedCaseSaysSoAndIsLast() throws {
    let composer = try Self.composer()
    let open = composer.suggestion(Self.item(["où est le bulletin de paie"]))
    var answered = Self.item()
    answered.answered = Self.now
    let closed = composer.closed(open, answered)
    #expect(closed.id == open.id && closed.priority == 0 && closed.score.value == 0)
    #expect(Self.facet(closed, "state") == "répondu depuis")
    #expect(closed.facets.count { $0.name == "state" } == 1)
    #expect(Self.facts(closed, "Nothing left to do")?.facts.first?.value.fr == Self.now.iso)
  }

  // MARK: Evidence

  @Test func evidenceIsComplete() throws {
    let suggestion = try Self.composer().suggestion(
      Self.item(["où est le bulletin de paie"], calls: 10))
    let kinds = suggestion.evidence.map { evidence in
      switch evidence {
      case .contributions: "points"
      case .dialogue: "dialogue"
      case .facts(let facts): facts.title.en
      default: "other"
      }
    }
    #expect(kinds == ["points", "dialogue", "Understood", "Proposed answer", "Calls (UTC)"])
    #expect(Self.facts(suggestion, "Calls (UTC)")?.facts.count == 9, "eight calls and the order")
    for case .facts(let facts) in suggestion.evidence {
      for fact in facts.facts {
        for text in [facts.title, fact.name, fact.value, fact.source ?? LocalizedText(same: "-")] {
          #expect(!text.fr.isEmpty && !text.en.isEmpty)
        }
      }
    }
  }

  @Test func theAnswerIsProposedWithItsSourceAndTheOldOneRefused() throws {
    let suggestion = try Self.composer().suggestion(Self.item(["où est le bulletin de paie"]))
    let answer = try #require(Self.facts(suggestion, "Proposed answer"))
    let spoken = try #require(answer.facts.first { $0.name.en == "To say" })
    #expect(
      spoken.value.fr.contains("espace") && spoken.source?.en == "fiche, checked on 2026-11-01")
    let refused = try #require(answer.facts.first { $0.name.en == "Never spoken" })
    #expect(
      refused.value.en == "“Ancienne règle”: expired" && !refused.value.fr.contains("Périmé."))
  }

  @Test func whatIsElsewhereIsSentThere() throws {
    let suggestion = try Self.composer().suggestion(Self.item(["ma nounou garde mes enfants"]))
    let answer = try #require(Self.facts(suggestion, "Proposed answer"))
    #expect(answer.facts.first?.value.fr == "Pajemploi")
    #expect(answer.facts.last?.value == TurnDecision.redirect.title)
  }

  @Test func turnsAreInTheirOrderWithTheirSpeakers() throws {
    var item = Self.item(["la paie de 12 euros"], hours: 5)
    item.voicemails = [Voicemail(name: "m", caller: "", time: Self.now, duration: 7)]
    let suggestion = try Self.composer().suggestion(item)
    let dialogue = suggestion.evidence.compactMap { evidence -> DialogueEvidence? in
      if case .dialogue(let dialogue) = evidence { dialogue } else { nil }
    }.first
    let turns = try #require(dialogue?.turns)
    #expect(turns.map(\.isMachine) == [true, false, false])
    #expect(turns.map(\.speaker.en) == ["bot", "caller", "caller"])
    #expect(turns[1].highlights.map(\.label.fr) == ["montant"])
    #expect(turns[2].text == "(message de 7 s, pas encore transcrit)")
    #expect(dialogue?.document == Document.id(project: .calls, naturalKey: "dialogue|0"))
  }

  @Test func hostileWordsAreShownWithinTheirText() throws {
    var generator = SplitMix64(seed: 112)
    let composer = try Self.composer()
    for _ in 0..<30 {
      let suggestion = composer.suggestion(Self.item([generator.hostileText(40)]))
      for case .dialogue(let dialogue) in suggestion.evidence {
        for turn in dialogue.turns {
          let count = turn.text.unicodeScalars.count
          #expect(turn.highlights.allSatisfy { $0.span.end <= count })
        }
      }
    }
  }

  // MARK: Topics

  @Test func sharedWordsMakeTopics() throws {
    let finder = TopicFinder(model: try Self.trained.get(), services: CallFixtures.services)
    let groups = finder.groups([
      "le papier bleu du courrier", "un papier bleu au courrier", "le papier bleu du courrier",
      "xylophone violet", "où est le bulletin de paie", "ma nounou garde mes enfants", "", "le la",
    ])
    #expect(groups.map(\.utterances.count) == [2])
    #expect(groups.first?.name.contains("bleu") == true)
    #expect(finder.groups([]).isEmpty)
  }

  @Test func topicsAreBoundedAndStable() throws {
    let finder = TopicFinder(model: try Self.trained.get(), services: [])
    let said = (0..<600).map { "zorglub kabouter \($0 % 7) numéro xx\($0)" }
    let first = finder.groups(said)
    #expect(first.flatMap(\.utterances).count <= TopicFinder.limit)
    #expect(first.map(\.name) == finder.groups(said).map(\.name))
  }

  // MARK: Tables

  @Test(arguments: [("bulletin", "Bulletin de paie"), ("inconnu_total", "inconnu total"), ("", "")])
  func intentsHaveTitles(intent: String, title: String) {
    #expect(Self.tables.title(of: intent).fr == title)
  }

  @Test func rowsOfTheStoreWinOverThoseOfFiles() throws {
    var sources = CallSources()
    let row = { (text: String) in
      KnowledgeRow(key: "x/1", values: ["intent": "x", "title_fr": "X", "answer_fr": text])
    }
    sources.knowledge["answers"] = [row("du fichier")]
    let records = MemoryStore(agent: "m").records
    let alone = try CallsMaterial(sources, records: records, knowledge: [:])
    #expect(alone.tables.answers.map(\.text) == ["du fichier"])
    let both = try CallsMaterial(sources, records: records, knowledge: ["answers": [row("écrit")]])
    #expect(both.tables.answers.map(\.text) == ["écrit"])
  }

  @Test func recordsAreTheSameBytesEachTime() throws {
    var sources = CallSources()
    sources.queued = [
      CallRecord(id: "1", caller: "0353010123", start: Self.now, outcome: .abandoned)
    ]
    sources.utterances = [LabelledUtterance(text: "a", intent: "b")]
    sources.dialogues = [BotDialogue(call: "1", caller: "", time: Self.now, turns: [])]
    sources.voicemails = [Voicemail(name: "m", caller: "", time: Self.now)]
    sources.files = [SourceFile(name: "f", sha256: "00", rows: 1, refused: 0)]
    let records = MemoryStore(agent: "m").records
    func bytes() throws -> [SourceRecord] {
      try CallsMaterial(sources, records: records, knowledge: [:]).records(sources)
    }
    let first = try bytes()
    #expect(try first == bytes() && first.count == 5)
    for record in first where record.kind != "file" {
      let text = String(decoding: record.content, as: UTF8.self)
      let keys = text.split(separator: "\"").filter { $0.hasPrefix(":") == false }
      #expect(!keys.isEmpty)
    }
  }
}
