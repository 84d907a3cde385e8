import Language
import Learning
import Review
import Testing

@testable import Calls

/// What is heard of days, amounts, hours and head counts, case by case.
@Suite struct SlotTableTests {
  private static func heard(_ kind: SlotKind, _ text: String) -> [String] {
    SlotFinder().slots(in: text).filter { $0.kind == kind }.map(\.value)
  }

  // MARK: Days

  @Test(
    arguments: [
      ("le premier janvier", "--01-01"), ("le trente et un janvier", "--01-31"),
      ("le vingt neuf février", "--02-29"), ("le 29 février 2024", "2024-02-29"),
      ("le 29 février 2023", nil), ("le trente février", nil), ("le trente et un avril", nil),
      ("le trente avril", "--04-30"), ("le trente et un juin", nil), ("le 31 septembre", nil),
      ("le trente et un décembre deux mille vingt cinq", "2025-12-31"),
      ("le 1er août", "--08-01"), ("le onze novembre mille neuf cent dix huit", "1918-11-11"),
      ("depuis le vingt et un mars", "--03-21"), ("au trente et un mai", "--05-31"),
      ("le dix sept juillet", "--07-17"), ("le dix huit fevr", "--02-18"),
      ("le 05/02/2027", "2027-02-05"), ("le 5/2/27", "2027-02-05"), ("le 15.01.2027", "2027-01-15"),
      ("le 15.01.27", "2027-01-15"), ("2027-01-15", "2027-01-15"), ("le 31/02/2027", nil),
      ("le 32/01/2027", nil), ("le 00/01/2027", nil), ("le 15/13/2027", nil), ("15/01", nil),
      ("le 15 01 2027", "2027-01-15"), ("le quinze zéro un deux mille vingt sept", "2027-01-15"),
      ("le zéro cinq zéro deux deux mille vingt sept", "2027-02-05"),
      ("le trente et un zéro un deux mille vingt sept", "2027-01-31"),
      ("le 3 mars 27", "2027-03-03"), ("le trois mars", "--03-03"), ("le mois de mars", nil),
      ("trois mois", nil), ("en mai fais ce qu'il te plait", nil), ("", nil),
    ] as [(String, String?)])
  func days(text: String, day: String?) {
    #expect(Self.heard(.date, text) == (day.map { [$0] } ?? []))
  }

  @Test(arguments: [
    "je viens le cinq ou le six", "le cinq mais pas le six", "le cinq ou six",
    "le dix mais je ne sais pas", "cinq ou six personnes viennent", "le deux ou plutôt le trois",
  ])
  func aConjunctionIsNoMonth(text: String) {
    #expect(Self.heard(.date, text).isEmpty)
  }

  @Test(arguments: [
    ("le cinq ou deux mille vingt cinq", "2025-08-05"), ("le premier mais", "--05-01"),
    ("du trois sept deux mille vingt six", "2026-07-03"),
  ])
  func aMisheardMonthIsOne(text: String, day: String) {
    #expect(Self.heard(.date, text) == [day])
  }

