import Foundation
import Testing

@testable import Review

@Suite struct OrderingTests {
  /// Values of Python's datetime.date, in days since 1970-01-01.
  @Test(arguments: [
    ("1582-10-15", -141_427), ("1789-07-14", -65_914), ("1900-02-28", -25_509),
    ("1900-03-01", -25_508), ("2018-11-07", 17_842), ("2100-02-28", 47_540),
    ("0004-02-29", -718_008), ("9999-12-31", 2_932_896),
  ])
  func daysAreThoseOfAnotherCalendar(iso: String, days: Int) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(Int(date.daysSinceEpoch) == days)
    #expect(date.iso == iso && "\(date)" == iso)
  }

  @Test(arguments: [Int.max, Int.min, 100_000_000, -100_000_000, 2_932_896 - 20_000])
  func addingDaysStaysWithinTheCalendar(days: Int) throws {
    let date = try #require(CalendarDate(iso: "2024-10-04"))
    let later = date.adding(days: days)
    #expect((1...9999).contains(later.year))
    #expect((later > date) == (days > 0))
    #expect(CalendarDate(iso: later.iso) == later)
  }

  @Test(arguments: [
    (Double.nan, Int64(5)), (.infinity, 5), (-.infinity, 5), (1e300, 5), (0.0009, 5),
    (-0.001, 4), (2.5, 2505),
  ])
  func addingSecondsNeverTraps(seconds: Double, milliseconds: Int64) {
    #expect(Timestamp(milliseconds: 5).adding(seconds: seconds).milliseconds == milliseconds)
  }

  @Test(arguments: [Int64.min, Int64.max, -86_400_001, -1, 86_399_999])
  func theClockIsAlwaysATimeOfDay(milliseconds: Int64) {
    let clock = Timestamp(milliseconds: milliseconds).clock
    #expect((0...23).contains(clock.hour) && (0...59).contains(clock.minute))
    #expect((0...59).contains(clock.second))
  }

  /// Identifiers computed by another program: the first 64 bits of SHA-256.
  @Test func identifiersHavePinnedValues() {
    #expect(Suggestion.id(project: .restaurants, naturalKey: "123") == "3bf0e26eb4f71d43")
    #expect(
      Document.id(project: .letters, naturalKey: "INSSN-LYO-2019-0001#3") == "a3c49bac18166925")
    #expect(Suggestion.id(project: .parcels, naturalKey: "é") == "d9ec3f430a097501")
    #expect(Suggestion.id(project: .calls, naturalKey: "") == "9b8a8f0a77fd1981")
  }

  @Test func keysAreAStrictOrder() {
    var keys: [SuggestionKey] = []
    for priority in [0.0, 0.1, 0.1000001, 1, -1, 0.5] {
      for id in ["a", "b", "aa", "A", ""] { keys.append(SuggestionKey(priority: priority, id: id)) }
    }
    for left in keys {
      for right in keys {
        #expect((left < right) == !(right < left || left == right))
      }
    }
    let sorted = keys.sorted()
    for (one, next) in zip(sorted, sorted.dropFirst()) { #expect(one.priority >= next.priority) }
  }

  @Test func spansAreOrderedByTheirBeginThenEnd() {
    let spans = [Span(3, 9), Span(0, 5), Span(0, 2), Span(3, 3)]
    #expect(spans.sorted() == [Span(0, 2), Span(0, 5), Span(3, 3), Span(3, 9)])
    #expect(!Span(3, 3).overlaps(Span(3, 3)))
    #expect(Span(0, 5).overlaps(Span(2, 3)) && Span(2, 3).overlaps(Span(0, 5)))
  }

  static let selections: [(Selection, Double)] = [
    (Selection(.random, probability: 1.5), 1.0), (Selection(.random, probability: -1), 0),
    (Selection(.uncertain, probability: .nan), 0), (Selection(.best), 1),
  ]

  @Test(arguments: selections)
  func probabilitiesLieBetweenZeroAndOne(selection: Selection, probability: Double) {
    #expect(selection.probability == probability)
  }

  @Test func rowsTellTheirKeyAndFacets() {
    let suggestion = Suggestion(
      project: .restaurants, naturalKey: "k", title: "t", place: "p",
      facets: [Facet("commune", "Sète"), Facet("commune", "Agde"), Facet("type", "bar")],
      score: Score(0.25, basis: .rule(level: 1)), priority: 0.75,
      provenance: VocabularyTests.provenance)
    let row = SuggestionRow(suggestion, status: .accepted, followUp: "planned", noteCount: 2)
    #expect(row.key == SuggestionKey(priority: 0.75, id: suggestion.id))
    #expect(row.facet("commune") == "Sète" && row.facet("nowhere") == nil)
    #expect(row.status == .accepted && row.followUp == "planned" && row.noteCount == 2)
    #expect(SuggestionRow(suggestion).status == .open)
  }

  @Test func countsAddUp() {
    let counts = PanelCounts(open: 1, accepted: 2, rejected: 3, later: 4, decidedToday: 9)
    #expect(counts.total == 10)
  }

  @Test func agentsNamesAreBounded() {
    #expect(Agent(id: String(repeating: "a", count: 200)).id.count == 64)
    #expect(Agent(id: "marie").name == "marie" && Agent(id: "marie").role == .agent)
  }

  /// Every word shown is there in both languages.
  @Test func everyNameHasBothLanguages() {
    let names =
      Project.allCases.map(\.title) + Role.allCases.map(\.title) + Verdict.allCases.map(\.title)
      + ReviewStatus.allCases.map(\.title)
    for name in names { #expect(!name.fr.isEmpty && !name.en.isEmpty) }
    #expect(Set(Project.allCases.map(\.title.fr)).count == 6)
    #expect(Set(ReviewStatus.allCases.map(\.title.en)).count == 4)
    #expect(LocalizedText(fr: "a", en: "b")[.french] == "a")
    #expect(LocalizedText(fr: "a", en: "b")[.english] == "b")
  }

  @Test(arguments: [
    (Verdict.accept, ReviewStatus?.some(.accepted)), (.reject, .rejected), (.later, .later),
    (.annotate, nil),
  ])
  func verdictsLeadToOneStatus(verdict: Verdict, status: ReviewStatus?) {
    #expect(ReviewStatus(verdict) == status)
  }

  @Test func workSplitOverCoresKeepsItsOrder() {
    let numbers = Array(0..<1000)
    #expect(Parallel.map(numbers) { $0 * $0 } == numbers.map { $0 * $0 })
    #expect(Parallel.map([Int]()) { $0 }.isEmpty)
    let odd: [Int?] = Parallel.map([1, 2, 3]) { $0 == 2 ? nil : $0 }
    #expect(odd == [1, nil, 3])
  }

  @Test(arguments: ["{\"fr\":\"a\"}", "[]", "3", "{\"en\":\"b\"}"])
  func textsInOneLanguageOnlyAreRefused(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LocalizedText.self, from: Data(json.utf8))
    }
  }

  @Test(arguments: [
    (nil, InterfaceLanguage.french), ("", .french), ("EN", .english), ("en", .english),
    ("POSIX", .french), ("oc_FR", .french),
  ])
  func localesThatSayNothingAreFrench(locale: String?, language: InterfaceLanguage) {
    #expect(InterfaceLanguage(locale: locale) == language)
  }
}
