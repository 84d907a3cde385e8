import Imagery

/// What the eye tells apart in a picture: brightness, two colour axes, greenness, blueness.
struct PixelChannels {
  static let names = ["brightness", "red-green", "yellow-blue", "greenness", "blueness"]

  /// The channels in the order of the names.
  let planes: [Plane]

  init(_ picture: Picture) {
    let (width, height) = (picture.width, picture.height)
    var planes = [Plane](repeating: Plane(width: width, height: height), count: 5)
    for pixel in 0..<picture.count {
      let red = Float(picture.bytes[pixel * 4])
      let green = Float(picture.bytes[pixel * 4 + 1])
      let blue = Float(picture.bytes[pixel * 4 + 2])
      // Dark pixels have no reliable colour: the sum is kept away from zero.
      let sum = red + green + blue + 30
      planes[0].values[pixel] = (red + green + blue) / 3
      planes[1].values[pixel] = red - green
      planes[2].values[pixel] = (red + green) / 2 - blue
      planes[3].values[pixel] = 255 * (2 * green - red - blue) / sum
      planes[4].values[pixel] = 255 * blue / sum
    }
    self.planes = planes
  }

  var brightness: Plane { planes[0] }
}
