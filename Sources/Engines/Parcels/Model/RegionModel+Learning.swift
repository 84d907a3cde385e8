import Foundation
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
  /// The natural key, of what agents decided.
  var key = ""
}

extension RegionModel {
  /// How strongly decisions are held back: an agent's first rejections must not overturn what
  /// thousands of scenes taught.
  private static let restraint = 6.0
  /// Stronger ones, tried by cross-validation once there are enough decisions: on a few places the
  /// shape that decisions suggest is often that of the place and of no other.
  private static let restraints = [1600.0, 400, 100, 25, restraint]
  /// The fewest decisions to choose by.
  private static let fewestToChoose = 20
  /// By how much, as a share, a weaker restraint must predict better.
  private static let gain = 0.01

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
    guard let learned = fitted(decided, rows, restraint: chosenRestraint(decided, rows)) else {
      return result
    }
    result.correction = learned.coefficients
    result.shift = learned.intercept
    return result
  }

  /// What decisions add to the base, held back by a restraint.
  private func fitted(
    _ decided: [KnownRegion], _ rows: [[Float]], restraint: Double
  ) -> DenseLogistic? {
    guard let matrix = try? DenseMatrix(rows: rows) else { return nil }
    return try? DenseLogistic.train(
      matrix, labels: decided.map(\.isNew), weights: decided.map(\.weight),
      offsets: decided.map { base.score($0.measures) },
      options: DenseLogisticOptions(strength: restraint, isRaw: rows[0].map { _ in true }))
  }

  /// The restraint under which decisions of some pairs predict those of others best, the strongest
  /// unless a weaker one is clearly better.
  private func chosenRestraint(_ decided: [KnownRegion], _ rows: [[Float]]) -> Double {
    guard decided.count >= Self.fewestToChoose else { return Self.restraint }
    let groups = Set(decided.map(\.group)).count
    let folds = decided.indices.map { groups >= 3 ? decided[$0].group % 5 : $0 % 5 }
    var best = (restraint: Self.restraints[0], loss: Double.infinity)
    for restraint in Self.restraints {
      let loss = heldOutLoss(decided, rows, folds, restraint)
      if loss < best.loss * (1 - Self.gain) { best = (restraint, loss) }
    }
    return best.restraint
  }

  /// The loss on decisions of folds that were not learned from.
  private func heldOutLoss(
    _ decided: [KnownRegion], _ rows: [[Float]], _ folds: [Int], _ restraint: Double
  ) -> Double {
    var loss = 0.0
    for fold in Set(folds).sorted() {
      let kept = decided.indices.filter { folds[$0] != fold }
      guard !kept.isEmpty,
        let learned = fitted(kept.map { decided[$0] }, kept.map { rows[$0] }, restraint: restraint)
      else { continue }
      for index in decided.indices where folds[index] == fold {
        let odds = base.score(decided[index].measures) + learned.score(rows[index])
        let wrong = decided[index].isNew ? -odds : odds
        // log(1 + e^wrong) without overflow.
        loss += decided[index].weight * (max(0, wrong) + log1p(exp(-abs(wrong))))
      }
    }
    return loss
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
