import Testing

@testable import Learning

/// Values of scikit-learn 1.9.1 and scipy 1.17.1 on rows made once with NumPy (RandomState(3)).
enum ScientificRows {
  static let scores = [
    0.74, 0.7, 0.5, 0.94, 0.62, 0.66, 0.54, 0.1, 0.06, 0.9, 0.58, 0.18, 0.86, 0.26, 0.3, 0.22, 0.82,
    0.38, 0.46, 0.98, 0.78, 0.02, 0.34, 0.14, 0.42,
  ]
  static let labels = [
    true, true, true, true, false, true, true, false, false, true, true, false, false, false, false,
    false, false, true, true, true, true, false, true, false, false,
  ]
  static let weights = [
    0.91, 0.98, 1.47, 2.68, 1.86, 0.95, 0.93, 1.46, 0.72, 0.7, 1.64, 0.36, 1.55, 1.19, 2.22, 2.34,
    2.17, 2.17, 1.22, 2.1, 1.12, 1.82, 1.08, 1.44, 0.28,
  ]
  static let dense: [[Float]] = [
    [0.75, -5.49, 1.13], [0.88, 29.58, 0.94], [-0.44, 1.23, 0.87], [0.23, 6.2, 1.03],
    [1.82, 8.61, 1.03], [-0.15, 10.01, 1.08], [1.23, 4.29, 1.08], [1.22, 7.29, 1.07],
    [0.82, -15.75, 0.95], [-0.54, 13.85, 1.07], [-0.87, 5.93, 1.08], [-0.02, 4.23, 1.15],
    [-1.48, 2.66, 1.03], [0.8, 2.4, 0.89], [0.85, 17.9, 0.82], [-0.17, 8.72, 1.01],
    [-0.74, 3.89, 1.0], [0.56, 1.64, 1.03], [0.87, -5.9, 0.97], [0.74, 15.12, 0.91],
    [0.48, -3.5, 1.05], [0.74, 18.46, 0.92], [-0.42, -3.12, 1.1], [-0.21, -7.05, 0.95],
    [0.66, -0.25, 0.82],
  ]
  static let denseLabels = [
    false, true, false, true, true, true, true, true, false, true, false, true, false, true, true,
    true, false, true, false, true, false, true, false, false, true,
  ]
  static let sparse: [[Float]] = [
    [0.08, 0.0, 0.08, 0.0], [0.44, 0.5, 0.0, 0.62], [0.37, 0.0, 0.16, 0.28],
    [0.8, 0.15, 0.22, 0.24], [0.48, 0.0, 0.03, 0.0], [0.16, 0.0, 0.8, 0.0],
    [0.69, 0.0, 0.05, 0.0], [0.0, 0.6, 0.13, 0.0], [0.81, 0.26, 0.0, 0.94],
    [0.0, 0.15, 0.0, 0.57], [0.0, 0.04, 0.42, 0.0], [0.25, 0.71, 0.0, 0.0],
    [0.99, 0.97, 0.48, 0.74], [0.0, 0.47, 0.86, 0.17], [0.83, 0.04, 0.0, 0.0],
    [0.45, 0.67, 0.0, 0.78], [0.0, 0.51, 0.87, 0.93], [0.22, 0.25, 0.0, 0.35],
    [0.0, 0.0, 0.0, 0.74], [0.48, 0.0, 0.42, 0.29], [0.0, 0.67, 0.0, 0.9],
    [0.25, 0.0, 0.86, 0.0], [0.57, 0.0, 0.0, 0.17], [0.53, 0.13, 0.07, 0.61],
    [0.49, 0.67, 0.79, 0.98],
  ]
  static let sparseLabels = [
    true, true, true, true, true, true, true, false, false, false, true, false, false, false, true,
    false, false, false, true, true, false, true, true, true, false,
  ]

  /// The sparse rows as the linear solvers take them.
  static var matrix: SparseMatrix {
    SparseMatrix(
      columnCount: 4,
      rows: sparse.map { row in
        SparseRow(row.enumerated().compactMap { $1 == 0 ? nil : (Int32($0), $1) })
      })
  }
}

@Suite("Figures as scikit-learn gives them") struct MetricVectorTests {
  typealias Rows = ScientificRows

