import Foundation
import Learning
import Review
import Testing

@testable import Calls

/// Logs and tables written at random are read back as what they were written from.
@Suite struct WrittenLogTests {
  private static let begin: Int64 = 1_793_865_600

  /// A call as the exchange writes it.
  private struct Made {
    var id: String
    var caller: String
    var start: Int64
    var wait: Int
    var outcome: CallRecord.Outcome

    init(_ number: Int, _ generator: inout SplitMix64) {
      id = "\(WrittenLogTests.begin + Int64(number)).\(number)"
      caller = generator.below(5) == 0 ? "" : generator.telephone()
      start = WrittenLogTests.begin + Int64(generator.below(86_400))
      wait = generator.below(600)
      let outcomes: [CallRecord.Outcome] = [
        .answered, .abandoned, .timedOut, .leftByKey, .emptyQueue,
      ]
      outcome = outcomes[generator.below(outcomes.count)]
    }

    /// Its lines with their times.
    func lines(_ generator: inout SplitMix64) -> [(Int64, String)] {
      let written =
        caller.isEmpty ? "anonymous" : generator.below(2) == 0 ? caller : "+33" + caller.dropFirst()
      let end = start + Int64(wait)
      func line(_ time: Int64, _ event: String) -> (Int64, String) {
        (time, "\(time)|\(id)|cea|NONE|\(event)")
      }
      let enter = line(start, "ENTERQUEUE||\(written)|1")
      switch outcome {
      case .answered:
        return [
          enter, line(end, "CONNECT|\(wait)|x|3"), line(end + 60, "COMPLETECALLER|\(wait)|60|1"),
        ]
      case .abandoned: return [enter, line(end, "ABANDON|1|1|\(wait)")]
      case .timedOut: return [enter, line(end, "EXITWITHTIMEOUT|1|1|\(wait)")]
      case .leftByKey: return [enter, line(end, "EXITWITHKEY|1|2|1|\(wait)")]
      default: return [enter, line(end, "EXITEMPTY|1|1|\(wait)")]
      }
    }
  }

