import Foundation
import Learning
import Review
import Testing

@testable import Calls

/// Whole calls as scripts, records of the exchange written and read, and the shipped sample.
@Suite struct CallScriptTests {
  private static let today = CalendarDate(iso: "2026-11-20")!
  private static let trained = Result { try CallFixtures.model() }

  /// Runs a call: « 1 » is a key, « - » a silence, the rest words.
  private static func run(_ script: [String], answers: [Answer] = CallFixtures.answers) throws
    -> Conversation
  {
    let model = try trained.get()
    var call = Conversation(
      model: model,
      policy: DialoguePolicy(
        thresholds: model.thresholds, answers: answers, services: CallFixtures.services,
        today: today))
    _ = call.receive(.started)
    for step in script {
      switch step {
      case "-": _ = call.receive(.silence)
      case "•": _ = call.receive(.recorded)
      default:
        let isKey = step.count == 1 && step.first?.isNumber == true
        _ = call.receive(isKey ? .key(step.first ?? "0") : .heard(step))
      }
    }
    return call
  }

  private static let paie = "où est le bulletin de paie"

  @Test(
    arguments: [
      ([], "hangup", false), ([paie], "answered", false), ([paie, "au revoir"], "answered", true),
      ([paie, paie, paie], "answered", false), (["0"], "handoff", true),
      ([paie, "0"], "handoff", true),
      (["-"], "hangup", false), (["-", "-"], "handoff", true),
      (["-", paie, "-"], "answered", false),
      (["•"], "recorded", true), ([paie, "•"], "recorded", true), (["ЖЖЖ"], "hangup", false),
      (["ЖЖЖ", "ЩЩЩ"], "handoff", true), (["ЖЖЖ", paie, "ЩЩЩ"], "answered", false),
      (["ma nounou garde mes enfants"], "redirected", false),
      (["ma nounou garde mes enfants", "au revoir"], "redirected", true),
      (["un huissier est venu"], "handoff", true), (["7"], "hangup", false),
      (["7", "8"], "handoff", true),
      (["au revoir"], "hangup", true), (["non"], "hangup", true),
    ] as [([String], String, Bool)])
  func callsEndAsTheyMust(script: [String], outcome: String, isOver: Bool) throws {
    let call = try Self.run(script)
    #expect(call.outcome == outcome && call.isOver == isOver)
  }

  @Test func theLogIsTheCallWordForWord() throws {
    let call = try Self.run([Self.paie, "au revoir"])
    #expect(call.log.map(\.isBot) == [true, false, true, true, false, true])
    #expect(call.log.filter { !$0.isBot }.map(\.text) == [Self.paie, "au revoir"])
    #expect(call.log.first?.text == Prompts.welcome && call.log.last?.text == Prompts.goodbye)
  }

  @Test func whatTheBotLogsIsReadAsADialogue() throws {
    let call = try Self.run([Self.paie, "ЖЖЖ", "ЩЩЩ"])
    let turns = try call.log.map { turn in
      String(
        decoding: try JSONEncoder().encode([
          "who": turn.isBot ? "bot" : "caller", "text": turn.text,
        ]),
        as: UTF8.self)
    }
    let line =
      #"{"call":"1","caller":"0353010123","time":1793865700,"outcome":"\#(call.outcome)","turns":[\#(turns.joined(separator: ","))]}"#
    let (sources, refusals) = try CallFiles.collected("d.jsonl", Data((line + "\n").utf8))
    #expect(refusals.isEmpty && sources.dialogues.first?.turns == call.log)
    #expect(sources.dialogues.first?.outcome == call.outcome)
  }

