import Imagery

/// The cut that serves best on pairs whose labels are known.
struct CutChoice: Hashable, Sendable {
  /// The score from which on something is looked at.
  var cut: Float
  /// The smallest region kept, in square metres.
  var smallest: Double

  var finisher: MapFinisher { MapFinisher(cut: cut, smallest: smallest) }

  /// Without any label to choose by.
  static let unknown = CutChoice(cut: 0.5, smallest: 12)
}
