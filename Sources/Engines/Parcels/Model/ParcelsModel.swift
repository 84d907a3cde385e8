import Foundation
import Learning
import Review

/// What a version of the model holds: how regions are judged. The network comes with the program.
struct ParcelsModel: Sendable {
  private static let kind = "parcels/1"
  private static let regionSection = "regions"
  private static let calibrationSection = "calibration"
  private static let calibratedSection = "calibrated"
  private static let pixelSection = "pixels"

  var regions: RegionModel
  /// From the regions' log-odds to a probability, fitted on decisions out of fold.
  var calibration: PlattScaling
  /// Whether the calibration was fitted on decisions made here: before that scores are no
  /// probabilities.
  var isCalibrated = false
  /// What pixels of decided objects taught the search, once there were enough.
  var pixels: PixelModel?

  init(
    regions: RegionModel, calibration: PlattScaling = .identity, pixels: PixelModel? = nil
  ) {
    self.regions = regions
    self.calibration = calibration
    self.pixels = pixels
  }

  /// The log-odds of a region, calibrated.
  ///
  /// - Parameter opinion: what the trees of decided pixels say of it, in log-odds.
  func logOdds(_ measures: [Float], opinion: Double = 0) -> Double {
    calibration.logOdds(regions.logOdds(measures) + opinion)
  }

  func data() -> Data {
    var archive = ModelArchive(kind: Self.kind)
    archive[Self.regionSection] = regions.bytes
    archive[Self.calibrationSection] = calibration.bytes
    archive[Self.calibratedSection] = isCalibrated ? [1] : nil
    archive[Self.pixelSection] = pixels.flatMap { try? $0.bytes() }
    return archive.data
  }

  /// Reads a version back.
  ///
  /// - Throws: `EngineError.damagedModel` when the bytes are not those of a model.
  init(_ record: ModelRecord) throws {
    do {
      let archive = try ModelArchive(data: record.content)
      regions = try RegionModel(bytes: try archive.section(Self.regionSection))
      calibration = try PlattScaling(bytes: try archive.section(Self.calibrationSection))
      isCalibrated = archive[Self.calibratedSection] != nil
      pixels = try archive[Self.pixelSection].map { try PixelModel(bytes: $0) }
    } catch {
      throw EngineError.damagedModel(version: record.version)
    }
  }
}