  @Test func noAnswerIsSpokenThatDoesNotHold() throws {
    var generator = SplitMix64(seed: 121)
    let days = ["2020-01-01", "2026-11-19", "2026-11-20", "2026-11-21", nil].map { iso in
      iso.flatMap { CalendarDate(iso: $0) }
    }
    for _ in 0..<60 {
      let answers = CallFixtures.answers.map { answer in
        var answer = answer
        answer.text = "Réponse de \(answer.intent)."
        answer.validFrom = days[generator.below(5)]
        answer.validTo = days[generator.below(5)]
        answer.checked = generator.below(4) == 0 ? nil : Self.today
        answer.source = generator.below(5) == 0 ? "" : "fiche"
        return answer
      }
      let call = try Self.run([Self.paie, "0"], answers: answers)
      for turn in call.log where turn.isBot && turn.text.hasPrefix("Réponse de") {
        let spoken = answers.first { $0.text == turn.text }
        #expect(
          spoken?.refusal(on: Self.today) == nil && spoken?.source != "" && spoken?.checked != nil)
      }
    }
  }

  // MARK: Records of calls

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  @Test func recordsOfCallsAreReadBack() {
    var generator = SplitMix64(seed: 122)
    for number in 0..<200 {
      let caller = generator.below(4) == 0 ? "" : generator.telephone()
      let day = CallsBench.today.adding(days: -generator.below(3000))
      let clock = [generator.below(24), generator.below(60), generator.below(60)]
      let time = clock.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      let disposition = generator.below(2) == 0 ? "ANSWERED" : "NO ANSWER"
      let application = generator.below(2) == 0 ? "Queue" : "AGI"
      let name = ["ASSO, \"23\"", "été", "a;b", ""][generator.below(4)]
      let fields = [
        "cea", caller, "800", "in", "\"\(name)\" <\(caller)>", "SIP/1", "", application, "x",
        "\(day.iso) \(time)", "", "",
        "9", "9", disposition, "DOC",
      ]
      var reader = CallDetailReader(file: "m") { _ in }
      let line = fields.map(Self.quoted).joined(separator: ",")
      #expect(CallDetailReader.fields(line) == fields)
      reader.read(line + "\r", number: number + 1)
      let call = reader.calls.first
      #expect(call?.caller == caller && call?.line == number + 1 && call?.id == "m:\(number + 1)")
      let seconds =
        Int64(day.daysSinceEpoch) * 86_400 + Int64(clock[0] * 3600 + clock[1] * 60 + clock[2])
      #expect(call?.start.milliseconds == seconds * 1000)
      let outcome: CallRecord.Outcome =
        disposition == "NO ANSWER" ? .failed : application == "AGI" ? .machine : .answered
      #expect(call?.outcome == outcome)
    }
  }

  @Test func messagesAreReadBack() {
    var generator = SplitMix64(seed: 123)
    for number in 0..<100 {
      let caller = generator.telephone()
      let (time, duration) = (1_700_000_000 + generator.below(90_000_000), generator.below(600))
      let text = [
        ";", "[message]", "origmailbox=800", "callerid=\"ASSO \(number)\" <\(caller)>",
        "origtime=\(time)",
        "category=", "duration=\(duration)",
      ].joined(separator: generator.below(2) == 0 ? "\n" : "\r\n")
      #expect(VoicemailReader.fits(text))
      let message = VoicemailReader.message(text, url: URL(fileURLWithPath: "/x/msg\(number).txt"))
        .message
      #expect(
        message?.caller == caller && message?.duration == duration
          && message?.name == "msg\(number)")
      #expect(message?.time.milliseconds == Int64(time) * 1000)
    }
  }

  // MARK: The sample

  private static let sample = Result { try CallsBench.filled() }

  @Test func everyCaseOfTheSampleIsShownInBothLanguages() throws {
    let list = try Self.sample.get().list()
    #expect(!list.isEmpty)
    for suggestion in list {
      #expect(
        !suggestion.title.isEmpty && !suggestion.place.isEmpty && !suggestion.evidence.isEmpty)
      for case .facts(let facts) in suggestion.evidence {
        #expect(!facts.facts.isEmpty)
        for fact in facts.facts {
          #expect(
            !fact.name.fr.isEmpty && !fact.name.en.isEmpty && !fact.value.fr.isEmpty
              && !fact.value.en.isEmpty)
        }
      }
      for case .contributions(let parts) in suggestion.evidence {
        #expect(
          parts.reasons.allSatisfy {
            !$0.label.fr.isEmpty && !$0.label.en.isEmpty && $0.value.isFinite
          })
      }
    }
    let priorities = list.map(\.priority)
    #expect(priorities == priorities.sorted(by: >))
  }

  @Test func theSampleIsTheSameEachTime() throws {
    let (one, other) = (CallsBench(), CallsBench())
    try one.analyse([CallsBench.sample])
    try other.analyse([CallsBench.sample])
    #expect(try one.list() == other.list() && one.documents() == other.documents())
    #expect(one.observer.refusals.isEmpty)
  }

  @Test func answersOfTheSampleUnderstandTheirOwnTitles() throws {
    let bench = try Self.sample.get()
    let circumstances = try bench.circumstances()
    let tables = CallTables(circumstances.knowledge)
    let model = try #require(try circumstances.model.map { try CallsModel($0).intents })
    let right = tables.answers.count { model.understand($0.title.fr).intent == $0.intent }
    #expect(tables.answers.count >= 5 && right * 10 >= tables.answers.count * 9, "\(right)")
    for answer in tables.answers {
      #expect(FrenchSpeech.spell(answer.text).filter(\.isNumber) == "", "\(answer.text)")
      #expect(answer.text.count <= AnswerReader.longestText && !answer.title.en.isEmpty)
    }
    for service in tables.services {
      #expect(tables.services.best(for: Utterance(service.name))?.code == service.code)
    }
  }

  @Test func theBotOfTheSampleSaysOnlyWhatHolds() throws {
    let bot = try CallBot(try Self.sample.get().circumstances())
    var call = bot.conversation()
    #expect(call.receive(.started).said == Prompts.welcome)
    #expect(Set(Prompts.fixed).isSubset(of: bot.texts) && bot.texts.allSatisfy { !$0.isEmpty })
    #expect(bot.summary.fr.contains("jamais dites") && bot.summary.en.contains("never spoken"))
  }
}
