import Foundation
import Learning
import Review

/// What a version of the model holds: the risk of establishments and the reader of reviews.
struct RestaurantsModel {
  private static let kind = "restaurants/1"
  private static let establishmentSection = "establishment"
  private static let sanitarySection = "sanitary"

  var establishment: EstablishmentModel
  var sanitary: SanitaryModel

  /// The model as bytes for the store.
  func data() throws -> Data {
    var archive = ModelArchive(kind: Self.kind)
    archive[Self.establishmentSection] = [UInt8](try establishment.data())
    archive[Self.sanitarySection] = sanitary.logistic.bytes
    return archive.data
  }

  /// Makes a model of its parts.
  init(establishment: EstablishmentModel, sanitary: SanitaryModel) {
    self.establishment = establishment
    self.sanitary = sanitary
  }

  /// Reads a version back.
  ///
  /// - Throws: `EngineError.damagedModel` when the bytes are not those of a model.
  init(_ record: ModelRecord) throws {
    do {
      let archive = try ModelArchive(data: record.content)
      establishment = try EstablishmentModel(
        data: Data(try archive.section(Self.establishmentSection)))
      sanitary = SanitaryModel(
        logistic: try DenseLogistic(bytes: try archive.section(Self.sanitarySection)))
    } catch {
      throw EngineError.damagedModel(version: record.version)
    }
  }
}
