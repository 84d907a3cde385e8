import Imagery

/// What the parts of the model say of a pair, at the scale of the analysis.
struct PairScores: Sendable {
  /// The boosted trees.
  var trees: Plane?
  /// The network.
  var network: Plane?

  /// Which scores find regions, and which rank them.
  enum Mixture: CaseIterable, Hashable, Sendable {
    /// The plain mean finds, the network ranks: what serves best where a network is at home.
    case meanByNetwork
    /// The plain mean finds and ranks.
    case mean
    /// The trees alone: for pictures that are strange to the network.
    case trees
    /// The network alone.
    case network
  }

  /// What finds regions and what ranks them.
  func planes(_ mixture: Mixture) -> (finding: Plane, ranking: Plane) {
    guard let trees, let network else { return (mean, mean) }
    switch mixture {
    case .meanByNetwork: return (mean, network)
    case .mean: return (mean, mean)
    case .trees: return (trees, trees)
    case .network: return (network, network)
    }
  }

  /// The mixtures that differ, with what there is.
  var mixtures: [Mixture] { trees != nil && network != nil ? Mixture.allCases : [.meanByNetwork] }

  /// The plain mean of what there is.
  var mean: Plane {
    switch (trees, network) {
    case (let trees?, let network?): trees.combined(network) { ($0 + $1) / 2 }
    case (let one?, nil), (nil, let one?): one
    case (nil, nil): Plane(width: 0, height: 0)
    }
  }
}
