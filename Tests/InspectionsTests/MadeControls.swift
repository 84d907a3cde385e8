import Foundation
import Learning
import Review

@testable import Inspections

/// Invented controls with a known law: risky sites, a strict agent, a season.
enum MadeControls {
  static func controls(_ count: Int, seed: UInt64 = 7, sites: Int = 60) -> [Control] {
    var generator = SplitMix64(seed: seed)
    let risks = (0..<sites).map { _ in generator.unit() * 4 - 2.8 }
    let agents = [("a", -0.8), ("b", 0.0), ("c", 1.0)]
    var controls: [Control] = []
    for index in 0..<count {
      let site = generator.below(sites)
      let (agent, strictness) = agents[generator.below(3)]
      var control = Control(
        id: "\(index)", day: day("2015-01-01") + Int32(index * 2), site: "S\(site)")
      control.name = "Site \(site)"
      control.agent = agent
      control.theme = site.isMultiple(of: 2) ? "nitrates" : "rejets"
      control.department = site.isMultiple(of: 3) ? "21" : "35"
      control.commune = "C\(site % 7)"
      control.location = Coordinate(
        latitude: 47 + Double(site % 8) * 0.03, longitude: 4 + Double(site / 8) * 0.03)
      let size = Float(generator.unit() * 100)
      control.numeric = [size]
      control.categories = [site.isMultiple(of: 2) ? "élevage" : "industrie"]
      control.groups = ["GROUP \(site % 5)"]
      let odds = risks[site] + strictness + Double(size) / 100 - 0.6
      let isBad = generator.unit() < Logistic.sigmoid(odds)
      control.level = isBad ? .failing : .compliant
      control.severities = [isBad ? Float(1 + generator.below(4)) : 0]
      control.codes = isBad ? ["K\(generator.below(3))"] : []
      control.file = "c.csv"
      control.line = index + 2
      controls.append(control)
    }
    return controls
  }

  static func spec(_ rows: [Control]) -> OutcomeSpec {
    OutcomeSpec(
      training: rows, history: [], numeric: ["size"], rising: ["size"], categories: ["kind"],
      severities: ["findings"], groups: ["operator"])
  }
}
