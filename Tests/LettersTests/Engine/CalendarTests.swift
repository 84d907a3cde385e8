import Foundation
import Review
import ReviewStore
import Testing

@testable import Letters

/// The same letters on other days: what is late, closed, old or new depends on the day alone.
@Suite struct CalendarTests {
  private static let files = [
    "a.txt": LetterFixture.new(
      number: "INSSN-LYO-2026-0001", day: "31 janvier 2026",
      second: "Demande II.1 : Je vous demande de tracer les essais sous un mois.\n\n"
        + "Demande II.2 : Je vous demande de fermer les portes avant le 29 mars 2026.\n\n"
        + "Demande II.3 : Je vous demande de réparer la vanne sans délai.\n\n"
        + "Demande II.4 : Je vous demande de former les agents."),
    "r.csv": "inspection;item;answered_on\nINSSN-LYO-2026-0001;II.4;2026-02-02\n",
  ]

  private static func bench(on iso: String) throws -> LetterBench {
    var bench = LetterBench()
    let today = try #require(CalendarDate(iso: iso))
    bench.request.today = today
    bench.request.now = Timestamp(milliseconds: Int64(today.daysSinceEpoch) * 86_400_000)
    try bench.analyse(files)
    return bench
  }

  private static func state(_ item: String, on iso: String) throws -> String? {
    try bench(on: iso).suggestion("INSSN-LYO-2026-0001#\(item)")?.facets.first {
      $0.name == "state"
    }?.value
  }

  @Test(
    arguments: [
      // A month after 31 January is the 28th of February.
      ("II1", "2026-02-27", nil), ("II1", "2026-02-28", nil), ("II1", "2026-03-01", "EN RETARD"),
      ("II2", "2026-03-29", nil), ("II2", "2026-03-30", "EN RETARD"),
      ("II3", "2026-02-01", "SANS DÉLAI"),
      ("II4", "2026-12-31", nil),
    ] as [(String, String, String?)])
  func aDemandIsLateTheDayAfter(item: String, day: String, state: String?) throws {
    #expect(try Self.state(item, on: day) == state)
  }

  @Test(arguments: [
    ("2026-03-01", 1), ("2026-03-31", 31), ("2027-02-28", 365), ("2028-02-29", 731),
  ])
  func lateDaysAreCountedAcrossYears(day: String, days: Int) throws {
    let suggestion = try #require(try Self.bench(on: day).suggestion("INSSN-LYO-2026-0001#II1"))
    let told = LetterFixture.facts(suggestion.evidence)["Answer"]
    #expect(told?.en == "\(days) days overdue" && told?.fr == "en retard de \(days) jours")
  }

  @Test func olderDemandsFallUnlessTheyAreLate() throws {
    func score(_ item: String, _ day: String) throws -> Double {
      try #require(try Self.bench(on: day).suggestion("INSSN-LYO-2026-0001#\(item)")).score.value
    }
    #expect(try score("II4", "2026-02-01") > score("II4", "2030-02-01"))
    #expect(try score("II1", "2026-02-28") < score("II1", "2026-03-01"))
  }

  @Test func theDayOfTheBriefIsTheDayAsked() throws {
    let bench = try Self.bench(on: "2028-02-29")
    let first = try #require(try bench.suggestions().first)
    guard case .file(let name, let content) = try bench.act("brief", on: first) else {
      Issue.record("a brief is a file")
      return
    }
    #expect(name == "fiche-val-2028-02-29.md")
    #expect(
      String(decoding: content, as: UTF8.self).contains(
        "Établi le 2028-02-29 d’après 1 lettre de suite"))
  }

  @Test func closingComesAtAnyTime() throws {
    let bench = try Self.bench(on: "2026-06-01")
    #expect(
      try bench.suggestion("INSSN-LYO-2026-0001#II1")?.facets.contains(Facet("state", "EN RETARD"))
        == true)
    try bench.analyse(["s.csv": "inspection;item;closed_on\nINSSN-LYO-2026-0001;;2026-05-31\n"])
    for item in ["II1", "II2", "II3"] {
      let suggestion = try #require(try bench.suggestion("INSSN-LYO-2026-0001#\(item)"))
      #expect(suggestion.facets.contains(Facet("state", "soldée")), "\(item)")
      #expect(LetterFixture.facts(suggestion.evidence)["Answer"]?.en == "closed on 2026-05-31")
    }
  }

  @Test func theOrderOfFilesChangesNothing() throws {
    let together = try Self.bench(on: "2026-06-01").suggestions()
    for names in [["a.txt", "r.csv"], ["r.csv", "a.txt"]] {
      var bench = LetterBench()
      bench.request.today = try #require(CalendarDate(iso: "2026-06-01"))
      bench.request.now = Timestamp(
        milliseconds: Int64(bench.request.today.daysSinceEpoch) * 86_400_000)
      for name in names { try bench.analyse([name: Self.files[name] ?? ""]) }
      #expect(try bench.suggestions() == together, "\(names)")
    }
  }
}
