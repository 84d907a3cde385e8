import Learning

/// A region whose truth is known.
struct KnownRegion: Sendable {
  var measures: [Float]
  var isNew: Bool
  var type: ObjectType?
  var weight: Double = 1
  /// What must stay together in cross-validation.
  var group: Int = 0
  /// The number of the scene's object that it is.
  var object: Int?
}

extension RegionModel {
  /// How strongly decisions are held back: an agent's first rejections must not overturn what
  /// thousands of scenes taught.
  private static let restraint = 6.0

  /// Learns the base from invented scenes.
  ///
  /// - Throws: `LearningError` when there are no regions or only one class.
  static func train(_ regions: [KnownRegion]) throws(LearningError) -> RegionModel {
    let rows = try DenseMatrix(rows: regions.map(\.measures))
    let base = try DenseLogistic.train(
      rows, labels: regions.map(\.isNew), weights: regions.map(\.weight),
      options: DenseLogisticOptions(strength: 2))
    let typed = regions.filter { $0.isNew && $0.type != nil }
    var types: [ObjectType: DenseLogistic] = [:]
    if !typed.isEmpty {
      let rows = try DenseMatrix(rows: typed.map { TypeMeasures.values($0.measures) })
      // Every type counts as much as the others, however often scenes show it.
      let counts = Dictionary(grouping: typed, by: \.type).mapValues(\.count)
      let weights = typed.map { 1 / Double(max(1, counts[$0.type] ?? 1)) * 100 }
      for type in ObjectType.allCases {
        types[type] = try? DenseLogistic.train(
          rows, labels: typed.map { $0.type == type }, weights: weights,
          options: DenseLogisticOptions(strength: 1))
      }
    }
    return RegionModel(base: base, types: types)
  }

  /// The model with what decisions teach added to the base.
  func learning(from decided: [KnownRegion]) -> RegionModel {
    var result = self
    result.correction = [Double](repeating: 0, count: correction.count)
    result.shift = 0
    result.decisionCount = decided.count
    result.corrected = decided.filter { $0.type != nil }.suffix(CorrectedType.limit).compactMap {
      known in
      known.type.map { CorrectedType(type: $0, measures: standardised(known.measures)) }
    }
    guard decided.contains(where: \.isNew), decided.contains(where: { !$0.isNew }) else {
      // One kind of answer only: move the level, not the shape.
      result.shift = decided.isEmpty ? 0 : Self.levelShift(decided, base)
      return result
    }
    let rows = decided.map { standardised($0.measures).map { Float(max(-4, min(4, $0))) } }
    guard let matrix = try? DenseMatrix(rows: rows),
      let change = try? DenseLogistic.train(
        matrix, labels: decided.map(\.isNew), weights: decided.map(\.weight),
        offsets: decided.map { base.score($0.measures) },
        options: DenseLogisticOptions(
          strength: Self.restraint, isRaw: rows[0].map { _ in true }))
    else { return result }
    result.correction = change.coefficients
    result.shift = change.intercept
    return result
  }

  /// How far the level moves when all answers agree: as if three of the other kind had been given.
  private static func levelShift(_ decided: [KnownRegion], _ base: DenseLogistic) -> Double {
    let sign = decided[0].isNew ? 1.0 : -1.0
    let mean = decided.reduce(0.0) { $0 + base.score($1.measures) } / Double(decided.count)
    let share = (Double(decided.count) + 1) / (Double(decided.count) + 4)
    let wanted = Logistic.logit(share) * sign
    return sign > 0 ? max(0, min(3, wanted - mean)) : min(0, max(-3, wanted - mean))
  }
}
