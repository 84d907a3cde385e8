import Imagery

/// Makes pictures comparable for the network and puts them into its first planes.
enum NetworkInput {
  /// The three channels of a picture with mean 0 and a common deviation of 1, over what is present.
  static func normalised(_ picture: Picture) -> [Plane] {
    var sums = [Double](repeating: 0, count: 3)
    var squares = sums
    var count = 0.0
    for pixel in 0..<picture.count where picture.bytes[pixel * 4 + 3] >= 128 {
      count += 1
      for channel in 0..<3 {
        let value = Double(picture.bytes[pixel * 4 + channel])
        sums[channel] += value
        squares[channel] += value * value
      }
    }
    let means = sums.map { $0 / max(1, count) }
    let variance =
      zip(squares, means).reduce(0.0) { $0 + $1.0 / max(1, count) - $1.1 * $1.1 } / 3
    let scale = Float(1 / max(8, max(0, variance).squareRoot()))
    return (0..<3).map { channel in
      picture.plane(channel).mapped { ($0 - Float(means[channel])) * scale }
    }
  }

  /// Puts six planes into the channels of one picture of a tensor, each block of 2 × 2 pixels into
  /// four channels. Beyond the planes, their last pixels go on.
  static func fill(_ tensor: Tensor, image: Int, _ planes: [Plane]) {
    for (number, plane) in planes.enumerated() {
      for part in 0..<4 {
        for y in 0..<tensor.height {
          let source = min(plane.height - 1, 2 * y + part / 2) * plane.width
          let target = tensor.row(number * 4 + part, image, y)
          for x in 0..<tensor.width {
            target[x] = plane.values[source + min(plane.width - 1, 2 * x + part % 2)]
          }
        }
      }
    }
  }
}
