import Foundation
import Review
import Testing

@testable import Inspections

/// The sentences of reasons, word for word, in both languages.
@Suite struct SentenceTests {
  private static let today = CalendarDate(daysSinceEpoch: day("2026-11-24"))

  // MARK: Stations

  private func station(
    _ points: [(String, Float)], values: [String: Float] = [:]
  ) -> StationReasons {
    var station = Station(code: "06011000")
    station.file = "stations.csv"
    station.line = 9
    return StationReasons(
      series: WaterSeries(
        station: "06011000", parameter: 1340,
        points: points.map { WaterPoint(day: day($0.0), value: $0.1, isBelow: false) }),
      threshold: 25, station: station, value: { values[$0] }, today: Self.today)
  }

  @Test func theLevelHasItsValueItsDateAndWhatWasExpected() {
    let expected = Float(log(1 + 25 * 30.0 / 25))
    let reasons = station([("2026-10-01", 46.8)], values: ["expected": expected])
    let (told, source) = reasons.tell(ReasonKey.level)
    #expect(told.fr == "nitrates : 46,8 mg/L le 2026-10-01, 30 attendu à cette saison")
    #expect(told.en == "nitrates: 46.8 mg/L on 2026-10-01, 30 expected at this season")
    #expect(source?.fr == "stations.csv, ligne 9" && source?.en == "stations.csv, line 9")
    let bare = station([("2026-10-01", 46.8)]).tell(ReasonKey.level).0
    #expect(bare.fr == "nitrates : 46,8 mg/L le 2026-10-01")
    // What is measured today is not known before today.
    let empty = station([("2026-11-24", 46.8)]).tell(ReasonKey.level).0
    #expect(empty.en == "nitrates")
  }

  @Test func exceedancesOfThreeYearsAreCounted() {
    let reasons = station([
      ("2022-01-01", 90), ("2024-06-01", 26), ("2025-06-01", 25), ("2026-06-01", 40),
    ])
    let told = reasons.tell(ReasonKey.exceedances).0
    #expect(told.fr == "2 mesures sur 3 au-dessus de 25 en 3 ans")
    #expect(told.en == "2 of 3 measurements above 25 in 3 years")
  }

  @Test(arguments: [
    (Float(0.2), "+22 % par an", "+22% a year"), (-0.2, "−18 % par an", "−18% a year"),
    (0, "+0 % par an", "+0% a year"),
  ])
  func trendsAreTold(_ slope: Float, _ fr: String, _ en: String) {
    let told = station([("2026-10-01", 5)], values: ["trend a year": slope]).tell(ReasonKey.trend).0
    #expect(told.fr == "tendance (Theil–Sen) : " + fr && told.en == "trend (Theil–Sen): " + en)
  }

  @Test func whatIsUnknownIsSaid() {
    let reasons = station([("2026-10-01", 5)])
    #expect(reasons.tell(ReasonKey.trend).0.en == "trend: too few measurements")
    #expect(reasons.tell(ReasonKey.network).0.en == "no other station measured in the last months")
    #expect(reasons.tell(ReasonKey.gap).0.en == "1 day measured, the last 54 days ago")
    #expect(station([]).tell(ReasonKey.gap).0.fr == "sans mesure")
    #expect(reasons.tell(ReasonKey.place).0.fr == "secteur géographique")
  }

