import CParcelsWeights
import Foundation
import Learning

/// What Vigie ships: the network and the judge of regions, trained on its own invented scenes only.
struct ShippedModel: Sendable {
  private static let kind = "parcels-shipped/1"
  private static let networkSection = "network"
  private static let regionSection = "regions"

  var network: ChangeNetwork
  /// The judge of regions, or `nil` while the network alone is at hand.
  var regions: RegionModel?

  /// What this build ships, or `nil` when it ships nothing.
  static let current: ShippedModel? = {
    let bytes = Data(
      UnsafeRawBufferPointer(start: parcels_weights_start(), count: parcels_weights_count()))
    return try? ShippedModel(data: bytes)
  }()

  init(network: ChangeNetwork, regions: RegionModel?) {
    self.network = network
    self.regions = regions
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
  }

  var data: Data {
    var archive = ModelArchive(kind: Self.kind)
    archive[Self.networkSection] = network.weights.bytes
    archive[Self.regionSection] = regions?.bytes
    return archive.data
  }
}
