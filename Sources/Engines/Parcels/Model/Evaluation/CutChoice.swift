import Imagery

/// The cuts that serve best on pairs whose labels are known.
struct CutChoice: Hashable, Sendable {
  /// The score from which on pixels belong to a region.
  var cut: Float
  /// The smallest region kept, in square metres.
  var smallest: Double
  /// The mean rank from which on a region is worth looking at.
  var keep: Float = 0
  /// Which scores find regions, and which rank them.
  var mixture = PairScores.Mixture.meanByNetwork

  var finisher: MapFinisher { MapFinisher(cut: cut, smallest: smallest, keep: keep) }

  /// Without any label to choose by.
  static let unknown = CutChoice(cut: 0.35, smallest: 12)
}
