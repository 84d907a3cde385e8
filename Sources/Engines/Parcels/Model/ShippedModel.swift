import CParcelsWeights
import Foundation
import Learning

/// What Vigie ships: the network and the judge of regions, trained on its own invented scenes only.
struct ShippedModel: Sendable {
  private static let kind = "parcels-shipped/1"
  private static let networkSection = "network"
  private static let regionSection = "regions"
  private static let calibrationSection = "calibration"

  var network: ChangeNetwork
  /// The judge of regions, or `nil` while the network alone is at hand.
  var regions: RegionModel?
  /// From the judge's log-odds to those that held on scenes it did not learn from.
  var calibration = PlattScaling.identity

  /// What this build ships, or `nil` when it ships nothing.
  static let current: ShippedModel? = {
    let bytes = Data(
      UnsafeRawBufferPointer(start: parcels_weights_start(), count: parcels_weights_count()))
    return try? ShippedModel(data: bytes)
  }()

  init(
    network: ChangeNetwork, regions: RegionModel?, calibration: PlattScaling = .identity
  ) {
    self.network = network
    self.regions = regions
    self.calibration = calibration
  }

  init(data: Data) throws(LearningError) {
    let archive = try ModelArchive(data: data)
    network = ChangeNetwork(
      try NetworkWeights(bytes: try archive.section(Self.networkSection)))
    if let bytes = archive[Self.regionSection] {
      regions = try RegionModel(bytes: bytes)
    } else {
      regions = nil
    }
    if let bytes = archive[Self.calibrationSection] {
      calibration = try PlattScaling(bytes: bytes)
    }
  }

  var data: Data {
    var archive = ModelArchive(kind: Self.kind)
    archive[Self.networkSection] = network.weights.bytes
    archive[Self.regionSection] = regions?.bytes
    archive[Self.calibrationSection] = calibration.bytes
    return archive.data
  }
}