  static let figures: [(BinaryMetrics.Metric, Double, Double)] = [
    (.averagePrecision, 0.804281063330837, 0.7934329652888567),
    (.auc, 0.8205128205128206, 0.7979997408078794), (.f1, 0.7692307692307693, 0.728451769791948),
    (.precision, 0.7692307692307693, 0.7072402938090241),
    (.recall, 0.7692307692307693, 0.7509749303621169),
    (.macroF1, 0.7596153846153846, 0.7151603257147221), (.accuracy, 0.76, 0.7157805429864255),
    (.brier, 0.1732, 0.18852760180995476), (.logLoss, 0.5128941910630186, 0.5444615336614768),
  ]

  @Test(arguments: figures)
  func everyFigure(metric: BinaryMetrics.Metric, plain: Double, weighted: Double) throws {
    let even = try BinaryMetrics(scores: Rows.scores, labels: Rows.labels)
    #expect(abs(even[metric] - plain) < 1e-12, "\(metric)")
    let heavy = try BinaryMetrics(
      scores: Rows.scores, labels: Rows.labels, weights: Rows.weights)
    #expect(abs(heavy[metric] - weighted) < 1e-12, "\(metric)")
  }

  /// f1_score(average="macro"), average="micro", accuracy_score and the F1 of each class.
  @Test func classes() throws {
    let metrics = try MultiClassMetrics(
      predicted: ["a", "b", "c", "a", "b", "a", "c", "c", "d"],
      labels: ["a", "b", "b", "a", "c", "c", "c", "c", "a"])
    #expect(abs(metrics.macroF1 - 0.4345238095238095) < 1e-12)
    #expect(abs(metrics.micro.f1 - 0.5555555555555556) < 1e-12)
    #expect(abs(metrics.accuracy - 0.5555555555555556) < 1e-12)
    for (name, f1) in [("a", 2.0 / 3), ("b", 0.5), ("c", 4.0 / 7), ("d", 0.0)] {
      #expect(abs((metrics.classes[name]?.f1 ?? -1) - f1) < 1e-12, "\(name)")
    }
  }
}

@Suite("Distributions as scipy gives them") struct DistributionVectorTests {
  @Test(arguments: [
    (0.5, 0.5, 0.3, 0.36901011956554536), (2, 5, 0.2, 0.3446400000000002),
    (30, 70, 0.35, 0.8615754758661092), (0.5, 100.5, 0.01, 0.8442592798356938),
    (1000, 1, 0.999, 0.36769542477096373), (3, 3, 0.5, 0.5),
  ])
  func beta(alpha: Double, beta: Double, value: Double, share: Double) {
    let found = BetaDistribution(alpha: alpha, beta: beta).share(below: value)
    #expect(abs(found - share) < 1e-10)
  }

  @Test(arguments: [
    (0.5, 0.5, 0.1, 0.024471741852423214), (2.5, 10.5, 0.9, 0.33778085480611736),
    (40, 60, 0.5, 0.3993307426981327), (0.5, 20.5, 0.1, 0.0003897898118241041),
  ])
  func betaQuantiles(alpha: Double, beta: Double, share: Double, value: Double) {
    #expect(abs(BetaDistribution(alpha: alpha, beta: beta).quantile(share) - value) < 1e-9)
  }

  @Test(arguments: [
    (0.5, 1, 0.2, 0.47291074313446196), (2, 3, 1, 0.8008517265285442),
    (50, 10, 4.5, 0.24680203440017026), (1.5, 0.01, 300, 0.8883897749052874),
    (10, 1, 25, 0.9997785233617512),
  ])
  func gamma(shape: Double, rate: Double, value: Double, share: Double) {
    #expect(abs(GammaDistribution(shape: shape, rate: rate).share(below: value) - share) < 1e-10)
  }

  @Test(arguments: [
    (0.5, 1, 0.1, 0.00789538704671561), (2, 3, 0.9, 1.2965733899558096),
    (50, 10, 0.5, 4.966706461799423), (0.1, 2, 0.99, 0.79423890896475),
  ])
  func gammaQuantiles(shape: Double, rate: Double, share: Double, value: Double) {
    let found = GammaDistribution(shape: shape, rate: rate).quantile(share)
    #expect(abs(found - value) < 1e-8 * max(1, value))
  }

