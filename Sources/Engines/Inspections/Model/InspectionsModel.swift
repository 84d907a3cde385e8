import Foundation
import Learning
import Review

/// All that a training of this panel gives: the model of outcomes, the model of exceedances, the model
/// of usefulness, and what inputs looked like.
struct InspectionsModel: Sendable {
  static let kind = "inspections/1"

  var outcomes: OutcomeModel?
  var exceedance: ExceedanceModel?
  var usefulness: UsefulnessModel?
  var profile: InputProfile?

  init(
    outcomes: OutcomeModel?, exceedance: ExceedanceModel?, usefulness: UsefulnessModel?,
    profile: InputProfile?
  ) {
    self.outcomes = outcomes
    self.exceedance = exceedance
    self.usefulness = usefulness
    self.profile = profile
  }

  /// The model as bytes.
  func data() throws -> Data {
    var archive = ModelArchive(kind: Self.kind)
    if let outcomes {
      archive["outcomes"] = try outcomes.bytes()
    }
    if let exceedance {
      var writer = ByteWriter()
      writer.write(exceedance.rowCount)
      writer.write(exceedance.positiveCount)
      writer.write(try exceedance.model.bytes())
      archive["exceedance"] = writer.bytes
    }
    archive["usefulness"] = usefulness?.bytes
    archive["profile"] = profile?.bytes
    return archive.data
  }

  /// Reads a model back.
  ///
  /// - Throws: `EngineError.damagedModel` when it is not one of this version.
  init(_ record: ModelRecord) throws {
    do {
      let archive = try ModelArchive(data: record.content)
      guard archive.kind == Self.kind else { throw LearningError.damaged(what: archive.kind) }
      outcomes = try archive["outcomes"].map { try OutcomeModel(bytes: $0) }
      exceedance = try archive["exceedance"].map { bytes in
        var reader = ByteReader(bytes, of: "exceedance")
        let rows = try reader.integer()
        let positives = try reader.integer()
        let model = try TwoLogits(bytes: try reader.content())
        guard model.columns.map(\.name) == ExceedanceSpec.columns.map(\.name) else {
          throw LearningError.damaged(what: "exceedance: columns")
        }
        return ExceedanceModel(model: model, rowCount: rows, positiveCount: positives)
      }
      usefulness = try archive["usefulness"].map { try UsefulnessModel(bytes: $0) }
      profile = try archive["profile"].map { try InputProfile(bytes: $0) }
    } catch is LearningError {
      throw EngineError.damagedModel(version: record.version)
    }
  }
}

extension OutcomeModel {
  /// The model as bytes.
  func bytes() throws -> [UInt8] {
    var writer = ByteWriter()
    writer.write(spec.numeric)
    writer.write(spec.rising.sorted())
    writer.write(spec.categories)
    writer.write(spec.levels.count)
    for levels in spec.levels { writer.write(levels) }
    writer.write(spec.severities)
    writer.write(spec.groups)
    writer.write(spec.codes)
    writer.write(spec.hasThemes)
    writer.write(spec.scale)
    writer.write(agents.effects.keys.sorted())
    writer.write(agents.effects.keys.sorted().map { agents.effects[$0] ?? 0 })
    writer.write(rowCount)
    writer.write(positiveCount)
    writer.write(try model.bytes())
    return writer.bytes
  }

  /// Reads a model back.
  init(bytes: [UInt8]) throws {
    var reader = ByteReader(bytes, of: "outcomes")
    let numeric = try reader.texts()
    let rising = Set(try reader.texts())
    let categories = try reader.texts()
    var levels: [[String]] = []
    for _ in 0..<(try reader.count(upTo: ControlMapping.columnLimit + 10)) {
      levels.append(try reader.texts())
    }
    let spec = OutcomeSpec(
      numeric: numeric, rising: rising, categories: categories, levels: levels,
      severities: try reader.texts(), groups: try reader.texts(), codes: try reader.texts(),
      hasThemes: try reader.bool(), scale: try reader.double())
    let names = try reader.texts()
    let effects = try reader.doubles()
    let rows = try reader.integer()
    let positives = try reader.integer()
    let model = try TwoLogits(bytes: try reader.content())
    guard names.count == effects.count, levels.count == categories.count,
      model.columns == spec.columns
    else { throw LearningError.damaged(what: "outcomes: columns") }
    self.init(
      spec: spec, model: model,
      agents: AgentEffects(
        effects: Dictionary(zip(names, effects), uniquingKeysWith: { first, _ in first })),
      rowCount: rows, positiveCount: positives)
  }
}
