import Learning
import Review
import Testing

@testable import Calls

/// What belongs together, whatever the order it was read in.
@Suite struct CallMergingTests {
  private static func at(_ minute: Int) -> Timestamp {
    Timestamp(milliseconds: Int64(minute) * 60_000)
  }

  private static func call(
    _ id: String, _ caller: String, _ minute: Int, _ outcome: CallRecord.Outcome = .abandoned,
    wait: Int = 0
  ) -> CallRecord {
    CallRecord(id: id, caller: caller, start: at(minute), wait: wait, outcome: outcome)
  }

  private static func talk(_ call: String, _ minute: Int, _ outcome: String, caller: String = "")
    -> BotDialogue
  {
    BotDialogue(
      call: call, caller: caller, time: at(minute), turns: [.init(isBot: false, text: "bonjour")],
      outcome: outcome)
  }

  private static let merger = CallMerger(salt: "sel")

  // MARK: One call in two logs

  @Test func aCallThatSpansTwoLogsKeepsItsCallerAndItsEnd() {
    let before = Self.call("1", "0353010123", 10)
    let after = Self.call("1", "", 12, .answered, wait: 130)
    for joined in [before.joined(with: after), after.joined(with: before)] {
      #expect(joined.caller == "0353010123" && joined.start == Self.at(10))
      #expect(joined.outcome == .answered && joined.wait == 130)
    }
    #expect(before.joined(with: before) == before)
  }

  @Test func aRotatedLogLosesNoCaller() throws {
    let bench = CallsBench()
    try bench.analyse(["queue_log": "1793865665|a.1|cea|NONE|ENTERQUEUE||0353010123|4\n"])
    #expect(try bench.list().map(\.place) == ["03 53 •• •• 23"])
    try bench.analyse(["queue_log": "1793865853|a.1|cea|NONE|EXITWITHTIMEOUT|1|1|188\n"])
    let list = try bench.list()
    #expect(list.map(\.place) == ["03 53 •• •• 23"])
    #expect(list.first?.facets.contains(Facet("state", "attente trop longue")) == true)
  }

  @Test func bothHalvesReadTogetherAreOneCall() throws {
    let bench = CallsBench()
    try bench.analyse([
      "queue_log": "1793865853|a.1|cea|NONE|ABANDON|1|1|188\n",
      "queue_log.1": "1793865665|a.1|cea|NONE|ENTERQUEUE||0353010123|4\n",
    ])
    #expect(try bench.list().map(\.place) == ["03 53 •• •• 23"])
  }

  // MARK: Transcripts

  private static let message =
    "[message]\ncallerid=\"A\" <0353010123>\norigtime=1793865900\nduration=9\n"
  private static let transcripts = "message\ttext\nmsg0000\toù est le bulletin de paie\n"

  private func spoken(_ bench: CallsBench) throws -> [String?] {
    try bench.list().map { CallsActions.utterance(of: $0) }
  }

  @Test func aTranscriptThatComesLaterFindsItsMessage() throws {
    let bench = CallsBench()
    try bench.analyse(["msg0000.txt": Self.message])
    #expect(try spoken(bench) == [nil], "nothing was said that anybody wrote down")
    try bench.analyse(["transcripts.tsv": Self.transcripts])
    #expect(try spoken(bench) == ["où est le bulletin de paie"])
  }

  @Test func aMessageReadAgainKeepsItsTranscript() throws {
    let bench = CallsBench()
    try bench.analyse(["msg0000.txt": Self.message, "transcripts.tsv": Self.transcripts])
    try bench.analyse(["msg0000.txt": Self.message])
    #expect(try spoken(bench) == ["où est le bulletin de paie"])
  }

  @Test func aLaterReadingCompletesAnEarlierOne() {
    let empty = Voicemail(name: "m", caller: "0353010123", time: Self.at(1))
    var whole = empty
    (whole.call, whole.transcript, whole.audio) = ("1", "bonjour", "/m.wav")
    #expect(empty.keeping(whole) == whole)
    var other = whole
    other.transcript = "corrigé"
    #expect(other.keeping(whole).transcript == "corrigé")
    #expect(whole.keeping(empty) == whole)
  }