  @Test(arguments: [
    (-6.0, 9.865876450376946e-10), (-1.5, 0.06680720126885807), (0.0, 0.5),
    (0.3, 0.6179114221889526), (2.575829303548901, 0.995), (8, 0.9999999999999993),
  ])
  func normal(value: Double, share: Double) {
    #expect(abs(NormalDistribution.share(below: value) - share) < 1e-15 + 1e-12 * share)
  }

  @Test(arguments: [
    (1e-9, -5.9978070150076865), (0.025, -1.9599639845400545), (0.5, 0), (0.9, 1.2815515655446004),
    (0.999, 3.090232306167813),
  ])
  func normalQuantiles(share: Double, value: Double) {
    #expect(abs(NormalDistribution.quantile(share) - value) < 1e-9)
  }

  /// A quantile and its share are each other's opposite.
  @Test(arguments: [0.001, 0.1, 0.37, 0.5, 0.8, 0.999])
  func quantilesInvertShares(share: Double) {
    let beta = BetaDistribution(alpha: 2.25, beta: 7)
    #expect(abs(beta.share(below: beta.quantile(share)) - share) < 1e-9)
    let gamma = GammaDistribution(shape: 3.5, rate: 0.25)
    #expect(abs(gamma.share(below: gamma.quantile(share)) - share) < 1e-9)
    #expect(
      abs(NormalDistribution.share(below: NormalDistribution.quantile(share)) - share) < 1e-12)
  }

  @Test func endsAreTheEnds() {
    let beta = BetaDistribution(alpha: 0, beta: -1)
    #expect(beta.alpha > 0 && beta.beta > 0)
    #expect(beta.share(below: -1) == 0 && beta.share(below: 2) == 1)
    let gamma = GammaDistribution(shape: 2, rate: 1)
    #expect(gamma.quantile(0) == 0 && gamma.quantile(1) == .infinity)
    #expect(gamma.share(below: -3) == 0)
    #expect(gamma.observing(events: 3, exposure: 4) == GammaDistribution(shape: 5, rate: 5))
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }
}

@Suite("Calibrations as scikit-learn and scipy give them") struct CalibrationVectorTests {
  typealias Rows = ScientificRows

  /// The fitted values of IsotonicRegression are the shares of the pooled blocks.
  @Test func isotonicBlocks() throws {
    let even = try IsotonicCalibration(fitting: Rows.scores, labels: Rows.labels)
    for (found, value) in zip(even.probabilities, [0, 2.0 / 3, 0.7272727272727273, 1]) {
      #expect(abs(found - value) < 1e-12)
    }
    let heavy = try IsotonicCalibration(
      fitting: Rows.scores, labels: Rows.labels, weights: Rows.weights)
    for (found, value) in zip(heavy.probabilities, [0, 0.6803055100927441, 1]) {
      #expect(abs(found - value) < 1e-12)
    }
    #expect(even.probabilities.count == 4 && heavy.probabilities.count == 3)
    #expect(even.scores == even.scores.sorted())
  }

  /// The minimum of Platt's loss by scipy.optimize.minimize (BFGS) on log-odds.
  @Test func plattsMinimum() throws {
    let logOdds = Rows.scores.map { Logistic.logit($0) }
    let even = try PlattScaling(fitting: logOdds, labels: Rows.labels)
    #expect(abs(even.slope - 0.71788255) < 1e-6 && abs(even.offset - 0.10180262) < 1e-6)
    let heavy = try PlattScaling(fitting: logOdds, labels: Rows.labels, weights: Rows.weights)
    #expect(abs(heavy.slope - 0.64136822) < 1e-6 && abs(heavy.offset + 0.04817871) < 1e-6)
  }
}

@Suite("Linear models as scikit-learn gives them") struct LinearVectorTests {
  typealias Rows = ScientificRows

