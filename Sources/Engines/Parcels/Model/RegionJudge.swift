import Foundation
import Learning
import Review

/// The judge of regions in use: a version of the model, or what the program ships.
struct RegionJudge: Sendable {
  /// What is expected of a tile in which nothing was found.
  static let tileShare = 0.03

  let regions: RegionModel
  let calibration: PlattScaling
  /// What decided pixels taught the search, or `nil`.
  var pixels: PixelModel?
  /// The version, or `nil` for what the program ships.
  let version: Int?
  /// Whether decisions made here calibrate the scores.
  let isCalibrated: Bool

  /// The judge of a request.
  ///
  /// - Throws: `EngineError` when the version is damaged or nothing is shipped.
  init(_ record: ModelRecord?, shipped: ShippedModel?) throws {
    if let record {
      let model = try ParcelsModel(record)
      regions = model.regions
      calibration = model.calibration
      pixels = model.pixels
      version = record.version
      isCalibrated = model.isCalibrated
    } else if let shipped, let judge = shipped.regions {
      regions = judge
      calibration = shipped.calibration
      version = nil
      isCalibrated = false
    } else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "ce programme a été construit sans son modèle d'images",
          en: "this program was built without its model of pictures"))
    }
  }

  /// What each measure, and what the trees of decided pixels say, add to the calibrated log-odds.
  func contributions(
    _ measures: [Float], opinion: Double = 0
  ) -> (start: Double, parts: [Double], opinion: Double) {
    let (start, parts) = regions.contributions(measures)
    return (
      calibration.slope * start + calibration.offset, parts.map { $0 * calibration.slope },
      calibration.slope * opinion
    )
  }

  /// What the trees of decided pixels say of a candidate, by its pictures; 0 when there are no such
  /// trees or its pictures are not at hand.
  func opinion(_ candidate: Candidate, content: (String) throws -> Data?) -> Double {
    guard let pixels, !candidate.measures.isEmpty,
      let chip = try? ObjectPixels(candidate, outline: nil, content: content)
    else { return 0 }
    let object = chip.object(candidate.key, group: 0, isNew: false, seed: 1)
    return (try? pixels.opinion(object.inside, columns: object.columns)) ?? 0
  }

  /// The score of log-odds: a probability once decisions calibrate it, a level before, since invented
  /// scenes cannot say how often the model is wrong here.
  func score(_ odds: Double, spread: Double) -> Score {
    let value = Logistic.sigmoid(odds)
    let basis: Score.Basis
    if let version, isCalibrated {
      basis = .probability(model: version)
    } else {
      basis = .rule(level: value >= 0.6 ? 3 : value >= 0.3 ? 2 : 1)
    }
    return Score(
      value, low: Logistic.sigmoid(odds - spread), high: Logistic.sigmoid(odds + spread),
      basis: basis)
  }
}
