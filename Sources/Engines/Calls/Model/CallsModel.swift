import Foundation
import Learning
import Review

/// What a version of the model holds: the understanding of intents, with its thresholds and the
/// lines it learned from.
struct CallsModel {
  private static let kind = "calls/1"

  var intents: IntentModel

  /// The model as bytes for the store.
  func data() -> Data {
    var archive = ModelArchive(kind: Self.kind)
    archive["space"] = intents.scorer.space.bytes
    var classes = ByteWriter()
    classes.write(intents.scorer.classes)
    archive["classes"] = classes.bytes
    for (place, model) in intents.scorer.models.enumerated() {
      archive["class \(place)"] = model.bytes
    }
    archive["confidence"] = intents.confidence?.bytes
    var thresholds = ByteWriter()
    thresholds.write([
      intents.thresholds.answer, intents.thresholds.confirm, intents.thresholds.falseAnswers,
      intents.thresholds.falseAnswersBound, Double(intents.thresholds.caseCount),
    ])
    archive["thresholds"] = thresholds.bytes
    var lines = ByteWriter()
    lines.write(intents.lines.map(\.text))
    lines.write(intents.lines.map(\.label))
    lines.write(intents.lines.map(\.weight))
    lines.write(intents.lines.map(\.origin.rawValue))
    archive["lines"] = lines.bytes
    return archive.data
  }

  init(intents: IntentModel) { self.intents = intents }

  /// Reads a version back.
  ///
  /// - Throws: `EngineError.damagedModel` when the bytes are not those of a model.
  init(_ record: ModelRecord) throws {
    do {
      try self.init(data: record.content)
    } catch {
      throw EngineError.damagedModel(version: record.version)
    }
  }

  init(data: Data) throws(LearningError) {
    let archive = try ModelArchive(data: data)
    guard archive.kind == Self.kind else { throw .damaged(what: archive.kind) }
    var classes = ByteReader(try archive.section("classes"), of: "classes")
    let names = try classes.texts()
    var models: [LinearModel] = []
    for place in names.indices {
      models.append(try LinearModel(bytes: try archive.section("class \(place)")))
    }
    let scorer = IntentScorer(
      space: try FeatureSpace(bytes: try archive.section("space")), classes: names, models: models)
    var confidence: ConfidenceModel?
    if let bytes = archive["confidence"] { confidence = try ConfidenceModel(bytes: bytes) }
    var numbers = ByteReader(try archive.section("thresholds"), of: "thresholds")
    let values = try numbers.doubles()
    guard values.count == 5, names.count > 1 else { throw .damaged(what: "thresholds") }
    intents = IntentModel(
      scorer: scorer, confidence: confidence,
      thresholds: DecisionThresholds(
        answer: values[0], confirm: values[1], falseAnswers: values[2],
        falseAnswersBound: values[3], caseCount: Int(values[4])),
      lines: try Self.lines(try archive.section("lines")))
  }

  private static func lines(_ bytes: [UInt8]) throws(LearningError) -> [TrainingLine] {
    var reader = ByteReader(bytes, of: "lines")
    let texts = try reader.texts()
    let labels = try reader.texts()
    let weights = try reader.doubles()
    let origins = try reader.texts()
    guard Set([texts.count, labels.count, weights.count, origins.count]).count == 1 else {
      throw .damaged(what: "lines: lengths")
    }
    return texts.indices.map { place in
      TrainingLine(
        text: texts[place], label: labels[place], weight: weights[place],
        origin: TrainingLine.Origin(rawValue: origins[place]) ?? .utterance)
    }
  }
}