  @Test func nobodyLearnsFromAMessageThatNobodyWroteDown() throws {
    let bench = CallsBench()
    try bench.analyse(["msg0000.txt": Self.message])
    let suggestion = try #require(try bench.list().first)
    for name in ["intent", "outside", "protect"] {
      #expect(throws: EngineError.self, "\(name)") {
        try bench.act(name, ["intent": "bulletin_paie"], on: suggestion)
      }
    }
    #expect(CaseEvidence.isUntranscribed(CaseEvidence.untranscribed(9)))
    #expect(!CaseEvidence.isUntranscribed("le message de mon trésorier"))
  }

  // MARK: Links

  @Test(arguments: [
    (9, ""), (10, "1"), (14, "1"), (20, "2"), (34, "2"), (35, ""), (60, ""),
  ])
  func aMessageBelongsToTheLastCallBeforeIt(minute: Int, call: String) {
    let message = Voicemail(name: "m", caller: "0353010123", time: Self.at(minute))
    // Identifiers do not rise with time, and another caller rang meanwhile.
    let calls = [
      Self.call("2", "0353010123", 20), Self.call("1", "0353010123", 10),
      Self.call("0", "0353010124", minute),
    ]
    for order in [calls, calls.reversed()] {
      let linked = CallMerger.linked([message], transcripts: [:], calls: order)
      #expect(linked.map(\.call) == [call])
    }
  }

  @Test func theTranscriptsCallWins() {
    let message = Voicemail(name: "m", caller: "0353010123", time: Self.at(11))
    let linked = CallMerger.linked(
      [message], transcripts: ["m": ("bonjour", "7"), "x": ("autre", "8")],
      calls: [Self.call("1", "0353010123", 10)])
    #expect(linked[0].call == "7" && linked[0].transcript == "bonjour")
    #expect(CallMerger.linked([], transcripts: ["m": ("a", "")], calls: []).isEmpty)
  }

  // MARK: Cases

  @Test func theOrderOfReadingChangesNothing() {
    var generator = SplitMix64(seed: 81)
    let callers = ["0353010123", "0353010124", "", "0353010125"]
    let calls = (0..<40).map { number in
      Self.call(
        "c\(number)", callers[generator.below(4)], generator.below(600),
        CallRecord.Outcome.allCases[generator.below(CallRecord.Outcome.allCases.count)])
    }
    let talks = (0..<8).map { number in
      Self.talk("c\(number * 3)", generator.below(600), ["answered", "handoff", ""][number % 3])
    }
    func summary(_ calls: [CallRecord], _ talks: [BotDialogue]) -> [String] {
      Self.merger.cases(calls: calls, voicemails: [], dialogues: talks).map { item in
        "\(item.key) \(item.calls.map(\.id)) \(item.dialogues.map(\.call).sorted()) "
          + "\(item.answered?.milliseconds ?? -1) \(item.first.milliseconds) \(item.last.milliseconds)"
      }
    }
    let first = summary(calls, talks)
    for _ in 0..<10 {
      let order = generator.permutation(calls.count).map { calls[$0] }
      let others = generator.permutation(talks.count).map { talks[$0] }
      #expect(summary(order, others) == first)
    }
  }

  @Test func keysNeverHoldANumber() {
    let cases = Self.merger.cases(
      calls: [Self.call("1", "0353010123", 1), Self.call("2", "", 1)], voicemails: [],
      dialogues: [])
    #expect(cases.count == 2)
    #expect(cases.allSatisfy { !$0.key.contains("0353") })
    let others = CallMerger(salt: "poivre").cases(
      calls: [Self.call("1", "0353010123", 1)], voicemails: [], dialogues: [])
    #expect(Set(cases.map(\.key)).isDisjoint(with: others.map(\.key)))
  }

  @Test(
    arguments: [
      (["abandoned"], 1, false), (["abandoned", "answered"], 1, true),
      (["answered", "abandoned"], 1, false), (["answered"], 0, false),
      (["abandoned", "answered", "abandoned", "abandoned"], 2, false),
      (["machine", "failed", "emptyQueue"], 3, false),
    ] as [([String], Int, Bool)])
  func onlyWhatCameAfterAnAnswerWaits(outcomes: [String], waiting: Int, isClosed: Bool) {
    let calls = outcomes.enumerated().map { place, outcome in
      Self.call("\(place)", "0353010123", place, CallRecord.Outcome(rawValue: outcome) ?? .failed)
    }
    let cases = Self.merger.cases(calls: calls, voicemails: [], dialogues: [])
    #expect(cases.count == (waiting == 0 ? 0 : 1))
    #expect((cases.first?.calls.count ?? 0) == waiting)
    #expect((cases.first?.answered != nil) == isClosed)
  }

  @Test func whomTheBotHelpedNeedsNobody() {
    let cases = Self.merger.cases(
      calls: [Self.call("1", "0353010123", 1, .leftByKey)], voicemails: [],
      dialogues: [Self.talk("1", 2, "answered")])
    #expect(cases.isEmpty)
    let handed = Self.merger.cases(
      calls: [Self.call("1", "0353010123", 1, .leftByKey)], voicemails: [],
      dialogues: [Self.talk("1", 2, "handoff")])
    #expect(handed.first?.dialogues.count == 1 && handed.first?.utterances == ["bonjour"])
  }

  @Test func legsOfOneCallAreOneCall() {
    let merged = CallMerger.merged(
      queued: [Self.call("9", "", 3)],
      detailed: [
        Self.call("1", "", 1, .failed), Self.call("1", "0353010123", 1, .answered),
        Self.call("9", "0353010199", 3, .failed),
      ])
    #expect(merged.map(\.id) == ["1", "9"])
    #expect(merged[0].outcome == .answered && merged[0].caller == "0353010123")
    #expect(merged[1].outcome == .abandoned && merged[1].caller == "0353010199")
  }

  @Test func aCaseWithoutAnythingBeganAtNoTime() {
    let item = CallerCase(key: "k", number: "", calls: [])
    #expect(item.first == Timestamp(milliseconds: 0) && item.last == item.first)
    #expect(item.utterances.isEmpty && item.saidNumbers.isEmpty)
  }

  @Test func utterancesAreInTheirOrderAndWithoutKeys() {
    var item = CallerCase(key: "k", number: "", calls: [])
    item.dialogues = [
      BotDialogue(
        call: "1", caller: "", time: Self.at(5),
        turns: [
          .init(isBot: true, text: "Bonjour"), .init(isBot: false, text: "[1]"),
          .init(isBot: false, text: "la paie"), .init(isBot: false, text: "12"),
        ])
    ]
    item.voicemails = [
      Voicemail(name: "b", caller: "", time: Self.at(9), transcript: "après"),
      Voicemail(name: "a", caller: "", time: Self.at(1), transcript: "avant"),
      Voicemail(name: "c", caller: "", time: Self.at(2)),
    ]
    #expect(item.utterances == ["avant", "la paie", "après"])
  }

  @Test func everyOutcomeHasWords() {
    let titles = CallRecord.Outcome.allCases.map(\.title)
    #expect(Set(titles.map(\.fr)).count == titles.count)
    #expect(Set(titles.map(\.en)).count == titles.count)
  }
}
