import Display
import Review
import Testing

@testable import Workbench

@Suite struct WordsTests {
  @Test(
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1_234, "1\u{202F}234", "1,234"),
      (-1_234_567, "−1\u{202F}234\u{202F}567", "−1,234,567"),
      (100_000, "100\u{202F}000", "100,000"),
      (
        Int.min, "−9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808",
        "−9,223,372,036,854,775,808"
      ),
    ])
  func wholeNumbers(_ value: Int, _ french: String, _ english: String) {
    #expect(Words.french.count(value) == french)
    #expect(Words.english.count(value) == english)
  }

  @Test(
    arguments: [
      (1_234.5, 1, "1\u{202F}234,5", "1,234.5"), (0.005, 2, "0,01", "0.01"),
      (-0.001, 2, "0,00", "0.00"),
      (-2.1, 2, "−2,10", "−2.10"), (.nan, 2, "–", "–"), (.infinity, 0, "–", "–"),
      (1e300, 0, "–", "–"),
      (0.5, -4, "1", "1"), (2, 40, "2,000000000", "2.000000000"),
    ] as [(Double, Int, String, String)])
  func decimals(_ value: Double, _ places: Int, _ french: String, _ english: String) {
    #expect(Words.french.decimal(value, places) == french)
    #expect(Words.english.decimal(value, places) == english)
  }

  @Test(
    arguments: [
      (0.15, "0,15"), (50, "50"), (61.25, "61,3"), (0, "0"), (1.5, "1,5"),
      (12_345.6, "12\u{202F}346"),
      (0.0004, "0"), (100, "100"), (-3.10, "−3,1"),
    ])
  func shortNumbers(_ value: Double, _ french: String) {
    #expect(Words.french.shortNumber(value) == french)
  }

  @Test func percentages() {
    #expect(Words.french.percent(0.934) == "93\u{A0}%")
    #expect(Words.english.percent(0.934, 1) == "93.4%")
    #expect(Words(.french, glyphs: .ascii).percent(1) == "100 %")
    #expect(Words.french.percentRange(0.786, 0.931) == "79–93")
    #expect(Words(.english, glyphs: .ascii).percentRange(0, 1) == "0-100")
    #expect(Words.french.signed(1.314) == "+1,31")
    #expect(Words.english.signed(-0.38) == "−0.38")
  }

  @Test func days() {
    let day = Sample.date(2024, 12, 14)
    #expect(Words.french.day(day) == "14\u{A0}déc.\u{A0}2024")
    #expect(Words.english.day(day) == "14\u{A0}Dec\u{A0}2024")
    #expect(Words.french.day(Sample.date(2025, 5, 1)) == "1er\u{A0}mai\u{A0}2025")
    #expect(Words(.english, glyphs: .ascii).month(day) == "Dec 2024")
    #expect(Words.french.monthName(13) == "déc.")
    #expect(
      Words.french.moment(Sample.time(2024, 12, 14, 842)) == "14\u{A0}déc.\u{A0}2024 14:02 UTC")
  }

  @Test(
    arguments: [
      (0, "aujourd'hui", "today"), (-1, "hier", "yesterday"), (1, "demain", "tomorrow"),
      (-3, "il y a 3 jours", "3 days ago"), (41, "dans 41 jours", "in 41 days"),
      (-90, "il y a 2 mois", "2 months ago"), (-800, "il y a 2 ans", "2 years ago"),
    ])
  func relativeDays(_ days: Int, _ french: String, _ english: String) {
    let day = Sample.today.adding(days: days)
    #expect(plain(Words.french.relative(day, to: Sample.today)) == french)
    #expect(plain(Words.english.relative(day, to: Sample.today)) == english)
  }

  @Test(
    arguments: [
      (11.2, "11 s", "11 s"), (200, "3 min", "3 min"), (3_900, "1 h 05", "1 h 05"),
      (187_200, "2 j 4 h", "2 d 4 h"), (-1, "–", "–"), (.nan, "–", "–"), (.infinity, "–", "–"),
    ] as [(Double, String, String)])
  func durations(_ seconds: Double, _ french: String, _ english: String) {
    #expect(plain(Words.french.duration(seconds: seconds)) == french)
    #expect(plain(Words.english.duration(seconds: seconds)) == english)
  }

  @Test func countedNouns() {
    func rows(_ count: Int, _ words: Words) -> String {
      words.count(count, fr: ("ligne", "lignes"), en: ("row", "rows"))
    }
    #expect(
      [0, 1, 2].map { rows($0, .french) } == ["0\u{A0}ligne", "1\u{A0}ligne", "2\u{A0}lignes"])
    #expect([0, 1, 2].map { rows($0, .english) } == ["0\u{A0}rows", "1\u{A0}row", "2\u{A0}rows"])
    #expect(Words.french.count(3, Sample.panel.item) == "3\u{A0}établissements")
    #expect(Words.english.count(1, Sample.panel.item) == "1\u{A0}establishment")
  }

  @Test func typesetting() {
    let french = Words.french
    #expect(
      french.say("Pourquoi ? « oui » : 3 %", "")
        == "Pourquoi\u{A0}? «\u{A0}oui\u{A0}»\u{A0}: 3\u{A0}%")
    #expect(Words.english.say("", "Why ? “yes” : 3 %") == "Why ? “yes” : 3 %")
    let plain = Words(.french, glyphs: .ascii)
    #expect(plain.say("« été » → 1–2 · ●●○ …", "") == "\"été\" -> 1-2 - **o ...")
    #expect(french.quoted("a") == "«\u{A0}a\u{A0}»")
    #expect(Words.english.quoted("a") == "“a”")
  }

  @Test func scores() {
    let score = Score(0.88, low: 0.79, high: 0.93, basis: .probability(model: 7))
    #expect(Words.french.score(score).content == "88\u{A0}% (79–93) · modèle 7")
    #expect(Words.english.score(score).content == "88% (79–93) · model 7")
    let rule = Score(0.9, basis: .rule(level: 5))
    #expect(Words.french.score(rule).content == "règle ●●●")
    #expect(
      Words(.english, glyphs: .ascii).score(Score(0, basis: .rule(level: 1))).content == "rule *oo")
    #expect(Words.french.spokenScore(rule) == "règle, niveau 3 sur 3")
  }

  @Test func signsDiffer() {
    for glyphs in GlyphSet.allCases {
      let words = Words(.french, glyphs: glyphs)
      #expect(Set(ReviewStatus.allCases.map { words.sign($0) }).count == 4)
      #expect(Set(StatementsEvidence.Status.allCases.map { words.sign($0) }).count == 4)
      #expect(ReviewStatus.allCases.allSatisfy { words.sign($0).width == 1 })
    }
  }

  @Test func selections() {
    #expect(Words.french.selection(Selection(.best)).content == "classé par son score")
    #expect(
      Words.english.selection(Selection(.uncertain, probability: 0.2)).content
        == "chosen because the model hesitates (p = 0.2)")
  }
}

/// A text with plain blanks for no-break ones, which tables do not show.
private func plain(_ text: String) -> String {
  String(text.map { $0 == "\u{A0}" ? " " : $0 })
}
