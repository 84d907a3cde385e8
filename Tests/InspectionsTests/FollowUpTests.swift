import Foundation
import Review
import ReviewStore
import Session
import Testing

@testable import Inspections

@Suite("What became of non-conformities, in words")
struct FollowUpTests {
  private let today = CalendarDate(daysSinceEpoch: day("2024-06-01"))

  private func control(
    _ id: String, level: OutcomeWords.Level? = .failing, on date: String = "2024-01-01",
    due: String? = nil, repaired: String? = nil
  ) -> Control {
    var control = Control(id: id, day: day(date), site: "S-\(id)")
    control.level = level
    control.due = due.flatMap { CalendarDate(iso: $0) }
    control.repaired = repaired.flatMap { CalendarDate(iso: $0) }
    return control
  }

  @Test("a date that is today is not overdue; compliant, unknown and future rows are no concern")
  func edges() {
    let report = FollowUpReport(
      [
        control("today", due: "2024-06-01"), control("yesterday", due: "2024-05-31"),
        control("good", level: .compliant, due: "2024-02-01"),
        control("unknown", level: nil, due: "2024-02-01"),
        control("future", on: "2024-06-02", due: "2024-05-01"),
        control("late repair", due: "2024-02-01", repaired: "2024-05-01"),
      ], today: today)
    #expect(report.overdue.map(\.id) == ["yesterday"])
    #expect(report.waiting.map(\.id) == ["today"])
    #expect(report.repaired.map(\.id) == ["late repair"])
    #expect(report.silent.isEmpty)
  }

  @Test(
    "the median of the days to repair; a repair before its inspection is a slip",
    arguments: [
      ([], nil), (["2024-01-11"], 10), (["2024-01-11", "2024-01-31"], 30),
      (["2024-01-02", "2024-01-11", "2024-12-31"], 10), (["2023-12-01"], nil),
    ] as [([String], Int?)])
  func median(_ repairs: [String], _ days: Int?) {
    let report = FollowUpReport(
      repairs.enumerated().map { control("\($0)", repaired: $1) }, today: today)
    #expect(report.medianRepairDays == days)
  }

  @Test("lines name site, theme and delay, without empty brackets")
  func lines() {
    var named = control("1", due: "2024-05-02")
    named.name = "GAEC du Gué"
    named.commune = "Orsigny"
    named.theme = "épandage"
    let bare = control("2", due: "2024-05-22")
    let report = FollowUpReport([named, bare], today: today)
    #expect(
      report.lines(.french).dropFirst() == [
        "  GAEC du Gué (Orsigny) · épandage : contrôle du 2024-01-01, en retard de 30 j",
        "  S-2 : contrôle du 2024-01-01, en retard de 10 j",
      ])
    #expect(
      report.lines(.english).dropFirst() == [
        "  GAEC du Gué (Orsigny) · épandage: inspected 2024-01-01, overdue by 30 d",
        "  S-2: inspected 2024-01-01, overdue by 10 d",
      ])
  }

  @Test("a long list is cut and the rest is counted")
  func long() {
    let report = FollowUpReport(
      (0..<45).map { control("\($0)", due: "2024-05-02") }, today: today)
    let lines = report.lines(.french)
    #expect(lines.count == 1 + 30 + 1)
    #expect(lines.last == "  … +15")
    #expect(lines.first?.contains("45 en retard") == true)
  }

  @Test("what was accepted here is told with its state and date, in both languages")
  func ownSteps() throws {
    let (store, _) = try SampleDepartment.filled()
    let engine = SampleDepartment.engine
    let first = try #require(try SampleDepartment.suggestions(store).first)
    _ = try DecisionService(store: store, panel: engine.panel).record(
      Decision(
        suggestion: first.id, project: .inspections, verdict: .accept,
        seen: .init(model: nil, score: 0.5, rank: 1, seconds: 3, language: .french)),
      agent: "claire", now: SampleDepartment.now)
    let scheme = InspectionsPanel.followUp
    let steps = try OpenSteps(
      store.records, scheme: scheme, today: SampleDepartment.now.day)
    let due = try #require(steps.steps.first?.due)
    let place = first.place.isEmpty ? "" : " (\(first.place))"
    let state = try #require(steps.steps.first.flatMap { scheme.state($0.state) })
    #expect(
      steps.lines(.french, scheme: scheme).last
        == "  \(first.title)\(place) : \(state.title.fr), échéance \(due.iso)")
    #expect(
      steps.lines(.english, scheme: scheme).last
        == "  \(first.title)\(place): \(state.title.en), due \(due.iso)")
    let nothing = try OpenSteps(MemoryStore(agent: "claire").records, scheme: scheme, today: today)
    #expect(nothing.lines(.french, scheme: scheme).isEmpty)
  }
}