  private static func log(_ count: Int, seed: UInt64) -> (calls: [Made], lines: [String]) {
    var generator = SplitMix64(seed: seed)
    let calls = (0..<count).map { Made($0, &generator) }
    var lines = calls.flatMap { $0.lines(&generator) }
    for time in 0..<10 {
      lines.append(
        (begin + Int64(time * 9000), "\(begin + Int64(time * 9000))|NONE|cea|Agent 1|PAUSE|"))
    }
    return (calls, lines.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1))
  }

  private static func read(_ lines: [String]) -> (calls: [String: CallRecord], refused: Int) {
    var reader = QueueLogReader(file: "queue_log") { _ in }
    for (place, line) in lines.enumerated() { reader.read(line, number: place + 1) }
    return (reader.calls, reader.refusedCount)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func everyCallIsReadBack(seed: UInt64) {
    let (calls, lines) = Self.log(60, seed: seed)
    let (found, refused) = Self.read(lines)
    #expect(found.count == calls.count && refused == 0)
    for call in calls {
      let record = found[call.id]
      #expect(
        record?.caller == call.caller && record?.outcome == call.outcome
          && record?.wait == call.wait)
      #expect(record?.start.milliseconds == call.start * 1000)
    }
  }

  @Test func aLogCutAnywhereIsTheSameCalls() throws {
    let (calls, lines) = Self.log(25, seed: 7)
    let whole = Self.read(lines).calls
    for cut in stride(from: 0, through: lines.count, by: 7) {
      let (first, second) = (
        Self.read(Array(lines.prefix(cut))).calls, Self.read(Array(lines.dropFirst(cut))).calls
      )
      let joined = first.merging(second) { $0.joined(with: $1) }
      for call in calls {
        let (one, other) = (joined[call.id], whole[call.id])
        #expect(
          one?.caller == other?.caller && one?.outcome == other?.outcome
            && one?.start == other?.start, "\(cut)")
      }
    }
  }

  @Test func badLinesBetweenChangeNothing() {
    let (_, lines) = Self.log(20, seed: 8)
    let bad = [
      "", "rien", "|||||", "x|y|z|w|ABANDON|1", "-5|a|b|c|ABANDON|1|1|1", "\u{0}\u{1B}[2J",
    ]
    let mixed = lines.enumerated().flatMap { [$0.element, bad[$0.offset % bad.count]] }
    let (calls, refused) = Self.read(mixed)
    #expect(calls.mapValues(\.outcome) == Self.read(lines).calls.mapValues(\.outcome))
    #expect(refused > 0)
  }

  @Test func whoWaitsIsWhoWasNotAnsweredLast() {
    var generator = SplitMix64(seed: 9)
    let callers = (0..<6).map { _ in generator.telephone() }
    for _ in 0..<40 {
      let calls = (0..<30).map { number in
        CallRecord(
          id: "\(number)", caller: callers[generator.below(6)],
          start: Timestamp(milliseconds: Int64(generator.below(1_000_000)) * 1000 + Int64(number)),
          outcome: generator.below(2) == 0 ? .answered : .abandoned)
      }
      let cases = CallMerger(salt: "s").cases(calls: calls, voicemails: [], dialogues: [])
      let waiting = Set(cases.filter { $0.answered == nil }.map(\.number))
      let expected = Dictionary(grouping: calls, by: \.caller).filter { entry in
        entry.value.max { $0.start < $1.start }?.outcome == .abandoned
      }
      #expect(waiting == Set(expected.keys))
      for item in cases where item.answered == nil {
        let own = calls.filter { $0.caller == item.number }
        let last = own.filter { $0.outcome == .answered }.map(\.start).max()
        #expect(item.calls.allSatisfy { call in last.map { call.start > $0 } ?? true })
        #expect(item.calls.map(\.start) == item.calls.map(\.start).sorted())
      }
    }
  }

  // MARK: Tables

  private static let said = [
    "où est le bulletin", "l’« été » ; oui, non", "avec\ttabulation", "\"guillemets\"", "100 %",
    "€ ’ œ", "un|deux", "a,b;c",
  ]

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  @Test(arguments: [",", ";", "\t"])
  func utterancesOfEverySeparatorAreReadBack(separator: String) throws {
    let lines = Self.said.enumerated().map {
      Self.quoted($0.element) + separator + "intent\($0.offset)"
    }
    let text = (["text" + separator + "intent"] + lines).joined(separator: "\n") + "\n"
    let (sources, refusals) = try CallFiles.collected("u.csv", Data(text.utf8))
    #expect(sources.utterances.map(\.text) == Self.said && refusals.isEmpty)
    #expect(sources.utterances.map(\.intent) == Self.said.indices.map { "intent\($0)" })
    #expect(sources.utterances.map(\.line) == Array(2...Self.said.count + 1))
  }

  @Test func utterancesOfJSONAreReadBack() throws {
    let lines = try Self.said.map { text in
      String(decoding: try JSONEncoder().encode(["text": text, "intent": "x"]), as: UTF8.self)
    }
    let (sources, refusals) = try CallFiles.collected(
      "u.jsonl", Data((lines.joined(separator: "\n") + "\n").utf8))
    #expect(sources.utterances.map(\.text) == Self.said && refusals.isEmpty)
  }

  @Test func answersOfATableAreThoseOfJSON() throws {
    let fields = [
      "intent": "paie", "title_fr": "Paie", "answer_fr": "Réponse ; oui.", "source": "fiche",
      "checked": "2026-11-01", "keywords": "a|b c",
    ]
    let names = fields.keys.sorted()
    let table =
      names.joined(separator: ",") + "\n"
      + names.map { Self.quoted(fields[$0] ?? "") }.joined(separator: ",") + "\n"
    let object = String(decoding: try JSONEncoder().encode(fields), as: UTF8.self) + "\n"
    let one = try CallFiles.collected("a.csv", Data(table.utf8)).sources.knowledge["answers"]
    let other = try CallFiles.collected("a.jsonl", Data(object.utf8)).sources.knowledge["answers"]
    #expect(one == other && one?.count == 1)
    #expect(AnswerRow.answers(one ?? []).first?.keywords == ["a", "b c"])
  }

  @Test func severalAnswersOfAnIntentHaveKeysOfTheirOwn() throws {
    let text = "intent,answer_fr\npaie,Une.\npaie,Deux.\nconges,Trois.\n"
    let rows = try CallFiles.collected("a.csv", Data(text.utf8)).sources.knowledge["answers"] ?? []
    #expect(rows.map(\.key) == ["paie/1", "paie/2", "conges/1"])
  }

  // MARK: Head counts and long numbers survive being said

  @Test func everyHeadCountIsHeardAsItIsSaid() {
    for count in 2...1200 {
      let spoken = FrenchSpeech.spell("Nous avons \(count) salariés.")
      let heard = SlotFinder().slots(in: spoken).filter { $0.kind == .headCount }.map(\.value)
      #expect(heard == ["\(count)"], "\(spoken)")
    }
  }

  @Test func writtenNumbersAreReadWhateverTheirMarks() {
    var generator = SplitMix64(seed: 10)
    for _ in 0..<100 {
      let phone = generator.telephone()
      for mark in [" ", ".", "-", "", "\u{A0}"] {
        let text = "au " + Slot.groups(phone, [2, 2, 2, 2, 2]).joined(separator: mark)
        #expect(SlotFinder().slots(in: text).map(\.value) == [phone], "\(text)")
      }
    }
  }
}
