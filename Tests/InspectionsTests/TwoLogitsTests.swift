import Foundation
import Learning
import Review
import Testing

@testable import Inspections

@Suite struct TwoLogitsTests {
  private static let columns = [
    FeatureColumn("a", .rising, "a"), FeatureColumn("b", .free, "b"),
    FeatureColumn("gap", .free, "c"),
  ]

  private static var options: TwoLogits.Options {
    var options = TwoLogits.Options()
    options.rounds = 40
    return options
  }

  /// Rows whose odds rise with `a` and fall with `b`; `gap` is missing now and then and says nothing.
  private static func rows(
    _ count: Int, seed: UInt64 = 4, shift: Double = 0
  ) throws -> (DenseMatrix, [Bool], [Int32]) {
    var generator = SplitMix64(seed: seed)
    var rows: [[Float]] = []
    var labels: [Bool] = []
    for _ in 0..<count {
      let (a, b) = (generator.unit(), generator.unit())
      let gap: Float = generator.unit() < 0.3 ? .nan : Float(generator.unit())
      rows.append([Float(a), Float(b), gap])
      labels.append(generator.unit() < Logistic.sigmoid(4 * a - 3 * b - 1 + shift))
    }
    return (try DenseMatrix(rows: rows), labels, (0..<count).map { Int32($0) })
  }

  private static func trained(_ count: Int = 1200) throws -> TwoLogits {
    let (matrix, labels, days) = try rows(count)
    return try TwoLogits.train(
      matrix, labels: labels, days: days, columns: columns, options: options)
  }

  @Test func probabilitiesAreCalibratedOnRowsNeverSeen() throws {
    let model = try Self.trained(3000)
    let (matrix, labels, _) = try Self.rows(3000, seed: 99)
    let metrics = try BinaryMetrics(
      scores: model.scores(matrix).map { Logistic.sigmoid($0) }, labels: labels)
    #expect(metrics[.auc] > 0.78)
    #expect(metrics[.calibrationError] < 0.04)
  }

  /// An offset that is known is not learned: with it, the rest is found as if it were not there.
  @Test func offsetsAreAccountedFor() throws {
    var (matrix, labels, days) = try Self.rows(2000)
    var generator = SplitMix64(seed: 12)
    var offsets: [Double] = []
    for row in 0..<matrix.rowCount {
      let offset = generator.unit() < 0.5 ? 2.0 : -2.0
      offsets.append(offset)
      let odds = 4 * Double(matrix[row, 0]) - 3 * Double(matrix[row, 1]) - 1 + offset
      labels[row] = generator.unit() < Logistic.sigmoid(odds)
    }
    days = days.map { $0 }
    let model = try TwoLogits.train(
      matrix, labels: labels, days: days, offsets: offsets, columns: Self.columns,
      options: Self.options)
    let (fresh, plain, _) = try Self.rows(2000, seed: 31)
    let metrics = try BinaryMetrics(
      scores: model.scores(fresh).map { Logistic.sigmoid($0) }, labels: plain)
    #expect(metrics[.auc] > 0.78)
    #expect(metrics[.calibrationError] < 0.1)
  }

  @Test func partsAddUpWithMissingValuesToo() throws {
    let model = try Self.trained()
    let matrix = try DenseMatrix(rows: [
      [0.5, 0.5, .nan], [.nan, .nan, .nan], [100, -100, 0], [0, 0, 0],
    ])
    let scores = try model.scores(matrix)
    for (row, explained) in try model.explanations(matrix).enumerated() {
      #expect(explained.parts.count == 3)
      #expect(abs(explained.parts.reduce(explained.base, +) - scores[row]) < 1e-6)
    }
    #expect(try model.scores(DenseMatrix(columnCount: 3)).isEmpty)
    #expect(try model.explanations(DenseMatrix(columnCount: 3)).isEmpty)
  }

  @Test func whatRisesNeverLowersTheScore() throws {
    let model = try Self.trained()
    for b in [Float(0), 0.3, 0.9, .nan] {
      var last = -Double.infinity
      for step in 0...40 {
        let score = try model.scores(DenseMatrix(rows: [[Float(step) / 40, b, 0.5]]))[0]
        #expect(score >= last - 1e-6)
        last = score
      }
    }
  }

  @Test func intervalsHoldTheirValueAndNarrowWithRows() throws {
    let model = try Self.trained(3000)
    for score in stride(from: -6.0, through: 6.0, by: 0.5) {
      let interval = model.interval(score)
      #expect(interval.low <= interval.value && interval.value <= interval.high)
      #expect(interval.low >= 0 && interval.high <= 1)
      #expect(abs(interval.value - Logistic.sigmoid(score)) < 1e-9)
    }
    let small = try Self.trained(60)
    let wide = small.interval(0)
    let narrow = model.interval(0)
    #expect(wide.high - wide.low > narrow.high - narrow.low)
  }

  /// Rows of one day are never on both sides of the cut.
  @Test func oneDayMakesNoBlock() throws {
    let (matrix, labels, _) = try Self.rows(400)
    let model = try TwoLogits.train(
      matrix, labels: labels, days: [Int32](repeating: 7, count: 400), columns: Self.columns,
      options: Self.options)
    #expect(model.blockScores.isEmpty && model.scaling == .identity)
  }

  @Test func theMapNeverTurnsTheRankingRound() throws {
    // In the last fifth the labels are turned round: the slope stays positive.
    var (matrix, labels, days) = try Self.rows(1000)
    for row in 800..<1000 { labels[row].toggle() }
    days = days.map { $0 }
    let model = try TwoLogits.train(
      matrix, labels: labels, days: days, columns: Self.columns, options: Self.options)
    #expect(model.scaling.slope >= 0.5)
  }

  @Test func bytesComeBackAndDamageIsSeen() throws {
    let model = try Self.trained(500)
    let bytes = try model.bytes()
    let (matrix, _, _) = try Self.rows(50, seed: 8)
    let again = try TwoLogits(bytes: bytes)
    #expect(try again.scores(matrix) == model.scores(matrix))
    #expect(again.interval(0.3) == model.interval(0.3))
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      #expect(throws: (any Error).self) { try TwoLogits(bytes: Array(bytes.prefix(length))) }
    }
    #expect(throws: (any Error).self) { try TwoLogits(bytes: bytes + [0]) }
  }

  @Test func theLinearHalfSeesBoundsAndMarks() throws {
    var rows: [[Float]] = (0..<1000).map { [Float($0), $0 % 5 == 0 ? .nan : 1] }
    rows[0][0] = -1e9
    let columns = LinearColumns(try DenseMatrix(rows: rows))
    #expect(columns.marked == [1] && columns.width == 3)
    #expect(columns.row([1e12, .nan]).prefix(1).allSatisfy { $0 < 1000 })
    #expect(columns.row([-1e12, 1]).first ?? 0 > -1e6)
    #expect(columns.row([5, .nan])[2] == 1 && columns.row([5, 1])[2] == 0)
    #expect(columns.source(2) == 1 && columns.source(0) == 0)
    let empty = LinearColumns(try DenseMatrix(rows: [[.nan], [.nan]]))
    #expect(empty.row([3]) == [0] || empty.row([3]).first == 0)
  }
}