  @Test func twoDaysAreTwo() {
    #expect(
      Self.heard(.date, "du premier mars au trente et un mars deux mille vingt six")
        == ["--03-01", "2026-03-31"])
    #expect(Self.heard(.date, "du 01/03/2026 au 31/03/2026") == ["2026-03-01", "2026-03-31"])
  }

  @Test func theLastDayCounts() {
    #expect(SlotFinder().slot(.date, in: "le trois non pardon le quatre mars")?.value == "--03-04")
  }

  /// Every day of six years, the leap ones among them, in four ways of saying it.
  @Test(arguments: 2023...2028)
  func everyDayIsHeardAsItIsWritten(year: Int) throws {
    var day = try #require(CalendarDate(year: year, month: 1, day: 1))
    while day.year == year {
      let (written, month) = (day.iso, FrenchSpeech.monthNames[day.month - 1])
      let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
      let number = day.day == 1 ? "premier" : FrenchNumberSpeller.cardinal(day.day)
      let said = "\(number) \(month) " + FrenchNumberSpeller.cardinal(year)
      for text in [
        "le \(two(day.day))/\(two(day.month))/\(year)", "le \(day.day) \(month) \(year)",
        "le \(said)", written, FrenchSpeech.spell("le \(two(day.day))/\(two(day.month))/\(year)"),
      ] {
        #expect(Self.heard(.date, text) == [written], "\(text)")
      }
      day = day.adding(days: 1)
    }
  }

  // MARK: Amounts

  @Test(arguments: [
    ("douze euros", ["12.00"]), ("douze euros cinquante", ["12.50"]),
    ("douze euros et cinquante centimes", ["12.50"]), ("douze euros cinq centimes", ["12.05"]),
    ("un euro", ["1.00"]), ("zéro euro", ["0.00"]), ("mille euros", ["1000.00"]),
    ("deux mille euros", ["2000.00"]), ("soixante et onze euros", ["71.00"]),
    ("soixante douze euros", ["72.00"]), ("soixante dix neuf euros", ["79.00"]),
    ("quatre vingts euros", ["80.00"]), ("quatre vingt un euros", ["81.00"]),
    ("quatre vingt dix euros", ["90.00"]), ("quatre vingt onze euros", ["91.00"]),
    ("quatre vingt dix neuf euros quatre vingt dix neuf", ["99.99"]),
    ("septante et un euros", ["71.00"]), ("nonante neuf euros", ["99.00"]),
    ("cent euros", ["100.00"]), ("deux cent quatre vingt dix neuf euros", ["299.00"]),
    ("un million deux cent mille euros", ["1200000.00"]), ("12 euros", ["12.00"]),
    ("12,50 euros", ["12.50"]), ("12.50 euros", ["12.50"]), ("12,5 euros", ["12.50"]),
    ("12 €", ["12.00"]), ("12,50 €", ["12.50"]), ("12€", ["12.00"]), ("1 250 €", ["1250.00"]),
    ("1 250,50 €", ["1250.50"]), ("1 250,50 euros", ["1250.50"]),
    ("12 034 567,89 €", ["12034567.89"]),
    ("3 925 euros", ["3925.00"]), ("douze virgule cinq euros", ["12.50"]),
    ("douze virgule zéro cinq euros", ["12.05"]), ("douze virgule cinquante euros", ["12.50"]),
    ("euros", []), ("des euros en plus", []), ("douze", []), ("12,345 €", []),
    ("99999999999999999999 €", []), ("", []),
  ])
  func amounts(text: String, values: [String]) {
    #expect(Self.heard(.amount, text) == values)
  }

  @Test(arguments: [
    ("cent euros trois fois", "100.00"), ("payer cent euros deux mois de suite", "100.00"),
    ("douze euros trois salariés", "12.00"), ("douze euros et trois salariés", "12.00"),
    ("vingt euros quatre heures", "20.00"), ("dix euros 5 jours", "10.00"),
    ("douze euros le cinq", "12.00"),
  ])
  func whatCountsSomethingElseIsNoCentime(text: String, value: String) {
    #expect(Self.heard(.amount, text).first == value)
  }

  @Test func twoAmountsAreTwo() {
    #expect(Self.heard(.amount, "cent euros deux cents euros") == ["100.00", "200.00"])
    #expect(Self.heard(.amount, "12,50 € puis 7 €") == ["12.50", "7.00"])
  }

  /// What is spelled is heard again, centimes included.
  @Test func amountsSurviveBeingSaid() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<400 {
      let euros = [100, 1000, 10_000, 1_000_000][generator.below(4)]
      let (whole, cents) = (1 + generator.below(euros), generator.below(100))
      let tail = cents == 0 ? "" : cents < 10 ? ",0\(cents)" : ",\(cents)"
      let value = "\(whole)." + (cents < 10 ? "0\(cents)" : "\(cents)")
      let spoken = FrenchSpeech.spell("Vous devez \(whole)\(tail) €.")
      #expect(spoken.filter(\.isNumber) == "", "\(spoken)")
      // « mille euros zéro cinq » : the zero is said.
      #expect(Self.heard(.amount, spoken) == [value], "\(whole)\(tail) \(spoken)")
      #expect(Self.heard(.amount, "Vous devez \(whole)\(tail) €.") == [value])
    }
  }

  // MARK: Hours

  @Test(arguments: [
    ("sept heures", "7.00"), ("une heure", "1.00"), ("sept heures et demie", "7.50"),
    ("sept heures et quart", "7.25"), ("huit heures moins le quart", "7.75"),
    ("sept heures trois quarts", "7.75"), ("sept heures trente", "7.50"),
    ("sept heures quarante cinq", "7.75"), ("sept heures dix", "7.17"),
    ("trente cinq heures", "35.00"),
    ("soixante dix heures", "70.00"), ("quatre vingt onze heures", "91.00"),
    ("cent cinquante et une heures soixante sept", "151.00"), ("35 heures", "35.00"),
    ("35 h", "35.00"), ("35h", "35.00"), ("8h30", "8.50"), ("8 h 30", "8.50"), ("8h", "8.00"),
    ("12,5 heures", "12.50"), ("huit heures moins dix", "7.83"), ("0 heure", "0.00"),
  ])
  func hours(text: String, value: String) {
    #expect(Self.heard(.hours, text) == [value])
  }

  @Test(arguments: ["heure", "à quelle heure", "tout à l'heure", "les heures", ""])
  func noHours(text: String) {
    #expect(Self.heard(.hours, text).isEmpty)
  }

  @Test func quartersOfHoursSurviveBeingSaid() {
    for hour in 1...160 {
      for (minutes, share) in [(0, "00"), (15, "25"), (30, "50"), (45, "75")] {
        let written = minutes == 0 ? "\(hour) h" : "\(hour) h \(minutes)"
        #expect(
          Self.heard(.hours, FrenchSpeech.spell("Vous avez \(written)")) == ["\(hour).\(share)"],
          "\(written)")
      }
    }
  }

  // MARK: Head counts

  @Test(arguments: [
    ("nous avons douze salariés", ["12"]), ("un salarié", ["1"]), ("une salariée", ["1"]),
    ("quatre vingt dix neuf employés", ["99"]), ("mille salariés", ["1000"]),
    ("12 personnes", ["12"]), ("trois animateurs et deux moniteurs", ["3", "2"]),
    ("dix mille salariés", []), ("des salariés", []), ("sans salarié", []), ("", []),
  ])
  func headCounts(text: String, values: [String]) {
    #expect(Self.heard(.headCount, text) == values)
  }

  // MARK: All kinds

  @Test func slotsAreInOrderAndNeverOverlap() {
    var generator = SplitMix64(seed: 21)
    for _ in 0..<300 {
      let text = generator.hostileText(1 + generator.below(40))
      let slots = SlotFinder().slots(in: text)
      let count = text.unicodeScalars.count
      for slot in slots { #expect(slot.span.end <= count && slot.span.count > 0, "\(text)") }
      for (left, right) in zip(slots, slots.dropFirst()) {
        #expect(left.span.end <= right.span.begin, "\(text)")
      }
      #expect(slots == SlotFinder().slots(in: text), "same input, same values")
      #expect(slots.allSatisfy { $0.isVerified != false })
    }
  }

  @Test(arguments: [
    (SlotKind.siret, "44306184100047", "443 061 841 00047"), (.siren, "443061841", "443 061 841"),
    (.phone, "0612345678", "06 12 34 56 78"), (.amount, "1250.50", "1250,50 €"),
    (.hours, "7.50", "7,50 h"), (.date, "2026-03-01", "2026-03-01"), (.headCount, "12", "12"),
    (.siret, "", ""), (.phone, "12", "12"), (.siren, "1234567890", "123 456 789 0"),
  ])
  func valuesAreShownInGroups(kind: SlotKind, value: String, shown: String) {
    #expect(Slot(kind: kind, value: value, span: Span(0, 1)).display == shown)
  }

  @Test(arguments: [
    ("", [2, 2], [String]()), ("1", [2], ["1"]), ("12345", [2, 2], ["12", "34", "5"]),
    ("12345", [], ["12345"]), ("1234", [2, 2, 2], ["12", "34"]),
  ])
  func groupsKeepEveryDigit(digits: String, sizes: [Int], groups: [String]) {
    #expect(Slot.groups(digits, sizes) == groups)
    #expect(Slot.groups(digits, sizes).joined() == digits)
  }

  @Test func everyKindHasWordsInBothLanguages() {
    for kind in SlotKind.allCases {
      #expect(!kind.title.fr.isEmpty && !kind.title.en.isEmpty)
      #expect(SlotKind(rawValue: kind.rawValue) == kind)
    }
    #expect(Set(SlotKind.allCases.map(\.title.fr)).count == SlotKind.allCases.count)
  }
}