  @Test(arguments: [(Float(0.3), "above", "au-dessus"), (-0.3, "below", "au-dessous")])
  func othersAreComparedWithTheirHabit(_ value: Float, _ en: String, _ fr: String) {
    let reasons = station(
      [("2026-10-01", 5)],
      values: [
        "others against expected, 25.0 km, 45 d": value, "recent against expected": value,
        "neighbours above, 10 km": 0.47,
      ])
    #expect(reasons.tell(ReasonKey.network).0.en.contains(" \(en) their usual level for 45 days"))
    #expect(reasons.tell(ReasonKey.network).0.fr.contains("% \(fr) de l'habitude"))
    #expect(
      reasons.tell(ReasonKey.residual).0.en
        == "recent measurements \(en) what the station led to expect")
    #expect(
      reasons.tell(ReasonKey.neighbours).0.en
        == "stations within 10 km: 47% of measurements above the threshold in 12 months")
  }

  // MARK: Pieces

  @Test(arguments: [
    (0.0, 1, "0", "0"), (-0.04, 1, "0", "0"), (12.50, 1, "12,5", "12.5"), (12.0, 2, "12", "12"),
    (0.0321, 3, "0,032", "0.032"), (-3.14159, 2, "-3,14", "-3.14"),
    (1234567.0, 0, "1234567", "1234567"), (100.0, 0, "100", "100"),
  ])
  func numbersHaveFewDigits(_ value: Double, _ digits: Int, _ fr: String, _ en: String) {
    let told = Facts.number(value, digits: digits)
    #expect(told.fr == fr && told.en == en)
  }

  @Test(arguments: [
    (0, "0 station", "0 stations"), (1, "1 station", "1 station"), (2, "2 stations", "2 stations"),
  ])
  func nounsAgreeInTheirLanguage(_ count: Int, _ fr: String, _ en: String) {
    #expect(Facts.count(count, "station", "stations") == fr)
    #expect(Facts.count(count, "station", "stations", .english) == en)
  }

  @Test(arguments: [
    ("mg(NO3)/L", "mg/L"), ("µg/L", "µg/L"), ("n/(100mL)", "n/(100mL)"), ("", ""), ("%", "%"),
  ])
  func unitsAreShortened(_ unit: String, _ short: String) {
    #expect(Facts.shortUnit(unit) == short)
  }

  @Test func valuesCarryTheirMark() {
    let below = WaterPoint(day: 0, value: 0.02, isBelow: true)
    #expect(Facts.value(below, parameter: 1506).fr == "< 0,02 µg/L")
    #expect(Facts.value(below, parameter: 1506).en == "< 0.02 µg/L")
    #expect(Facts.value(below, parameter: 999_999).en == "< 0.02")
    #expect(Facts.name(999_999).en == "parameter 999999")
  }

  @Test func reasonsAddUpWhateverIsTold() {
    let columns = (0..<30).map { FeatureColumn("c\($0)", .free, "r\($0 % 15)") }
    let parts = (0..<30).map { Double(($0 * 7) % 19 - 6) * 0.013 }
    let told = Reasons.contributions(base: -1.5, parts: parts, columns: columns) {
      (LocalizedText(same: $0), nil)
    }
    #expect(abs(told.total - (parts.reduce(-1.5, +))) < 1e-12)
    #expect(told.reasons.count <= 10)
    #expect(told.reasons.last?.label.en.hasSuffix("weaker reasons") == true)
    let sizes = told.reasons.dropLast().map { abs($0.value) }
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test func oneWeakerReasonIsOne() {
    let columns = [FeatureColumn("a", .free, "a"), FeatureColumn("b", .free, "b")]
    let told = Reasons.contributions(base: 0, parts: [1, 0.001], columns: columns) {
      (LocalizedText(same: $0), nil)
    }
    #expect(told.reasons.map(\.label.fr) == ["a", "1 raison plus faible"])
  }

  // MARK: Levels

  @Test(arguments: [(-3.0, 1), (-1.4, 1), (-1.3, 2), (-0.3, 2), (-0.2, 3), (4, 3)])
  func levelsAreThree(_ logOdds: Double, _ level: Int) {
    #expect(RuleScores.level(logOdds) == level)
  }

  @Test(arguments: [
    (Float(0.5), Float(0.9), 3), (-2.0, 0.0, 1), (Float.nan, Float.nan, 1), (-0.4, 0.2, 1),
  ])
  func stationsGetTheirLevelFromTheirOwnPast(_ expected: Float, _ share: Float, _ level: Int) {
    let values = ["expected from all": expected, "share above, decayed": share]
    let weights = RuleScores.station { values[$0] }
    #expect(RuleScores.level(weights.reduce(RuleScores.base) { $0 + $1.weight }) == level)
  }
}