  static func near(_ found: [Double], _ expected: [Double], _ tolerance: Double) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { abs($0 - $1) < tolerance }
  }

  /// LogisticRegression(solver="liblinear") with its penalised intercept.
  @Test(arguments: [LinearOptions.Solver.logisticDual, .logisticPrimal])
  func logistic(solver: LinearOptions.Solver) throws {
    let options = LinearOptions(
      solver: solver, cost: 1, tolerance: 1e-9, passLimit: 100_000)
    let model = try LinearModel.train(Rows.matrix, labels: Rows.sparseLabels, options: options)
    let weights = model.weights.map(Double.init) + [model.bias]
    #expect(
      Self.near(
        weights,
        [
          0.6606573667165393, -1.631624459079268, -0.02155570733462878, -0.8732079562880524,
          0.6781581209451604,
        ], 2e-4), "\(weights)")
  }

  @Test(arguments: [LinearOptions.Solver.logisticDual, .logisticPrimal])
  func balancedClasses(solver: LinearOptions.Solver) throws {
    let options = LinearOptions(
      solver: solver, cost: 10, isBalanced: true, tolerance: 1e-9, passLimit: 100_000)
    let model = try LinearModel.train(Rows.matrix, labels: Rows.sparseLabels, options: options)
    let weights = model.weights.map(Double.init) + [model.bias]
    #expect(
      Self.near(
        weights,
        [
          1.8605736394327115, -5.065442297443194, 0.07815205342947504, -1.9259373310878867,
          1.496025328995655,
        ], 2e-3), "\(weights)")
  }

  @Test func weightsOfRows() throws {
    let options = LinearOptions(cost: 2, tolerance: 1e-9, passLimit: 100_000)
    let model = try LinearModel.train(
      Rows.matrix, labels: Rows.sparseLabels, weights: Rows.weights, options: options)
    let weights = model.weights.map(Double.init) + [model.bias]
    #expect(
      Self.near(
        weights,
        [
          1.4111527473381458, -2.99178852817911, 0.08686464175058596, -1.3563734949527289,
          1.1015483283127019,
        ], 5e-4), "\(weights)")
  }

  /// LinearSVC(loss="squared_hinge", dual=True).
  @Test func supportVectors() throws {
    let options = LinearOptions(solver: .supportVectors, cost: 1, tolerance: 1e-9)
    let model = try LinearModel.train(Rows.matrix, labels: Rows.sparseLabels, options: options)
    let weights = model.weights.map(Double.init) + [model.bias]
    #expect(
      Self.near(
        weights,
        [
          0.6696614275665405, -1.9022655168643796, 0.06766548132333534, -0.5648139825713215,
          0.5760713735218792,
        ], 1e-2), "\(weights)")
  }

  /// LogisticRegression on StandardScaler'd columns, whose intercept is not penalised.
  @Test(arguments: [
    (1.0, [1.0958747443691625, 1.8835270103944823, -0.08119479130847898], 0.9317355747415051),
    (10, [0.3402417520425638, 0.5134114174858136, -0.048826103870824936], 0.4576320249190866),
  ])
  func denseRows(strength: Double, coefficients: [Double], intercept: Double) throws {
    let model = try DenseLogistic.train(
      DenseMatrix(rows: Rows.dense), labels: Rows.denseLabels,
      options: DenseLogisticOptions(strength: strength, tolerance: 1e-12))
    #expect(Self.near(model.coefficients, coefficients, 1e-5), "\(model.coefficients)")
    #expect(abs(model.intercept - intercept) < 1e-5)
  }

  @Test func denseWeights() throws {
    let model = try DenseLogistic.train(
      DenseMatrix(rows: Rows.dense), labels: Rows.denseLabels, weights: Rows.weights,
      options: DenseLogisticOptions(strength: 1, tolerance: 1e-12))
    let expected = [1.4457448281415044, 2.0680792356592543, -0.0039276167168863195]
    #expect(Self.near(model.coefficients, expected, 1e-5), "\(model.coefficients)")
    #expect(abs(model.intercept - 1.291757403440001) < 1e-5)
  }
}

@Suite("What learning refuses") struct RefusalTests {
  typealias Rows = ScientificRows

