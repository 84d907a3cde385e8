import Imagery

/// What the parts of the model say of a pair, at the scale of the analysis.
struct PairScores: Sendable {
  /// The boosted trees.
  var trees: Plane?
  /// The network.
  var network: Plane?

  /// Which scores find regions and rank them.
  enum Mixture: CaseIterable, Hashable, Sendable {
    /// The geometric mean: what only one of both sees counts little.
    case agreement
    /// The plain mean.
    case mean
    /// The trees alone: for pictures that are strange to the network.
    case trees
    /// The network alone.
    case network
  }

  /// What finds regions and ranks them.
  func plane(_ mixture: Mixture) -> Plane {
    guard let trees, let network else { return trees ?? network ?? Plane(width: 0, height: 0) }
    switch mixture {
    case .agreement: return trees.combined(network) { max(0, $0 * $1).squareRoot() }
    case .mean: return trees.combined(network) { ($0 + $1) / 2 }
    case .trees: return trees
    case .network: return network
    }
  }

  /// The mixtures that differ, with what there is; the first is the usual one.
  var mixtures: [Mixture] { trees != nil && network != nil ? Mixture.allCases : [.agreement] }
}
