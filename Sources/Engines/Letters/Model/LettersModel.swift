import Foundation
import Learning
import Review

/// What a version of the panel's model holds: sentences' vigilance and the ranking of demands.
struct LettersModel: Sendable {
  private static let kind = "letters/1"

  var vigilance: VigilanceModel
  var items: ItemModel
  /// How many rows of the item model were decisions; 0 means rules only.
  var decisionCount: Int
  /// A digest of the judged passages that the vigilance model learned from; 0 for none.
  var judgedDigest: UInt64 = 0

  static let shipped = LettersModel(vigilance: .shipped, items: .shipped, decisionCount: 0)

  init(
    vigilance: VigilanceModel, items: ItemModel, decisionCount: Int, judgedDigest: UInt64 = 0
  ) {
    self.vigilance = vigilance
    self.items = items
    self.decisionCount = decisionCount
    self.judgedDigest = judgedDigest
  }

  /// The model as bytes for the store.
  var data: Data {
    var archive = ModelArchive(kind: Self.kind)
    archive["cues"] = vigilance.cues.bytes
    archive["stack"] = vigilance.stack.bytes
    archive["items"] = items.logistic.bytes
    archive["words"] = vigilance.words?.bytes
    archive["vectors"] = vigilance.vectors.map { vectors in
      LinearModel(weights: vectors.frequencies, bias: 0).bytes
    }
    var writer = ByteWriter()
    writer.write(decisionCount)
    archive["count"] = writer.bytes
    var digest = ByteWriter()
    digest.write(judgedDigest)
    archive["judged"] = digest.bytes
    return archive.data
  }

  /// Reads a version back.
  ///
  /// - Throws: `EngineError.damagedModel` when the bytes are not those of a model.
  init(_ record: ModelRecord) throws {
    do {
      let archive = try ModelArchive(data: record.content)
      let vectors = try archive["vectors"].map { bytes in
        TextVectors(frequencies: try LinearModel(bytes: bytes).weights)
      }
      let words = try archive["words"].map { try LinearModel(bytes: $0) }
      guard vectors.map({ $0.frequencies.count == TextVectors.columnCount }) ?? true else {
        throw LearningError.damaged(what: "letters: vectors")
      }
      vigilance = VigilanceModel(
        cues: try Self.logistic(archive, "cues", PassageReading.featureCount), vectors: vectors,
        words: words, stack: try Self.logistic(archive, "stack", 2))
      items = ItemModel(
        logistic: try Self.logistic(archive, "items", ItemFeatures.Feature.allCases.count))
      var reader = ByteReader(try archive.section("count"), of: "letters")
      decisionCount = try reader.integer()
      // Models of earlier versions do not say what they judged.
      if let bytes = archive["judged"] {
        var reader = ByteReader(bytes, of: "letters")
        judgedDigest = try reader.unsigned()
      }
    } catch is LearningError {
      throw EngineError.damagedModel(version: record.version)
    }
  }

  private static func logistic(
    _ archive: ModelArchive, _ name: String, _ count: Int
  ) throws -> DenseLogistic {
    let model = try DenseLogistic(bytes: try archive.section(name))
    guard model.coefficients.count == count else {
      throw LearningError.damaged(what: "letters: \(name)")
    }
    return model
  }
}
