import Review
import Testing

@testable import Calls

@Suite("Calls merged by caller")
struct CallMergerTests {
  private func call(
    _ id: String, _ caller: String, _ hour: Int64, _ outcome: CallRecord.Outcome
  ) -> CallRecord {
    CallRecord(
      id: id, caller: caller, start: Timestamp(milliseconds: hour * 3_600_000), outcome: outcome)
  }

  private let merger = CallMerger(salt: "salt")

  @Test("attempts of one caller are one case; what a person answered drops out")
  func callers() {
    let cases = merger.cases(
      calls: [
        call("1", "0353010123", 1, .abandoned), call("2", "0353010123", 5, .timedOut),
        call("3", "0353010124", 1, .abandoned), call("4", "0353010124", 2, .answered),
        call("5", "0353010125", 1, .answered), call("6", "0353010125", 2, .abandoned),
        call("7", "", 1, .abandoned), call("8", "", 1, .abandoned),
        call("9", "0353010126", 3, .answered),
      ], voicemails: [], dialogues: [])
    let waiting = cases.filter { $0.answered == nil }
    #expect(waiting.count == 4)
    #expect(waiting.first { $0.number == "0353010123" }?.calls.count == 2)
    #expect(waiting.first { $0.number == "0353010125" }?.calls.map(\.id) == ["6"])
    #expect(waiting.filter { $0.number.isEmpty }.count == 2)
    #expect(cases.filter { $0.answered != nil }.map(\.number) == ["0353010124"])
    #expect(!cases.contains { $0.key.contains("0353010") })
  }

  @Test("the queue's log, not ANSWERED, tells who was helped")
  func answeredChannel() {
    let merged = CallMerger.merged(
      queued: [call("1", "0353010123", 1, .abandoned)],
      detailed: [call("1", "0353010123", 1, .answered), call("2", "", 1, .failed)])
    #expect(merged.first { $0.id == "1" }?.outcome == .abandoned)
    #expect(merged.count == 2)
  }

  @Test("a message belongs to the call of the same caller just before it")
  func messages() {
    let message = Voicemail(
      name: "msg0000", caller: "0353010123", time: Timestamp(milliseconds: 3_700_000))
    let linked = CallMerger.linked(
      [message], transcripts: ["msg0000": ("bonjour", "")],
      calls: [call("1", "0353010123", 1, .leftByKey), call("2", "0353010124", 1, .leftByKey)])
    #expect(linked[0].call == "1")
    #expect(linked[0].transcript == "bonjour")
  }

  @Test("urgency is the sum of its named parts")
  func urgency() {
    var item = CallerCase(
      key: "k", number: "0353010123",
      calls: [call("1", "0353010123", 0, .abandoned), call("2", "0353010123", 1, .abandoned)])
    let now = Timestamp(milliseconds: 48 * 3_600_000)
    func parts(_ item: CallerCase) -> [CallUrgency.Part] {
      CallUrgency(
        item: item, understanding: nil, thresholds: nil, isElsewhere: false,
        intentTitle: { LocalizedText(same: $0) }, deadlines: [], now: now
      ).parts
    }
    let plain = parts(item)
    #expect(plain.contains { $0.name.fr == "2 tentatives" && $0.value == 0.7 })
    #expect(plain.contains { $0.name.fr == "attend depuis 2 j" && $0.value == 0.7 })
    item.number = ""
    #expect(parts(item).contains { $0.name.fr == "numéro masqué" && $0.value < 0 })
  }
}
