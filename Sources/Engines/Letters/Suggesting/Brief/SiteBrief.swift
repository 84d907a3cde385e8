import Foundation
import Review

/// What to check at a site: its demands that are worth it, its themes, what was never inspected.
struct SiteBrief: Codable, Sendable {
  /// A point to check.
  struct Point: Codable, Sendable {
    var rank: Int
    var title: String
    var item: String
    var inspection: String
    var reference: String
    var date: String
    var section: String
    var theme: String
    var state: String
    var priority: String
    var score: Double
    var demand: String
    var context: String
    var earlier: [String]
  }

  /// A theme at the site.
  struct Theme: Codable, Sendable {
    var theme: String
    var count: Int
    var lastSeen: String
    var recent: Int
    var expected: Double
    var ratio: Double
    var low: Double
    var high: Double
  }

  var site: String
  var day: String
  var letters: Int
  var demands: Int
  var firstLetter: String
  var lastLetter: String
  var points: [Point]
  var themes: [Theme]
  var neverInspected: [String]
}
