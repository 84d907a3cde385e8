import Foundation
import Testing

@testable import Learning

@Suite("Calibration, intervals and distributions")
struct CalibrationTests {
  private func made(_ count: Int) -> (scores: [Double], labels: [Bool]) {
    var generator = SplitMix64(seed: 11)
    let scores = (0..<count).map { _ in generator.unit() * 6 - 3 }
    return (scores, scores.map { generator.unit() < Logistic.sigmoid(2 * $0 - 1) })
  }

  @Test("Platt's map finds slope and offset, and its targets are smoothed")
  func platt() throws {
    let (scores, labels) = made(20_000)
    let map = try PlattScaling(fitting: scores, labels: labels)
    #expect(abs(map.slope - 2) < 0.1)
    #expect(abs(map.offset + 1) < 0.1)
    #expect(try PlattScaling(bytes: map.bytes) == map)
    // Two rows that are told apart: the targets are 2/3 and 1/3, not 1 and 0.
    let pair = try PlattScaling(fitting: [1, -1], labels: [true, false])
    #expect(abs(pair.probability(1) - 2.0 / 3) < 1e-6)
    #expect(abs(pair.probability(-1) - 1.0 / 3) < 1e-6)
    let flat = try PlattScaling(fitting: [1, 1, 1, 1], labels: [true, false, false, false])
    #expect(abs(flat.probability(1) - (2.0 / 3 + 3 * 0.2) / 4) < 1e-6)
    #expect(throws: LearningError.oneClass) {
      try PlattScaling(fitting: [1, 2], labels: [true, true])
    }
  }

  @Test("a map held to the identity moves less, the less the fewer rows there are")
  func held() throws {
    func distance(_ map: PlattScaling) -> Double { hypot(map.slope - 1, map.offset) }
    var last = 0.0
    for count in [20, 200, 2_000, 20_000] {
      let (scores, labels) = made(count)
      let free = try PlattScaling(fitting: scores, labels: labels)
      let held = try PlattScaling(fitting: scores, labels: labels, identityWeight: 50)
      #expect(distance(held) < distance(free), "\(count) rows")
      #expect(distance(held) > last, "\(count) rows")
      last = distance(held)
      // A weight beyond all rows changes nothing of log-odds.
      let fixed = try PlattScaling(fitting: scores, labels: labels, identityWeight: 1e9)
      #expect(distance(fixed) < 1e-4)
    }
    #expect(abs(last - hypot(1, 1)) < 0.15)
  }

  @Test("the isotonic map pools violators and never falls")
  func isotonic() throws {
    let map = try IsotonicCalibration(
      fitting: [1, 2, 3, 4], labels: [false, true, false, true])
    #expect(map.probabilities == [0, 0.5, 1])
    #expect(map.scores == [1, 2.5, 4])
    #expect(map.probability(0) == 0)
    #expect(map.probability(1.75) == 0.25)
    #expect(map.probability(9) == 1)
    #expect(try IsotonicCalibration(bytes: map.bytes) == map)
    let (scores, labels) = made(500)
    let fitted = try IsotonicCalibration(fitting: scores, labels: labels)
    let line = stride(from: -4.0, through: 4, by: 0.1).map { fitted.probability($0) }
    #expect(zip(line, line.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(
    "quantiles of the Beta distribution",
    arguments: [
      // R: qbeta(p, a, b)
      (1.0, 1.0, 0.3, 0.3), (2.0, 1.0, 0.25, 0.5), (0.5, 0.5, 0.5, 0.5),
      (5.0, 95.0, 0.1, 0.0247701), (2.0, 3.0, 0.9, 0.679539),
    ])
  func beta(alpha: Double, beta: Double, share: Double, expected: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    #expect(abs(distribution.quantile(share) - expected) < 2e-4)
    #expect(abs(distribution.share(below: distribution.quantile(share)) - share) < 1e-9)
  }

  @Test("quantiles of the Gamma and normal distributions")
  func gammaAndNormal() {
    // The exponential distribution: −ln(1 − p) / rate.
    let exponential = GammaDistribution(shape: 1, rate: 2)
    #expect(abs(exponential.quantile(0.5) - log(2) / 2) < 1e-9)
    // A chi-squared of 10 degrees: its 95 % point is 18.307.
    #expect(abs(GammaDistribution(shape: 5, rate: 0.5).quantile(0.95) - 18.307) < 1e-3)
    #expect(exponential.observing(events: 3, exposure: 2) == GammaDistribution(shape: 4, rate: 4))
    #expect(abs(NormalDistribution.quantile(0.9) - 1.2815515655) < 1e-8)
    #expect(abs(NormalDistribution.share(below: -1.96) - 0.0249979) < 1e-6)
  }

  @Test("intervals hold their value")
  func intervals() {
    let odds = ValueInterval.logOdds(0, standardError: 1)
    #expect(abs(odds.low - Logistic.sigmoid(-1.2815515655)) < 1e-8)
    #expect(abs(odds.low + odds.high - 1) < 1e-9)
    let share = ValueInterval.share(successes: 0, trials: 10)
    #expect(share.low >= 0 && share.low < share.value && share.value < share.high)
    let replicates = ValueInterval.replicates(0.5, (0...100).map { Double($0) / 100 }, level: 0.8)
    #expect(abs(replicates.low - 0.1) < 1e-9 && abs(replicates.high - 0.9) < 1e-9)
    #expect(ValueInterval.replicates(0.5, [.nan]).low == 0.5)
  }

  @Test("the logistic function does not overflow")
  func logistic() {
    #expect(Logistic.sigmoid(1000) == 1)
    #expect(Logistic.sigmoid(-1000) == 0)
    #expect(abs(Logistic.logit(Logistic.sigmoid(3.25)) - 3.25) < 1e-12)
    #expect(Logistic.logit(0).isFinite && Logistic.logit(1).isFinite)
    #expect(Logistic.loss(logOdds: -800, label: true) == 800)
    #expect(abs(Logistic.loss(logOdds: 0, label: false) - log(2)) < 1e-15)
  }
}
