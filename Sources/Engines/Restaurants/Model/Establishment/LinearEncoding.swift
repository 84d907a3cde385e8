import Foundation
import Learning

/// How features become a sparse row of the linear model: standardised numbers and one column for
/// each category that was seen.
struct LinearEncoding: Equatable {
  /// How large a standard deviation is, so that the penalty weighs less on categories than on the
  /// numbers, which are many and alike (chosen by cross-validation grouped by SIRET).
  static let numberScale: Float = 0.2
  /// How large the column of a postcode is: postcodes are many and small.
  static let postcodeScale: Float = 0.7

  /// The kinds of categories.
  enum Category: Int, CaseIterable {
    case department, departmentActivity, postcode, companyAge, lastOutcome

    /// The reason under which the category is told.
    var reason: EstablishmentReason {
      switch self {
      case .department, .departmentActivity: .department
      case .postcode: .locality
      case .companyAge: .company
      case .lastOutcome: .past
      }
    }
  }

  /// Mean and deviation of each number.
  private(set) var means: [Float]
  private(set) var deviations: [Float]
  /// The column of each category and value.
  private var columns: [Int64: Int32]
  /// The reason of each column.
  private(set) var reasons: [EstablishmentReason]

  var columnCount: Int { reasons.count }

  /// The registration numbers, in millions, between which companies are of one age.
  private static let ages: [Double] = [
    190, 200, 220, 300, 350, 400, 450, 500, 600, 700, 780, 800, 820, 840, 860, 880, 890,
  ]

  private static func key(_ category: Category, _ value: Int64) -> Int64 {
    Int64(category.rawValue) << 40 | value + 1
  }

  /// Learns scales and categories.
  init(_ rows: [EstablishmentFeatures]) {
    let numbers = EstablishmentColumn.linearColumns
    (means, deviations) = ([], [])
    for column in numbers {
      let known = rows.lazy.map { $0.values[column.rawValue] }.filter { !$0.isNaN }
      let (count, sum) = known.reduce((0.0, 0.0)) { ($0.0 + 1, $0.1 + Double($1)) }
      let mean = count > 0 ? sum / count : 0
      let squares = known.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      let deviation = count > 0 ? (squares / count).squareRoot() : 0
      means.append(Float(mean))
      deviations.append(deviation > 1e-6 ? Float(deviation) : 1)
    }
    reasons = numbers.map(\.reason)
    reasons += ActivityGroup.allCases.map { _ in .activity }
    columns = [:]
    for row in rows {
      for (category, value) in Self.categories(row) {
        let key = Self.key(category, value)
        guard columns[key] == nil else { continue }
        columns[key] = Int32(reasons.count)
        reasons.append(category.reason)
      }
    }
  }

  private static func categories(
    _ row: EstablishmentFeatures
  ) -> [(Category, Int64)] {
    var result: [(Category, Int64)] = []
    func code(_ column: EstablishmentColumn) -> Int64 {
      let value = row[column]
      return value.isFinite ? Int64(value) : -1
    }
    let department = code(.department)
    result.append((.department, department))
    result.append((.departmentActivity, (department + 1) * 1000 + code(.primaryActivity)))
    result.append((.postcode, code(.postcode)))
    let number = row[.companyNumber]
    let age = number.isFinite ? ages.firstIndex { number < $0 } ?? ages.count : -1
    result.append((.companyAge, Int64(age)))
    result.append((.lastOutcome, code(.lastOutcome)))
    return result
  }

  /// The sparse row of features; categories that were not seen are left out.
  func row(_ features: EstablishmentFeatures) -> SparseRow {
    var places: [Int32] = []
    var values: [Float] = []
    for (place, column) in EstablishmentColumn.linearColumns.enumerated() {
      let value = features.values[column.rawValue]
      guard !value.isNaN else { continue }
      places.append(Int32(place))
      values.append(Self.numberScale * (value - means[place]) / deviations[place])
    }
    for group in ActivityGroup.allCases where features[group] {
      places.append(Int32(means.count + group.rawValue))
      values.append(1)
    }
    for (category, value) in Self.categories(features) {
      guard let place = columns[Self.key(category, value)] else { continue }
      places.append(place)
      values.append(category == .postcode ? Self.postcodeScale : 1)
    }
    return SparseRow(sortedColumns: places, values: values)
  }

  /// The rows of features.
  func matrix(_ rows: [EstablishmentFeatures]) -> SparseMatrix {
    SparseMatrix(columnCount: columnCount, rows: rows.lazy.map { row($0) })
  }
}

extension LinearEncoding {
  func write(to writer: inout ByteWriter) {
    writer.write(means)
    writer.write(deviations)
    writer.write(reasons.map { Int32($0.rawValue) })
    let sorted = columns.sorted { $0.value < $1.value }
    writer.write(sorted.count)
    for (key, place) in sorted {
      writer.write(Int(key))
      writer.write(Int(place))
    }
  }

  init(from reader: inout ByteReader) throws(LearningError) {
    means = try reader.floats()
    deviations = try reader.floats()
    reasons = []
    for code in try reader.integers() {
      guard let reason = EstablishmentReason(rawValue: Int(code)) else {
        throw .damaged(what: "linear encoding: reasons")
      }
      reasons.append(reason)
    }
    let numbers = EstablishmentColumn.linearColumns.count
    guard means.count == numbers, deviations.count == numbers,
      reasons.count >= numbers + ActivityGroup.allCases.count
    else { throw .damaged(what: "linear encoding: numbers") }
    columns = [:]
    for _ in 0..<(try reader.count(upTo: reasons.count)) {
      let key = Int64(try reader.integer())
      columns[key] = Int32(try reader.count(upTo: reasons.count - 1))
    }
  }
}
