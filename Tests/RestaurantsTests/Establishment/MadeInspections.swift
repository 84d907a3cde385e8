import Foundation
import Learning
import Review

@testable import Restaurants

/// Inspections made for tests: bakeries of one département are risky, the past tells something.
enum MadeInspections {
  static let activities = ["Restaurant", "Boulangerie-Pâtisserie", "Restauration collective"]
  static let departments = ["34", "75", "13", "2A"]

  static func date(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(daysSinceEpoch: 0)
  }

  /// So many inspections of 2025, and as many of 2022 for a third of the establishments.
  static func make(
    _ count: Int, seed: UInt64 = 5
  ) -> (recent: [Inspection], older: [Inspection]) {
    var generator = SplitMix64(seed: seed)
    var recent: [Inspection] = []
    var older: [Inspection] = []
    for number in 0..<count {
      var inspection = establishment(number, &generator)
      let isRisky = inspection.activities[0].hasPrefix("B") && inspection.postcode < "20"
      let isOnceBad = generator.unit() < 0.2
      if generator.unit() < 0.33 {
        var earlier = inspection
        earlier.number = "22-\(number)"
        earlier.date = date("2022-03-01").adding(days: generator.below(200))
        earlier.outcome = isOnceBad ? .toImprove : .satisfactory
        older.append(earlier)
      }
      let logOdds = -2.5 + (isRisky ? 1.6 : 0) + (isOnceBad ? 1 : 0)
      let draw = generator.unit()
      inspection.outcome =
        draw < Logistic.sigmoid(logOdds)
        ? .toImprove : draw < 0.5 ? .satisfactory : .verySatisfactory
      recent.append(inspection)
    }
    return (recent, older)
  }

  private static func establishment(
    _ number: Int, _ generator: inout SplitMix64
  ) -> Inspection {
    var inspection = Inspection(number: "25-\(number)", file: "made.csv", line: number + 2)
    let department = departments[generator.below(4)]
    inspection.siret = String(380_000_000 + number * 7919) + "000" + String(10 + number % 80)
    inspection.name = "ETABLISSEMENT \(number)"
    inspection.address = "\(number) RUE DU PORT"
    inspection.postcode = department == "2A" ? "20000" : department + "00\(generator.below(3))"
    inspection.commune = "VILLE \(department)"
    inspection.activities = [activities[generator.below(3)]]
    inspection.date = date("2025-01-10").adding(days: generator.below(300))
    let latitude = 43 + Double(departments.firstIndex(of: department) ?? 0)
    inspection.location = Coordinate(
      latitude: latitude + generator.unit() / 20, longitude: 3 + generator.unit() / 20)
    return inspection
  }

  /// A review of a place, so many days before 2025-12-01.
  static func review(
    daysAgo: Int, sanitary: Double = 0.02, negative: Double = 0.1,
    problems: Set<ReportedProblem> = [], author: String = "", text: String = ""
  ) -> ScoredReview {
    var review = ScoredReview(
      date: date("2025-12-01").adding(days: -daysAgo), sanitary: sanitary, negative: negative)
    review.problems = problems
    review.author = author
    review.sketch = ShingleSketch(text)
    return review
  }

  static let today = date("2025-12-01")
}
