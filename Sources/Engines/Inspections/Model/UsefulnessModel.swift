import Learning
import Review

/// How likely agents are to find a suggestion useful, learned from what they accepted and rejected: it
/// orders the list beside the risk, and never changes it.
struct UsefulnessModel: Sendable {
  private let model: DenseLogistic
  /// The usefulness of a middling suggestion.
  let mean: Double

  /// The fewest decisions, and of each kind.
  static let fewestDecisions = 40
  static let fewestOfEach = 8
  /// The columns.
  static let names = ["risk", "kind"]

  /// The columns of a suggestion.
  static func features(risk: Double, isStation: Bool) -> [Float] {
    [Float(Logistic.logit(risk)), isStation ? 1 : 0]
  }

  /// Learns from decided suggestions, or `nil` when there are too few.
  static func train(_ rows: [[Float]], accepted: [Bool]) throws -> UsefulnessModel? {
    let yes = accepted.count { $0 }
    guard accepted.count >= fewestDecisions, yes >= fewestOfEach,
      accepted.count - yes >= fewestOfEach
    else { return nil }
    let model = try DenseLogistic.train(
      try DenseMatrix(rows: rows), labels: accepted, options: DenseLogisticOptions(strength: 5))
    return UsefulnessModel(model: model, mean: Double(yes) / Double(accepted.count))
  }

  private init(model: DenseLogistic, mean: Double) {
    self.model = model
    self.mean = mean
  }

  /// What the rank of a suggestion is multiplied by: from a half to three halves.
  func factor(_ features: [Float]) -> Double {
    min(1.5, max(0.5, Logistic.sigmoid(model.score(features)) / mean))
  }

  /// The model as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(mean)
    writer.write(model.bytes)
    return writer.bytes
  }

  /// Reads a model back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "usefulness")
    mean = try reader.double()
    model = try DenseLogistic(bytes: try reader.content())
    guard model.coefficients.count == Self.names.count, mean > 0 else {
      throw .damaged(what: "usefulness")
    }
  }
}
