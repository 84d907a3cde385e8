import CParcelsWeights

/// The network that Vigie ships, trained on its own invented scenes only.
enum ShippedModel {
  /// The network, or `nil` in a build that ships none.
  static let network: ChangeNetwork? = {
    let bytes = [UInt8](
      UnsafeRawBufferPointer(start: parcels_weights_start(), count: parcels_weights_count()))
    return (try? NetworkWeights(bytes: bytes)).map { ChangeNetwork($0) }
  }()
}
