import Review
import Testing

@testable import Workbench

@Suite struct LocalTimeWordsTests {
  /// 24 November 2026, 23:30 UTC.
  static let late = Timestamp(milliseconds: 1_795_563_000_000)

  static func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func momentsAreThoseOfTheReadersClocks() {
    let paris = Words(.french, localTime: LocalTime(seconds: 3600))
    #expect(Self.plain(paris.moment(Self.late)) == "25 nov. 2026 00:30")
    #expect(paris.clock(Self.late) == "00:30")
    let cayenne = Words(.french, localTime: LocalTime(seconds: -10_800))
    #expect(Self.plain(cayenne.moment(Self.late)) == "24 nov. 2026 20:30")
    #expect(Self.plain(Words.english.moment(Self.late)) == "24 Nov 2026 23:30 UTC")
  }

  @Test func drawingInOtherSignsKeepsTheClocks() {
    let words = Words(.french, localTime: LocalTime(seconds: 3600))
    let context = DrawingContext(
      width: 80, words: words, glyphs: .ascii, today: WorkbenchFixture.today)
    #expect(context.words.localTime == words.localTime && context.words.glyphs == .ascii)
  }

  @Test func whatWasReadLateWasReadOnTheLocalDay() {
    var suggestion = WorkbenchFixture.suggestion(1)
    suggestion.provenance.time = Self.late
    let paris = Words(.english, localTime: LocalTime(seconds: 3600))
    #expect(Self.plain(paris.provenance(suggestion).content).contains("read on 25 Nov 2026"))
    #expect(
      Self.plain(Words.english.provenance(suggestion).content).contains("read on 24 Nov 2026"))
  }

  @Test func todayIsTheLocalDay() {
    let state = State(
      size: .init(width: 80, height: 24), language: .french, agent: Agent(id: "a"), panels: [],
      now: Self.late, localTime: LocalTime(seconds: 3600))
    #expect(state.context(width: 40).today.iso == "2026-11-25")
  }
}
