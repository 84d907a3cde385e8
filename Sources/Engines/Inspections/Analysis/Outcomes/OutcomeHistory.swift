import Foundation
import Review

/// What past outcomes tell of sites, groups, categories and themes, day after day.
///
/// Rows of a day are described before any outcome of that day is taken in: nothing of the day itself
/// or later can reach them.
struct OutcomeHistory {
  /// Half-lives in days.
  static let long = 730.0
  static let short = 270.0
  static let month = 21.0
  static let quarter = 90.0
  static let forever = 3650.0

  private let spec: OutcomeSpec
  private var overall = DecayedTally()
  private var recent = DecayedTally()
  private var quarterly = DecayedTally()
  private var means: [DecayedTally]
  private var codeMeans: [DecayedTally]
  private var sites: [String: SiteTally] = [:]
  private var keys: [String: KeyTally] = [:]

  private struct SiteTally {
    var long = DecayedTally()
    var short = DecayedTally()
    var severities: [DecayedTally]
    var codes: [DecayedTally]
    var lastDay: Int32 = 0
    var last: Float = 0
    var count: Float = 0
  }

  private struct KeyTally {
    var outcome = DecayedTally()
    var severities: [DecayedTally]
  }

  /// The share of non-conformities that is believed before anything is seen.
  private static let prior = 0.15
  /// A severity counts up to this.
  static let severityLimit: Float = 8

  init(_ spec: OutcomeSpec) {
    self.spec = spec
    means = Array(repeating: DecayedTally(), count: spec.severities.count)
    codeMeans = Array(repeating: DecayedTally(), count: spec.codes.count)
  }

  /// The share of non-conformities over the years, just before a day.
  func overallRate(_ day: Int32) -> Double {
    overall.mean(day, halfLife: Self.forever, prior: Self.prior, strength: 20)
  }

  private func severityMean(_ index: Int, _ day: Int32) -> Double {
    means[index].mean(day, halfLife: Self.forever, prior: 0.5, strength: 20)
  }

  // MARK: Describing

  /// Appends what is known of a row just before its day, in the order of `OutcomeSpec.columns` up to
  /// the categories.
  func describe(_ row: Control, into values: inout [Float]) {
    let base = overallRate(row.day)
    values.append(
      Float(recent.mean(row.day, halfLife: Self.month, prior: base, strength: 20)))
    values.append(
      Float(quarterly.mean(row.day, halfLife: Self.quarter, prior: base, strength: 20)))
    describeSite(row, base, &values)
    if spec.hasThemes { describeTheme(row, base, &values) }
    for (index, group) in spec.groups.indices.enumerated() {
      let text = index < row.groups.count ? row.groups[index] : ""
      describeGroup(group, text, row.day, base, &values)
    }
    for (index, levels) in spec.levels.enumerated() {
      let level = index < row.categories.count ? row.categories[index] : ""
      let tally = level.isEmpty ? nil : keys["c\(index)|\(level)"]
      values.append(
        Float(
          tally?.outcome.mean(row.day, halfLife: Self.long, prior: base, strength: 20) ?? base))
      for known in levels { values.append(known == level ? 1 : 0) }
    }
  }

  private func describeSite(_ row: Control, _ base: Double, _ values: inout [Float]) {
    guard let site = sites[row.site] else {
      values += [Float(base), Float(base), 0, 0, .nan, .nan]
      for index in means.indices { values.append(Float(severityMean(index, row.day))) }
      for index in codeMeans.indices { values.append(Float(codeMean(index, row.day))) }
      return
    }
    let (_, weight) = site.long.at(row.day, halfLife: Self.long)
    values.append(Float(site.long.mean(row.day, halfLife: Self.long, prior: base, strength: 2)))
    values.append(Float(site.short.mean(row.day, halfLife: Self.short, prior: base, strength: 2)))
    values += [Float(weight), site.count, site.last, Float(row.day - site.lastDay)]
    for (index, tally) in site.severities.enumerated() {
      values.append(
        Float(
          tally.mean(
            row.day, halfLife: Self.long, prior: severityMean(index, row.day), strength: 1)))
    }
    for (index, tally) in site.codes.enumerated() {
      values.append(
        Float(
          tally.mean(row.day, halfLife: Self.long, prior: codeMean(index, row.day), strength: 1)))
    }
  }

