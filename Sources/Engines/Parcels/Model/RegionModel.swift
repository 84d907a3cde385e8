import Foundation
import Learning
import Review

/// Tells from its measures how likely a region is a new object, and of which type.
struct RegionModel: Sendable {
  /// The model that invented scenes taught, in log-odds.
  let base: DenseLogistic
  /// What decisions added to each standardised measure.
  var correction: [Double]
  /// What decisions added in all.
  var shift: Double
  /// One model for each type against the others.
  let types: [ObjectType: DenseLogistic]
  /// The number of decisions learned from.
  var decisionCount: Int
  /// Regions whose type agents corrected: their like take the type they were given.
  var corrected: [CorrectedType] = []

  /// The measures as the model sees them: against what is usual, in deviations.
  func standardised(_ measures: [Float]) -> [Double] {
    measures.indices.map { column in
      let value = Double(measures[column])
      let known = value.isFinite ? value : base.means[column]
      return (known - base.means[column]) / max(1e-9, base.deviations[column])
    }
  }

  /// The log-odds that the region is a new object.
  func logOdds(_ measures: [Float]) -> Double {
    let values = standardised(measures)
    return zip(values, correction).reduce(base.score(measures) + shift) { $0 + $1.0 * $1.1 }
  }

  /// What each measure adds; with `start`, the sum is the log-odds exactly.
  func contributions(_ measures: [Float]) -> (start: Double, parts: [Double]) {
    let values = standardised(measures)
    let own = base.contributions(measures)
    let parts = measures.indices.map { own[$0] + values[$0] * correction[$0] }
    return (logOdds(measures) - parts.reduce(0, +), parts)
  }

  /// The types with their shares, most likely first; together 1.
  func types(_ measures: [Float]) -> [(type: ObjectType, share: Double)] {
    let votes = CorrectedType.votes(corrected, for: standardised(measures))
    let extended = TypeMeasures.values(measures)
    let scores = ObjectType.allCases.compactMap { type -> (ObjectType, Double)? in
      let own = types[type].map { model in
        // Versions made earlier tell types by the plain measures.
        let isPlain = model.coefficients.count == RegionMeasure.count
        return Logistic.sigmoid(model.score(isPlain ? measures : extended))
      }
      guard own != nil || votes[type] != nil else { return nil }
      // What an agent corrected counts whatever its size.
      return (type, (own ?? 0) * TypeSizes.share(type, measures) + (votes[type] ?? 0))
    }
    let sum = scores.reduce(1e-9) { $0 + $1.1 }
    return scores.map { ($0.0, $0.1 / sum) }.sorted { $0.1 > $1.1 }
      .map { (type: $0.0, share: $0.1) }
  }

  // MARK: Bytes

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(base.bytes)
    writer.write(correction)
    writer.write(shift)
    writer.write(decisionCount)
    writer.write(types.count)
    for type in ObjectType.allCases {
      guard let model = types[type] else { continue }
      writer.write(type.rawValue)
      writer.write(model.bytes)
    }
    writer.write(corrected.count)
    for one in corrected {
      writer.write(one.type.rawValue)
      writer.write(one.measures)
    }
    return writer.bytes
  }

  init(
    base: DenseLogistic, types: [ObjectType: DenseLogistic], correction: [Double]? = nil,
    shift: Double = 0, decisionCount: Int = 0
  ) {
    self.base = base
    self.types = types
    self.correction = correction ?? [Double](repeating: 0, count: base.coefficients.count)
    self.shift = shift
    self.decisionCount = decisionCount
  }

  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "region model")
    let base = try DenseLogistic(bytes: try reader.content())
    let correction = try reader.doubles()
    let shift = try reader.double()
    let count = try reader.integer()
    guard base.coefficients.count == RegionMeasure.count, correction.count == RegionMeasure.count,
      correction.allSatisfy(\.isFinite), shift.isFinite
    else { throw .damaged(what: "region model") }
    var types: [ObjectType: DenseLogistic] = [:]
    for _ in 0..<(try reader.count(upTo: ObjectType.allCases.count)) {
      let name = try reader.text()
      let model = try DenseLogistic(bytes: try reader.content())
      guard let type = ObjectType(rawValue: name),
        [TypeMeasures.count, RegionMeasure.count].contains(model.coefficients.count)
      else { throw .damaged(what: "region model") }
      types[type] = model
    }
    var corrected: [CorrectedType] = []
    for _ in 0..<(try reader.count(upTo: CorrectedType.limit)) {
      let name = try reader.text()
      let measures = try reader.doubles()
      guard let type = ObjectType(rawValue: name), measures.count == RegionMeasure.count,
        measures.allSatisfy(\.isFinite)
      else { throw .damaged(what: "region model") }
      corrected.append(CorrectedType(type: type, measures: measures))
    }
    self.init(
      base: base, types: types, correction: correction, shift: shift, decisionCount: count)
    self.corrected = corrected
  }
}
