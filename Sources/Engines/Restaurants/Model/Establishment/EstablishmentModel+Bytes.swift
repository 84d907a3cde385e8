import Foundation
import Learning

extension EstablishmentModel {
  /// The model as bytes for the store; the same bytes for the same training.
  func data() throws(LearningError) -> Data {
    var archive = ModelArchive(kind: Self.kind)
    try blend.write(to: &archive)
    var writer = ByteWriter()
    writer.write(calibration.bytes)
    error.write(to: &writer)
    rule.write(to: &writer)
    priors.write(to: &writer)
    archive["calibration"] = writer.bytes
    archive["encoder"] = encoder.bytes
    return archive.data
  }

  /// Reads a model back.
  init(data: Data) throws(LearningError) {
    let archive = try ModelArchive(data: data)
    guard archive.kind == Self.kind else { throw .damaged(what: "a model of \(archive.kind)") }
    blend = try EstablishmentBlend(from: archive)
    var reader = ByteReader(try archive.section("calibration"), of: "calibration")
    calibration = try PlattScaling(bytes: try reader.content())
    error = try CalibrationError(from: &reader)
    rule = try ReviewRule(from: &reader)
    priors = try ReviewPriors(from: &reader)
    encoder = try EstablishmentEncoder(bytes: try archive.section("encoder"))
    outOfFold = ([], [])
  }
}
