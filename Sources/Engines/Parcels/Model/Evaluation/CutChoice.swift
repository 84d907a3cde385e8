import Imagery

/// The cuts that serve best on pairs whose labels are known.
struct CutChoice: Hashable, Sendable {
  /// The score from which on pixels belong to a region.
  var cut: Float
  /// The smallest region kept, in square metres.
  var smallest: Double
  /// Which scores find regions and rank them.
  var mixture = PairScores.Mixture.agreement

  var finisher: MapFinisher { MapFinisher(cut: cut, smallest: smallest) }

  /// Without any label to choose by.
  static let unknown = CutChoice(cut: 0.25, smallest: 24)
}
