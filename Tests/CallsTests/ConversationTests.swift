import Review
import Testing

@testable import Calls

@Suite("The bot's side of a call")
struct ConversationTests {
  private let today = CalendarDate(year: 2026, month: 11, day: 20)!

  private func bot(_ answers: [Answer] = CallFixtures.answers) throws -> Conversation {
    let model = try CallFixtures.model()
    return Conversation(
      model: model,
      policy: DialoguePolicy(
        thresholds: model.thresholds, answers: answers, services: CallFixtures.services,
        today: today))
  }

  private func said(_ outputs: [Conversation.Output]) -> String {
    outputs.compactMap { if case .say(let text) = $0 { text } else { nil } }.joined(separator: " ")
  }

  @Test("it says that it is a robot and that key 0 reaches a person")
  func welcome() throws {
    var bot = try bot()
    let text = said(bot.receive(.started))
    #expect(text.contains("robot"))
    #expect(text.contains("tapez 0"))
  }

  @Test("a clear question is answered")
  func answers() throws {
    var bot = try bot()
    _ = bot.receive(.started)
    #expect(said(bot.receive(.heard("où est le bulletin de paie"))).contains("espace"))
    #expect(bot.outcome == "answered")
  }

  @Test("key 0, a person asked for, distress and two failures hand over")
  func handOver() throws {
    for input: Conversation.Input in [.key("0"), .heard("un huissier est venu nous voir")] {
      var bot = try bot()
      _ = bot.receive(.started)
      #expect(bot.receive(input).contains { if case .handOver = $0 { true } else { false } })
      #expect(bot.isOver)
    }
    var bot = try bot()
    _ = bot.receive(.started)
    _ = bot.receive(.heard("xyzzy plugh"))
    #expect(
      bot.receive(.heard("qwertz uiop")).contains { if case .handOver = $0 { true } else { false } }
    )
  }

  @Test("an expired or unchecked answer is never spoken")
  func expired() throws {
    var answers = CallFixtures.answers
    for place in answers.indices {
      answers[place].validTo = CalendarDate(year: 2025, month: 1, day: 1)
    }
    var bot = try bot(answers)
    _ = bot.receive(.started)
    let outputs = bot.receive(.heard("où est le bulletin de paie"))
    #expect(!said(outputs).contains("espace"))
    #expect(outputs.contains { if case .handOver = $0 { true } else { false } })
    var unchecked = CallFixtures.answers[0]
    unchecked.checked = nil
    #expect(unchecked.refusal(on: today) == .unchecked)
    unchecked.source = ""
    #expect(unchecked.refusal(on: today) == .unsourced)
  }

  @Test("the answer that came into force last is spoken")
  func latest() throws {
    var newer = CallFixtures.answers[0]
    newer.key = "bulletin/2"
    newer.text = "La règle nouvelle."
    newer.validFrom = CalendarDate(year: 2026, month: 6, day: 1)
    let policy = DialoguePolicy(
      thresholds: .cautious, answers: CallFixtures.answers + [newer], services: [], today: today)
    #expect(policy.answer(to: "bulletin")?.text == "La règle nouvelle.")
    newer.validFrom = CalendarDate(year: 2027, month: 1, day: 1)
    let early = DialoguePolicy(
      thresholds: .cautious, answers: CallFixtures.answers + [newer], services: [], today: today)
    #expect(early.answer(to: "bulletin")?.text != "La règle nouvelle.")
  }

  @Test("another service's words redirect")
  func redirect() throws {
    var bot = try bot()
    _ = bot.receive(.started)
    #expect(said(bot.receive(.heard("ma nounou garde mes enfants"))).contains("Pajemploi"))
  }

  @Test("no call goes on for ever")
  func bounded() throws {
    var bot = try bot()
    _ = bot.receive(.started)
    for _ in 0..<100 where !bot.isOver { _ = bot.receive(.heard("où est le bulletin de paie")) }
    #expect(bot.isOver)
    #expect(bot.receive(.heard("encore")).isEmpty)
  }

  @Test("leave is taken")
  func goodbye() throws {
    var bot = try bot()
    _ = bot.receive(.started)
    #expect(bot.receive(.heard("merci au revoir")).contains(.hangUp))
  }
}
