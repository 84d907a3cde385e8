import Foundation
import Testing

@testable import Learning

@Suite("Logistic regression over dense rows")
struct DenseLogisticTests {
  @Test("the gradient vanishes at the minimum")
  func stationary() throws {
    let (rows, labels) = MadeData.dense(500)
    let options = DenseLogisticOptions(strength: 2)
    let model = try DenseLogistic.train(rows, labels: labels, options: options)
    let scores = model.scores(rows)
    let residuals = labels.indices.map { Logistic.sigmoid(scores[$0]) - (labels[$0] ? 1 : 0) }
    #expect(abs(residuals.reduce(0, +)) < 1e-5)
    for column in 0..<3 {
      let gradient = labels.indices.reduce(2 * model.coefficients[column]) { sum, row in
        let value = rows[row, column].isNaN ? model.fillings[column] : Double(rows[row, column])
        return sum + residuals[row] * (value - model.means[column]) / model.deviations[column]
      }
      #expect(abs(gradient) < 1e-5)
    }
  }

  @Test("coefficients that may not be negative are not")
  func bounds() throws {
    let (rows, labels) = MadeData.dense(500)
    let free = try DenseLogistic.train(rows, labels: labels)
    let options = DenseLogisticOptions(isNonNegative: [true, true, true])
    let bound = try DenseLogistic.train(rows, labels: labels, options: options)
    #expect(free.coefficients[1] < -0.5)
    #expect(bound.coefficients.allSatisfy { $0 >= 0 })
    #expect(bound.coefficients[1] == 0)
    #expect(bound.coefficients[0] > 0.5)
  }

  @Test("priors hold while there are few rows and give way to many")
  func priors() throws {
    func fitted(_ count: Int) throws -> Double {
      let (rows, labels) = MadeData.dense(count)
      let options = DenseLogisticOptions(strength: 20, priors: [-1, 0, 0])
      return try DenseLogistic.train(rows, labels: labels, options: options).coefficients[0]
    }
    #expect(try fitted(10) < -0.5)
    #expect(try fitted(4000) > 1)
  }

  @Test("offsets are not learned again")
  func offsets() throws {
    let (rows, labels) = MadeData.dense(2000)
    let known = (0..<rows.rowCount).map { row in
      rows[row, 0].isNaN ? 0 : 1.5 * Double(rows[row, 0])
    }
    let model = try DenseLogistic.train(rows, labels: labels, offsets: known)
    #expect(abs(model.coefficients[0]) < 0.25)
    #expect(model.coefficients[1] < -0.5)
  }

  @Test("contributions sum to the score; missing values take the mean")
  func contributions() throws {
    let (rows, labels) = MadeData.dense(300)
    let model = try DenseLogistic.train(rows, labels: labels)
    for index in 0..<20 {
      let row = rows.row(index)
      let sum = model.contributions(row).reduce(model.intercept, +)
      #expect(abs(sum - model.score(row)) < 1e-12)
    }
    #expect(abs(model.score([.nan, .nan, .nan]) - model.intercept) < 1e-12)
  }

  @Test("constant columns, raw columns, weights of zero")
  func oddColumns() throws {
    var rows = DenseMatrix(columnCount: 2)
    for row in 0..<40 { try rows.append([5, row % 2 == 0 ? 1 : 0]) }
    let labels = (0..<40).map { $0 % 2 == 0 && $0 != 4 }
    var weights = [Double](repeating: 1, count: 40)
    weights[4] = 0
    let options = DenseLogisticOptions(strength: 0.1, isRaw: [false, true])
    let model = try DenseLogistic.train(rows, labels: labels, weights: weights, options: options)
    #expect(model.coefficients[0] == 0)
    #expect(model.means[1] == 0 && model.deviations[1] == 1)
    #expect(model.score([5, 1]) > 2)
  }

  @Test("bytes give the same model; damaged ones are refused")
  func bytes() throws {
    let (rows, labels) = MadeData.dense(100)
    let model = try DenseLogistic.train(rows, labels: labels)
    #expect(try DenseLogistic(bytes: model.bytes) == model)
    #expect(throws: LearningError.self) { try DenseLogistic(bytes: model.bytes.dropLast()) }
  }

  @Test("unusable input is refused")
  func refusals() throws {
    let (rows, labels) = MadeData.dense(50)
    #expect(throws: LearningError.oneClass) {
      try DenseLogistic.train(rows, labels: labels.map { _ in false })
    }
    #expect(throws: LearningError.shape(what: "priors", found: 1, expected: 3)) {
      try DenseLogistic.train(rows, labels: labels, options: DenseLogisticOptions(priors: [1]))
    }
  }
}
