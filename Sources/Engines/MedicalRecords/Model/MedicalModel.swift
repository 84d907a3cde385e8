import Foundation
import Learning
import Review

/// What a version of the model holds.
struct MedicalModel: Sendable {
  private static let kind = "medical/1"
  private static let qualifierSection = "qualifier-"
  private static let rankerSection = "ranker"
  private static let exceptionSection = "exceptions"
  private static let mentionSection = "mentions-2"
  private static let spanSection = "spans"

  var scorer = QualifierScorer.shipped
  var ranker = StatementRanker.shipped
  var exceptions = StatementExceptions()
  /// Strings that readers said not to stand for their concept.
  var rejectedSpans = SpanExceptions()
  /// The tagger, when annotated reports were given.
  var mentions: MentionModel?

  init() {}

  /// The model as bytes for the store.
  var data: Data {
    var archive = ModelArchive(kind: Self.kind)
    for qualifier in Qualifier.allCases {
      archive[Self.qualifierSection + String(qualifier.letter)] =
        scorer.models[qualifier.rawValue].bytes
    }
    archive[Self.rankerSection] = ranker.model.bytes
    archive[Self.exceptionSection] = exceptions.bytes
    archive[Self.spanSection] = rejectedSpans.bytes
    if let mentions { archive[Self.mentionSection] = mentions.bytes }
    return archive.data
  }

  /// Reads a version back.
  ///
  /// - Throws: `EngineError.damagedModel` when the bytes are not those of a model.
  init(_ record: ModelRecord) throws {
    do {
      let archive = try ModelArchive(data: record.content)
      for qualifier in Qualifier.allCases {
        let bytes = try archive.section(Self.qualifierSection + String(qualifier.letter))
        scorer.models[qualifier.rawValue] = try DenseLogistic(bytes: bytes)
      }
      ranker.model = try DenseLogistic(bytes: try archive.section(Self.rankerSection))
      exceptions = try StatementExceptions(bytes: try archive.section(Self.exceptionSection))
      if let bytes = archive[Self.spanSection] {
        rejectedSpans = try SpanExceptions(bytes: bytes)
      }
      if let bytes = archive[Self.mentionSection] { mentions = try MentionModel(bytes: bytes) }
    } catch {
      throw EngineError.damagedModel(version: record.version)
    }
  }
}
