import Foundation
import Learning
import Review
import Testing

@testable import Inspections

/// The running sums are compared with sums made anew over all past rows.
@Suite("What past outcomes tell, summed in another way")
struct HistoryTests {
  private let rows = MadeControls.controls(500)
  private var spec: OutcomeSpec { MadeControls.spec(rows) }

  /// The mean of what past rows say, forgetting by halves, drawn towards a prior.
  private func mean(
    _ past: [Control], _ day: Int32, halfLife: Double, prior: Double, strength: Double,
    _ value: (Control) -> Double = { $0.isBad == true ? 1 : 0 }
  ) -> Double {
    let weights = past.map { exp2(-Double(day - $0.day) / halfLife) }
    let sum = zip(past, weights).reduce(0) { $0 + value($1.0) * $1.1 }
    return (sum + strength * prior) / (weights.reduce(0, +) + strength)
  }

  private func features(of row: Control) throws -> (String) throws -> Double {
    let spec = spec
    let matrix = try OutcomeFeatures.matrix([row.withoutOutcome], history: rows, spec: spec)
    return { name in
      let column = try #require(spec.columns.firstIndex { $0.name == name }, "\(name)")
      return Double(matrix[0, column])
    }
  }

  @Test("rates of the site, its theme, its group, all sites", arguments: [60, 180, 333, 499])
  func rates(_ place: Int) throws {
    let row = rows[place]
    let past = rows.filter { $0.day < row.day }
    let feature = try features(of: row)
    let base = mean(past, row.day, halfLife: 3650, prior: 0.15, strength: 20)
    let own = past.filter { $0.site == row.site }
    let expected: [(String, Double)] = [
      ("recent 3 weeks", mean(past, row.day, halfLife: 21, prior: base, strength: 20)),
      ("recent 3 months", mean(past, row.day, halfLife: 90, prior: base, strength: 20)),
      ("site rate 2 years", mean(own, row.day, halfLife: 730, prior: base, strength: 2)),
      ("site rate 9 months", mean(own, row.day, halfLife: 270, prior: base, strength: 2)),
      ("site controls", Double(own.count)),
      (
        "theme rate",
        mean(
          past.filter { $0.theme == row.theme }, row.day, halfLife: 730, prior: base, strength: 20)
      ),
      (
        "site theme rate",
        mean(own.filter { $0.theme == row.theme }, row.day, halfLife: 730, prior: base, strength: 2)
      ),
      (
        "theme département rate",
        mean(
          past.filter { $0.theme == row.theme && $0.department == row.department }, row.day,
          halfLife: 730, prior: base, strength: 20)
      ),
      (
        "operator rate",
        mean(
          past.filter { $0.groups == row.groups }, row.day, halfLife: 730, prior: base, strength: 3)
      ),
      (
        "kind rate",
        mean(
          past.filter { $0.categories == row.categories }, row.day, halfLife: 730, prior: base,
          strength: 20)
      ),
    ]
    for (name, value) in expected {
      let found = try feature(name)
      #expect(abs(found - value) < 1e-5, "\(name)")
    }
  }

  @Test("neighbours weigh by a Gaussian cut at three widths", arguments: [120, 250, 420])
  func neighbours(_ place: Int) throws {
    let row = rows[place]
    let here = try #require(row.location)
    let feature = try features(of: row)
    let scale = spec.scale
    let eastPerDegree =
      Distance.kilometresPerDegree * cos((rows[0].location?.latitude ?? 0) * .pi / 180)
    let past = rows.filter { $0.day < row.day }
    let base = mean(past, row.day, halfLife: 3650, prior: 0.15, strength: 20)
    for (name, width, days) in OutcomeSpec.neighbourhoods {
      var (weight, bad) = (0.0, 0.0)
      for other in past where other.site != row.site && row.day - other.day <= days {
        guard let place = other.location else { continue }
        let x = (place.longitude - here.longitude) * eastPerDegree
        let y = (place.latitude - here.latitude) * Distance.kilometresPerDegree
        let distance = (x * x + y * y).squareRoot()
        guard distance <= 3 * width * scale else { continue }
        let share = exp(-distance * distance / (2 * width * scale * width * scale))
        weight += share
        bad += other.isBad == true ? share : 0
      }
      let found = (weight: try feature("\(name): weight"), rate: try feature(name))
      #expect(abs(found.weight - weight) < 1e-3 * max(1, weight), "\(name)")
      #expect(abs(found.rate - (bad + 3 * base) / (weight + 3)) < 1e-3, "\(name)")
    }
  }

  @Test("a severity that is not known counts for nothing; a wild one is bounded")
  func severities() throws {
    func history(_ severity: Float) throws -> Float {
      var rows = MadeControls.controls(40, sites: 1)
      for index in rows.indices { rows[index].severities = [severity] }
      let spec = MadeControls.spec(rows)
      var asked = Control(id: "x", day: (rows.last?.day ?? 0) + 1, site: "S0")
      asked.severities = [.nan]
      let matrix = try OutcomeFeatures.matrix([asked], history: rows, spec: spec)
      let column = try #require(spec.columns.firstIndex { $0.name == "site findings" })
      return matrix[0, column]
    }
    let unknown = try history(.nan)
    let nothing = try history(0)
    let bound = try history(8)
    let wild = try history(1e9)
    // The prior of a mean of severities is a half.
    #expect(unknown == 0.5)
    #expect(nothing < 0.1)
    #expect(wild == bound && bound > 7)
  }

  @Test("rows of unknown outcome change nothing of what comes after")
  func unknownOutcomes() throws {
    let spec = spec
    var asked = rows[400].withoutOutcome
    asked.day += 1
    var silent = rows.filter { $0.day < rows[400].day }
    let before = try OutcomeFeatures.matrix([asked], history: silent, spec: spec)
    silent += (0..<50).map { number in
      var row = rows[400].withoutOutcome
      row.id = "silent \(number)"
      row.day -= Int32(number)
      return row
    }
    let after = try OutcomeFeatures.matrix([asked], history: silent, spec: spec)
    let changed = zip(before.row(0), after.row(0)).count { $0.bitPattern != $1.bitPattern }
    #expect(changed == 0)
  }

  @Test("the order in which a file tells its rows is of no account")
  func orderOfTheFile() throws {
    let spec = spec
    let asked = rows[450].withoutOutcome
    let forth = try OutcomeFeatures.matrix([asked], history: rows, spec: spec)
    let back = try OutcomeFeatures.matrix([asked], history: rows.reversed(), spec: spec)
    #expect(zip(forth.row(0), back.row(0)).allSatisfy { $0.bitPattern == $1.bitPattern })
  }
}
