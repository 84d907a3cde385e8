import Review
import Testing

@testable import Tables

@Suite struct FieldParserTests {
  @Test(arguments: [
    ("12", 12.0), ("1,5", 1.5), ("1.5", 1.5), ("-3,25", -3.25), ("\u{2212}3", -3.0),
    ("1 234,5", 1234.5), ("1\u{202F}234\u{202F}567,25", 1_234_567.25), ("1\u{A0}234", 1234.0),
    ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234.567", 1_234_567.0), (" 7 ", 7.0),
    ("3.02E+13", 3.02e13), ("+4", 4.0), (",5", 0.5), ("5,", 5.0), ("0", 0.0),
  ])
  func readsNumbers(_ text: String, _ expected: Double) throws {
    #expect(try FieldParser.number(text) == expected)
  }

  @Test(arguments: [
    "abc", "1 2", "12 34", "1,2,3", "1.23.4", "--1", "1-2", "inf", "0x10", "1e999", "e5", ",",
    "12 €",
    "1,,5", "1234 567", "٣", String(repeating: "9", count: 100),
  ])
  func refusesNumbers(_ text: String) {
    #expect(throws: FieldError.self) { try FieldParser.number(text) }
  }

  @Test(arguments: ["", "  ", "_", "-", "NC", "n/a", "Non renseigné", "NULL"])
  func takesPlaceholdersAsNothing(_ text: String) throws {
    #expect(FieldParser.value(text) == nil)
    #expect(try FieldParser.number(text) == nil)
    #expect(try FieldParser.date(text) == nil)
    #expect(try FieldParser.coordinate(text) == nil)
    #expect(try FieldParser.siret(text) == nil)
    #expect(try FieldParser.mark(text) == nil)
  }

  @Test func readsIntegers() throws {
    #expect(try FieldParser.integer("1 888") == 1888)
    #expect(try FieldParser.integer("12,0") == 12)
    #expect(throws: FieldError.self) { try FieldParser.integer("12,5") }
    #expect(throws: FieldError.self) { try FieldParser.integer("1e30") }
  }

  static let dates: [(String, String)] = [
    ("2024-12-14", "2024-12-14"), ("2024-12-14T10:11:12", "2024-12-14"),
    ("2024-12-14 10:11:12", "2024-12-14"), ("2019-03-22T01:00:00+01:00", "2019-03-22"),
    ("2019-03-22T00:00:00+00:00", "2019-03-22"), ("2019-07-01T22:00:00Z", "2019-07-02"),
    ("2019-01-31T23:00:00+00:00", "2019-02-01"), ("2019-07-01T23:00:00Z", "2019-07-01"),
    ("2019-01-31T22:00:00Z", "2019-01-31"), ("2019-03-31T22:00:00Z", "2019-04-01"),
    ("2019-10-26T22:00:00.000Z", "2019-10-27"), ("2019-10-27T23:00:00Z", "2019-10-28"),
    ("2019-07-01T22:30:00Z", "2019-07-01"), ("14/12/2024", "2024-12-14"),
    ("4/2/2024", "2024-02-04"), ("14-12-2024", "2024-12-14"), ("14.12.2024", "2024-12-14"),
    ("14/12/24", "2024-12-14"), ("2024/12/14", "2024-12-14"), ("20241214", "2024-12-14"),
    ("14/12/2024 18:30", "2024-12-14"), ("14/12/2024 18h30", "2024-12-14"),
    ("14 décembre 2024", "2024-12-14"), ("14 DECEMBRE 2024", "2024-12-14"),
    ("1er janvier 2024", "2024-01-01"), ("samedi 14 déc. 2024", "2024-12-14"),
    ("le 3 août 2023", "2023-08-03"), ("29 févr. 2024", "2024-02-29"),
    ("14\u{A0}juil.\u{A0}2022", "2022-07-14"), ("Dec 14, 2024", "2024-12-14"),
    ("December 14th, 2024", "2024-12-14"), ("14 Sep 2024", "2024-09-14"),
    ("14 décembre 2024 à 10:12", "2024-12-14"), ("1531170190", "2018-07-09"),
    ("1531170190000", "2018-07-09"), ("1900-01-01", "1900-01-01"),
  ]

  @Test(arguments: dates) func readsDates(_ text: String, _ iso: String) throws {
    #expect(try FieldParser.date(text)?.iso == iso)
  }

  @Test(arguments: [
    "0000-00-00", "9999-12-31", "0001-01-01", "31/02/2024", "2023-02-29", "2024-13-01",
    "12/14/2024", "décembre 2024", "14 décembre", "hier", "il y a 2 mois", "14/12", "1/2/3/4",
    "2024-12-14x", "2024-12-145", "demain 14 décembre 2024", "14 mars avril 2024", "1899-12-31",
    "2101-01-01", "32 mai 2024", "-1/2/2024", "99999999",
    String(repeating: "1", count: 200),
  ])
  func refusesDates(_ text: String) {
    #expect(throws: FieldError.self) { try FieldParser.date(text) }
  }

