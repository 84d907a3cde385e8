/// Planes of numbers for a network: channels of several pictures, each plane with a border of zeros
/// so that a 3 × 3 convolution needs no special case at the edge.
///
/// A row is as long as whole groups of eight need, so that kernels may read and write past its end.
final class Tensor {
  /// The numbers worked on at once.
  static let lanes = 8

  let channels: Int
  let images: Int
  let height: Int
  let width: Int
  /// The numbers from one row to the next.
  let stride: Int
  /// The numbers of one plane.
  let plane: Int
  let base: UnsafeMutablePointer<Float>
  private let capacity: Int

  init(channels: Int, images: Int, height: Int, width: Int) {
    self.channels = channels
    self.images = images
    self.height = height
    self.width = width
    stride = Self.rounded(width) + Self.lanes
    plane = (height + 2) * stride
    capacity = channels * images * plane + 4 * Self.lanes
    base = .allocate(capacity: capacity)
    base.initialize(repeating: 0, count: capacity)
  }

  deinit { base.deallocate() }

  /// A width rounded up to whole groups.
  static func rounded(_ width: Int) -> Int { (width + lanes - 1) / lanes * lanes }

  /// A tensor of the same pictures with other channels.
  func like(channels: Int) -> Tensor {
    Tensor(channels: channels, images: images, height: height, width: width)
  }

  /// The first number of the padded plane of a channel of a picture.
  func plane(_ channel: Int, _ image: Int) -> UnsafeMutablePointer<Float> {
    base + (channel * images + image) * plane
  }

  /// The first number of a row inside the border.
  func row(_ channel: Int, _ image: Int, _ y: Int) -> UnsafeMutablePointer<Float> {
    plane(channel, image) + (y + 1) * stride + 1
  }

  /// Sets what lies outside the pictures to zero again.
  func clearBorder() {
    for channel in 0..<channels {
      for image in 0..<images {
        let start = plane(channel, image)
        start.update(repeating: 0, count: stride)
        (start + (height + 1) * stride).update(repeating: 0, count: stride)
        for y in 1...height {
          start[y * stride] = 0
          (start + y * stride + width + 1).update(repeating: 0, count: stride - width - 1)
        }
      }
    }
  }
}
