/// The layers of the network: a U-Net at half size with four scales.
///
/// Source: Ronneberger, Fischer, Brox, "U-Net", MICCAI 2015; early fusion as in Daudt, Le Saux,
/// Boulch, "Fully convolutional siamese networks for change detection", ICIP 2018.
enum NetworkShape {
  /// Each layer's inputs and outputs: two on the way down at each scale, one on the way up.
  static let layers: [(inputs: Int, outputs: Int)] = [
    (24, 16), (16, 16), (16, 32), (32, 32), (32, 48), (48, 48), (48, 64), (64, 64),
    (112, 48), (80, 32), (48, 16),
  ]
  /// What is answered for each pixel.
  static let heads = 4
  /// A building came or went.
  static let buildingHead = 0
  /// Another wanted thing came or went.
  static let otherHead = 1
  /// Pixels on a side that become one: the network works at half size.
  static let block = 2
  /// Sides must be a multiple of this.
  static let step = 16
  /// The channels before the heads.
  static let last = 16

  /// The weights of the heads: a plain sum for each answer at each of the four pixels of a block.
  static let headWeights = heads * block * block * last
}