  @Test(arguments: [
    ("il y a 2 mois", 60), ("il y a une semaine", 7), ("il y a un an", 365), ("a year ago", 365),
    ("3 weeks ago", 21), ("hier", 1), ("aujourd’hui", 0), ("il y a 5 heures", 0), ("today", 0),
  ])
  func readsRelativeDates(_ text: String, _ days: Int) throws {
    let reference = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    #expect(try FieldParser.date(text, reference: reference) == reference.adding(days: -days))
  }

  @Test(arguments: ["il y a 99999999999999999999 ans", "il y a 900 ans", "il y a -2 jours", "ago"])
  func refusesRelativeDates(_ text: String) throws {
    let reference = CalendarDate(year: 2026, month: 11, day: 23)
    #expect(throws: FieldError.self) { try FieldParser.date(text, reference: reference) }
  }

  @Test(arguments: [
    ("48.9,2.3", 48.9, 2.3), ("48.900689, -2.305535", 48.900689, -2.305535),
    ("-21.1,55.5", -21.1, 55.5), ("(48.9, 2.3)", 48.9, 2.3), ("48,9;2,3", 48.9, 2.3),
    ("48.9 2.3", 48.9, 2.3), ("48,2", 48.0, 2.0),
  ])
  func readsCoordinates(_ text: String, _ latitude: Double, _ longitude: Double) throws {
    let place = try #require(try FieldParser.coordinate(text))
    #expect(place == Coordinate(latitude: latitude, longitude: longitude))
  }

  @Test(arguments: ["91,2", "48.9", "48.9,181", "nan,2", "a,b", "1,2,3", "inf,1", "0x1,2"])
  func refusesCoordinates(_ text: String) {
    #expect(throws: FieldError.self) { try FieldParser.coordinate(text) }
  }

  @Test func readsCoordinatesFromTwoFields() throws {
    let place = try FieldParser.coordinate(latitude: "45,7", longitude: "4.8")
    #expect(place == Coordinate(latitude: 45.7, longitude: 4.8))
    #expect(try FieldParser.coordinate(latitude: "", longitude: "4") == nil)
    #expect(throws: FieldError.self) {
      try FieldParser.coordinate(latitude: "95", longitude: "4")
    }
  }

  @Test(arguments: [
    ("4", 4.0), ("4,5", 4.5), ("4.5", 4.5), ("5/5", 5.0), ("8/10", 4.0), ("15/20", 3.75),
    ("0/10", 1.0), ("4 sur 5", 4.0), ("4,5 étoiles", 4.5), ("1 étoile", 1.0), ("4 out of 5", 4.0),
    ("★★★★☆", 4.0), ("⭐⭐⭐", 3.0), ("FIVE", 5.0), (" 3 ", 3.0), ("4/5 étoiles", 4.0),
  ])
  func readsMarks(_ text: String, _ expected: Double) throws {
    #expect(try FieldParser.mark(text) == expected)
  }

  @Test(arguments: ["0", "6", "-1", "11/10", "4/7", "bien", "☆☆☆☆☆", "★★★★★★", "4/5/5"])
  func refusesMarks(_ text: String) {
    #expect(throws: FieldError.self) { try FieldParser.mark(text) }
  }

  @Test func bringsMarksOfAKnownScaleToFive() throws {
    #expect(try FieldParser.mark("9", scale: .ten) == 4.5)
    #expect(try FieldParser.mark("14", scale: .twenty) == 3.5)
    #expect(try FieldParser.mark("4/5", scale: .ten) == 4)
    #expect(throws: FieldError.self) { try FieldParser.mark("12", scale: .ten) }
  }

  @Test(arguments: [
    ("00012345600016", "00012345600016"), ("123 456 789 00012", "12345678900012"),
    ("P00000230002", "P00000230002"), ("it10291090016001", "IT10291090016001"),
    ("12345678900012\u{A0}", "12345678900012"), ("12345678900012001", "12345678900012001"),
  ])
  func readsSirets(_ text: String, _ expected: String) throws {
    #expect(try FieldParser.siret(text) == expected)
  }

  @Test(arguments: ["3.02E+13", "3,02E+13", "3E+13", "1234567890001", "12", "abc", "12-34-5678901"])
  func refusesDamagedSirets(_ text: String) {
    #expect(throws: FieldError.self) { try FieldParser.siret(text) }
  }

  @Test func putsTheZeroOfPostcodesBack() {
    #expect(FieldParser.postcode("1000") == "01000")
    #expect(FieldParser.postcode(" 69001 ") == "69001")
    #expect(FieldParser.postcode("000NR") == "000NR")
    #expect(FieldParser.postcode("") == "")
  }

  @Test func readsChoices() throws {
    let allowed = ["aameliorer": 1, "satisfaisant": 2]
    #expect(try FieldParser.choice("À améliorer", of: allowed, named: "x") == 1)
    #expect(try FieldParser.choice("", of: allowed, named: "x") == nil)
    #expect(throws: FieldError.self) {
      try FieldParser.choice("LYON", of: allowed, named: "x")
    }
  }
}