  @Test func offsetsMustFit() throws {
    let rows = try DenseMatrix(rows: Rows.dense)
    #expect(throws: LearningError.shape(what: "offsets", found: 1, expected: 25)) {
      try DenseLogistic.train(rows, labels: Rows.denseLabels, offsets: [0])
    }
    var offsets = [Double](repeating: 0, count: 25)
    offsets[3] = .nan
    #expect(throws: LearningError.value(what: "offset", row: 3)) {
      try DenseLogistic.train(rows, labels: Rows.denseLabels, offsets: offsets)
    }
  }

  @Test func valuesMustBeFiniteOrMissing() throws {
    var rows = try DenseMatrix(rows: Rows.dense)
    rows[4, 1] = .infinity
    #expect(throws: LearningError.value(what: "value", row: 4)) {
      try DenseLogistic.train(rows, labels: Rows.denseLabels)
    }
    rows[4, 1] = .nan
    let model = try DenseLogistic.train(rows, labels: Rows.denseLabels)
    #expect(model.coefficients.allSatisfy { $0.isFinite } && model.intercept.isFinite)
  }

  @Test(arguments: [
    LearningError.noRows, .oneClass, .shape(what: "x", found: 1, expected: 2),
    .value(what: "x", row: 3), .value(what: "x", row: nil), .library(name: "l", message: "m"),
    .damaged(what: "x"),
  ])
  func errorsAreSentences(error: LearningError) {
    #expect("\(error)".count > 3)
  }

  /// Cutting stored bytes anywhere is an error, never a trap.
  @Test func cutBytesAreDamaged() throws {
    let dense = try DenseLogistic.train(DenseMatrix(rows: Rows.dense), labels: Rows.denseLabels)
    let linear = try LinearModel.train(Rows.matrix, labels: Rows.sparseLabels)
    let isotonic = try IsotonicCalibration(fitting: Rows.scores, labels: Rows.labels)
    for length in 0..<dense.bytes.count {
      #expect(throws: LearningError.self) {
        try DenseLogistic(bytes: Array(dense.bytes.prefix(length)))
      }
    }
    for length in 0..<linear.bytes.count {
      #expect(throws: LearningError.self) {
        try LinearModel(bytes: Array(linear.bytes.prefix(length)))
      }
    }
    for length in 0..<isotonic.bytes.count {
      #expect(throws: LearningError.self) {
        try IsotonicCalibration(bytes: Array(isotonic.bytes.prefix(length)))
      }
    }
    #expect(try DenseLogistic(bytes: dense.bytes) == dense)
    #expect(try LinearModel(bytes: linear.bytes) == linear)
    #expect(try IsotonicCalibration(bytes: isotonic.bytes) == isotonic)
  }

  /// Lengths that no content can have are refused before any memory is taken.
  @Test(arguments: [Int.max, Int.min, -1, 1 << 40])
  func hugeLengthsAreRefused(count: Int) {
    var writer = ByteWriter()
    writer.write(count)
    #expect(throws: LearningError.self) {
      var reader = ByteReader(writer.bytes, of: "x")
      _ = try reader.doubles()
    }
    #expect(throws: LearningError.self) {
      var reader = ByteReader(writer.bytes, of: "x")
      _ = try reader.texts()
    }
    #expect(throws: LearningError.self) {
      var reader = ByteReader(writer.bytes, of: "x")
      _ = try reader.content()
    }
  }
}

@Suite("Folds keep what belongs together") struct FoldPropertyTests {
  @Test(arguments: [2, 3, 5, 10])
  func groupsStayTogetherAndPositivesAreShared(folds: Int) {
    var random = SplitMix64(seed: UInt64(folds))
    let groups = (0..<600).map { _ in random.below(120) }
    let labels = (0..<600).map { _ in random.below(10) == 0 }
    let assigned = Folds.stratifiedByGroup(groups, labels: labels, folds: folds, seed: 7)
    var foldOfGroup: [Int: Int] = [:]
    for (group, fold) in zip(groups, assigned) {
      #expect((0..<folds).contains(fold))
      #expect(foldOfGroup[group, default: fold] == fold)
      foldOfGroup[group] = fold
    }
    let positives = (0..<folds).map { fold in
      zip(assigned, labels).count { $0 == fold && $1 }
    }
    let most = positives.max() ?? 0
    let fewest = positives.min() ?? 0
    #expect(most - fewest <= 4, "\(positives)")
    #expect(assigned == Folds.stratifiedByGroup(groups, labels: labels, folds: folds, seed: 7))
  }

  @Test func oddNumbersOfFoldsAreTaken() {
    #expect(Folds.plain(5, folds: 0, seed: 1) == [0, 0, 0, 0, 0])
    #expect(Folds.plain(0, folds: 3, seed: 1).isEmpty)
    #expect(Folds.stratifiedByGroup([Int](), labels: [], folds: 3, seed: 1).isEmpty)
    #expect(Set(Folds.plain(10, folds: 10, seed: 4)).count == 10)
    #expect(Folds.stratified(["a"], folds: 5, seed: 1).count == 1)
  }
}
