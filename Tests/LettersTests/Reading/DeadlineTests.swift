import Language
import Review
import Testing

@testable import Letters

/// By when, of which day: month ends, leap years, words and digits.
@Suite struct DeadlineTests {
  private static func due(_ text: String, from iso: String = "2022-01-31") -> String? {
    DeadlineReader.deadline(in: text, from: CalendarDate(iso: iso))?.date?.iso
  }

  @Test(arguments: [
    ("sous un mois", "2022-01-31", "2022-02-28"), ("sous un mois", "2024-01-31", "2024-02-29"),
    ("sous un mois", "2024-01-30", "2024-02-29"), ("sous un mois", "2022-12-31", "2023-01-31"),
    ("sous deux mois", "2021-12-31", "2022-02-28"), ("sous douze mois", "2024-02-29", "2025-02-28"),
    ("sous un an", "2024-02-29", "2025-02-28"), ("sous quatre ans", "2024-02-29", "2028-02-29"),
    ("sous trois mois", "2022-11-30", "2023-02-28"), ("sous six mois", "2022-08-31", "2023-02-28"),
    ("sous onze mois", "2022-01-31", "2022-12-31"), ("sous 15 jours", "2024-02-20", "2024-03-06"),
    ("sous quinze jours", "2022-12-25", "2023-01-09"),
    ("sous trois semaines", "2022-02-20", "2022-03-13"),
    ("sous un jour", "2022-12-31", "2023-01-01"), ("sous 366 jours", "2023-01-01", "2024-01-02"),
  ])
  func durationsEndOnADayThatExists(words: String, from: String, due: String) {
    #expect(Self.due("Vous répondrez \(words).", from: from) == due)
  }

  @Test(arguments: [
    ("sept jours", "2022-02-07"), ("neuf jours", "2022-02-09"), ("onze jours", "2022-02-11"),
    ("treize jours", "2022-02-13"), ("quarante-cinq jours", "2022-03-17"),
    ("quarante cinq jours", "2022-03-17"), ("soixante jours", "2022-04-01"),
    ("soixante-dix jours", "2022-04-11"), ("soixante et onze jours", "2022-04-12"),
    ("quatre-vingts jours", "2022-04-21"), ("quatre-vingt-dix jours", "2022-05-01"),
    ("quatre-vingt-dix-neuf jours", "2022-05-10"), ("vingt et un jours", "2022-02-21"),
    ("deux (2) mois", "2022-03-31"), ("2 (deux) mois", "2022-03-31"),
    ("dix-huit mois", "2023-07-31"),
    ("24 heures", "2022-02-01"), ("48 heures", "2022-02-02"), ("48 h", "2022-02-02"),
    ("quarante-huit heures", "2022-02-02"), ("une heure", "2022-02-01"),
    ("72 heures", "2022-02-03"),
    ("vingt-quatre mois", "2024-01-31"),
  ])
  func numbersAreReadInWordsAndDigits(words: String, due: String) {
    #expect(Self.due("Vous le ferez sous \(words).") == due)
    #expect(Self.due("Vous le ferez dans un délai de \(words).") == due)
  }

  @Test(arguments: [
    ("avant le 29 février 2024", "2024-02-29"), ("avant le 31/12/2022", "2022-12-31"),
    ("au plus tard le 1er mars 2023", "2023-03-01"), ("d’ici le 30 juin 2023", "2023-06-30"),
    ("d’ici au 30 juin 2023", "2023-06-30"), ("pour le 15/09/2023", "2023-09-15"),
    ("jusqu’au 31 janvier 2023", "2023-01-31"), ("AVANT LE 3 MARS 2023", "2023-03-03"),
  ])
  func daysAreReadAsTheyStand(words: String, due: String) {
    #expect(Self.due("Vous répondrez \(words).") == due)
  }

  @Test(arguments: [
    "avant le 30 février 2024", "avant le 31/04/2023", "avant le 00/00/0000", "avant le 99/99/9999",
    "sous 0 mois", "sous zéro jour", "sous 367 jours", "sous 99999999999999999999 jours",
    "sous mille jours", "sous peu", "sous (2) réserves",
    "sous réserve de deux mois d’essai ultérieur",
    "L’essai dure deux mois.", "après deux mois", "le 3 mars 2022", "sous -2 mois",
  ])
  func whatIsNoDayIsNone(text: String) {
    #expect(Self.due(text) == nil, "\(String(describing: Self.due(text)))")
  }

  @Test(
    arguments: [
      ("sans délai et avant le 3 mars 2022", true, nil),
      ("avant le 3 mars 2022, sous deux mois", false, "2022-03-03"),
      ("sous deux mois, dans les meilleurs délais", false, "2022-03-31"),
    ] as [(String, Bool, String?)])
  func theStrictestComesFirst(text: String, isImmediate: Bool, due: String?) throws {
    let deadline = try #require(
      DeadlineReader.deadline(in: text, from: CalendarDate(iso: "2022-01-31")))
    #expect(deadline.isImmediate == isImmediate && deadline.date?.iso == due)
  }

  @Test(arguments: [
    ("Vous répondrez sous deux mois.", "sous deux mois"),
    ("Œuvrez sous deux (2) mois.", "sous deux (2) mois"),
    ("À faire sans délai !", "sans délai"), ("D’ici trois semaines", "ici trois semaines"),
    ("Au plus tard le 30/06/2022.", "Au plus tard le 30/06/2022"),
  ])
  func theWordsAreThoseOfTheText(text: String, words: String) throws {
    let found = try #require(
      DeadlineReader.deadline(in: text, from: CalendarDate(iso: "2022-01-31")))
    #expect(found.words == words && text.contains(found.words))
  }

  /// Every number of days a duration may have, written as people write it.
  @Test func everyDurationIsReadBothWays() throws {
    let day = try #require(CalendarDate(iso: "2023-03-01"))
    for count in 1...366 {
      let due = day.adding(days: count).iso
      #expect(Self.due("sous \(count) jours", from: day.iso) == due)
      #expect(
        Self.due("sous \(FrenchNumberSpeller.cardinal(count)) jours", from: day.iso) == due,
        "\(count)")
    }
  }

  @Test func monthsLaterIsNeverANextMonth() throws {
    var day = try #require(CalendarDate(iso: "2023-01-01"))
    for _ in 0..<800 {
      for months in [0, 1, 2, 11, 12, 13, 48] {
        let later = day.adding(months: months)
        let gap = (later.year - day.year) * 12 + later.month - day.month
        #expect(gap == months && later.day <= day.day, "\(day) \(months) \(later)")
        #expect(later.day == day.day || later.adding(days: 1).day == 1)
      }
      day = day.adding(days: 1)
    }
  }

  @Test func theEndOfTimeIsNoCrash() throws {
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    #expect(last.adding(months: 12) == last)
  }
}