  private func codeMean(_ index: Int, _ day: Int32) -> Double {
    codeMeans[index].mean(day, halfLife: Self.forever, prior: 0.05, strength: 20)
  }

  private func describeTheme(_ row: Control, _ base: Double, _ values: inout [Float]) {
    for (key, strength) in Self.themeKeys(row) {
      values.append(
        Float(
          keys[key]?.outcome.mean(row.day, halfLife: Self.long, prior: base, strength: strength)
            ?? base))
    }
  }

  private static func themeKeys(_ row: Control) -> [(String, Double)] {
    [
      ("t|\(row.theme)", 20), ("s|\(row.site)|\(row.theme)", 2),
      ("d|\(row.department)|\(row.theme)", 20),
    ]
  }

  private func describeGroup(
    _ group: Int, _ text: String, _ day: Int32, _ base: Double, _ values: inout [Float]
  ) {
    guard !text.isEmpty, let tally = keys["g\(group)|\(text)"] else {
      values += [Float(base), 0]
      for index in means.indices { values.append(Float(severityMean(index, day))) }
      return
    }
    values.append(Float(tally.outcome.mean(day, halfLife: Self.long, prior: base, strength: 3)))
    values.append(Float(tally.outcome.at(day, halfLife: Self.long).weight))
    for (index, severity) in tally.severities.enumerated() {
      values.append(
        Float(
          severity.mean(day, halfLife: Self.long, prior: severityMean(index, day), strength: 2)))
    }
  }

  // MARK: Taking in

  /// Takes in the outcome of a row; rows without one change nothing.
  mutating func take(_ row: Control) {
    guard let isBad = row.isBad else { return }
    let outcome = isBad ? 1.0 : 0
    overall.add(outcome, day: row.day, halfLife: Self.forever)
    recent.add(outcome, day: row.day, halfLife: Self.month)
    quarterly.add(outcome, day: row.day, halfLife: Self.quarter)
    let severities = spec.severities.indices.map { index -> Float in
      // What is not known stays so: the smaller of a limit and not-a-number is the limit.
      let value = index < row.severities.count ? row.severities[index] : .nan
      return value.isNaN ? value : min(Self.severityLimit, value)
    }
    for (index, value) in severities.enumerated() where !value.isNaN {
      means[index].add(Double(value), day: row.day, halfLife: Self.forever)
    }
    takeSite(row, outcome, severities)
    var all = spec.hasThemes ? Self.themeKeys(row).map(\.0) : []
    for (index, text) in row.groups.enumerated() where !text.isEmpty {
      all.append("g\(index)|\(text)")
    }
    for (index, text) in row.categories.enumerated() where !text.isEmpty {
      all.append("c\(index)|\(text)")
    }
    for key in all { takeKey(key, row.day, outcome, severities) }
  }

  private mutating func takeSite(_ row: Control, _ outcome: Double, _ severities: [Float]) {
    var site =
      sites[row.site]
      ?? SiteTally(
        severities: means.map { _ in DecayedTally() }, codes: codeMeans.map { _ in DecayedTally() })
    site.long.add(outcome, day: row.day, halfLife: Self.long)
    site.short.add(outcome, day: row.day, halfLife: Self.short)
    for (index, value) in severities.enumerated() where !value.isNaN {
      site.severities[index].add(Double(value), day: row.day, halfLife: Self.long)
    }
    for (index, code) in spec.codes.enumerated() {
      let value = row.codes.contains(code) ? 1.0 : 0
      site.codes[index].add(value, day: row.day, halfLife: Self.long)
      codeMeans[index].add(value, day: row.day, halfLife: Self.forever)
    }
    site.last = Float(outcome)
    site.lastDay = row.day
    site.count += 1
    sites[row.site] = site
  }

  private mutating func takeKey(
    _ key: String, _ day: Int32, _ outcome: Double, _ severities: [Float]
  ) {
    var tally = keys[key] ?? KeyTally(severities: means.map { _ in DecayedTally() })
    tally.outcome.add(outcome, day: day, halfLife: Self.long)
    for (index, value) in severities.enumerated() where !value.isNaN {
      tally.severities[index].add(Double(value), day: day, halfLife: Self.long)
    }
    keys[key] = tally
  }
}
