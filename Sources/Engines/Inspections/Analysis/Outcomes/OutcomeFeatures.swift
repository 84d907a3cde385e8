import Foundation
import Learning
import Review

/// Describes rows by what was known strictly before their day.
enum OutcomeFeatures {
  /// How much the neighbourhood is drawn towards the overall share.
  private static let neighbourStrength = 3.0
  /// The days of a year.
  private static let year = 365.25

  /// The features of rows.
  ///
  /// - Parameters:
  ///   - rows: the rows to describe, in any order.
  ///   - history: all rows whose outcome may be used once their day is over, those described included
  ///     when their outcome is known.
  ///   - blocks: until when outcomes are known; the day before each row when `nil`.
  static func matrix(
    _ rows: [Control], history: [Control], spec: OutcomeSpec, blocks: PlanBlocks? = nil
  ) throws -> DenseMatrix {
    let known = history.filter { $0.isBad != nil }.sorted { ($0.day, $0.key) < ($1.day, $1.key) }
    let order = rows.indices.sorted { rows[$0].day < rows[$1].day }
    let neighbourhood = Neighbourhood(known, spec: spec)
    let chunks = stride(from: 0, to: rows.count, by: 2000).map {
      Array($0..<min($0 + 2000, rows.count))
    }
    let views = Parallel.map(chunks) { chunk in
      chunk.map { place in
        let row = rows[place]
        return neighbourhood.views(
          row, until: blocks?.start(of: row.day) ?? row.day, spec: spec)
      }
    }.flatMap { $0 }
    var tallies = OutcomeHistory(spec)
    var described = [[Float]](repeating: [], count: rows.count)
    var next = 0
    for index in order {
      let row = rows[index]
      let end = blocks?.start(of: row.day) ?? row.day
      while next < known.count, known[next].day < end {
        tallies.take(known[next])
        next += 1
      }
      var values: [Float] = []
      tallies.describe(row, into: &values)
      append(views[index], base: tallies.overallRate(row.day), spec, &values)
      append(row, spec, &values)
      described[index] = values
    }
    let width = spec.columns.count
    var matrix = DenseMatrix(columnCount: width)
    for values in described { try matrix.append(values) }
    return matrix
  }

  private static func append(
    _ views: [Neighbourhood.View]?, base: Double, _ spec: OutcomeSpec, _ values: inout [Float]
  ) {
    guard let views else {
      let count = OutcomeSpec.neighbourhoods.count * 2 + spec.severities.count
      values += [Float](repeating: .nan, count: count)
      return
    }
    for view in views {
      values.append(
        Float((view.outcome + neighbourStrength * base) / (view.weight + neighbourStrength)))
      values.append(Float(view.weight))
    }
    for sum in views[1].severities {
      values.append(Float((sum + neighbourStrength * 0.5) / (views[1].weight + neighbourStrength)))
    }
  }

  private static func append(_ row: Control, _ spec: OutcomeSpec, _ values: inout [Float]) {
    let angle = 2 * Double.pi * Double(row.date.dayOfYear) / year
    values += [Float(sin(angle)), Float(cos(angle))]
    values.append(row.location.map { Float($0.latitude) } ?? .nan)
    values.append(row.location.map { Float($0.longitude) } ?? .nan)
    for index in spec.numeric.indices {
      values.append(index < row.numeric.count ? row.numeric[index] : .nan)
    }
  }
}

extension CalendarDate {
  /// The number of the day in its year, from 1.
  var dayOfYear: Int {
    guard let first = CalendarDate(year: year, month: 1, day: 1) else { return 1 }
    return days(since: first) + 1
  }
}
