import Imagery

/// What the parts of the model say of a pair, at the scale of the analysis.
struct PairScores: Sendable {
  /// The boosted trees.
  var trees: Plane?
  /// The network.
  var network: Plane?

  /// The plain mean of what there is.
  var mean: Plane {
    switch (trees, network) {
    case (let trees?, let network?): trees.combined(network) { ($0 + $1) / 2 }
    case (let one?, nil), (nil, let one?): one
    case (nil, nil): Plane(width: 0, height: 0)
    }
  }
}
