/// A picture in memory: rows of red, green, blue and alpha bytes, the first row at the top.
///
/// Alpha below 128 says that there is no picture there (the edge of a flight, a hole of a mosaic).
public struct Picture: Hashable, Sendable {
  /// Pixels on a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// `width` × `height` × 4 bytes.
  public var bytes: [UInt8]

  /// Makes a picture of one colour.
  public init(width: Int, height: Int, red: UInt8 = 0, green: UInt8 = 0, blue: UInt8 = 0) {
    self.width = max(0, width)
    self.height = max(0, height)
    bytes = [UInt8](repeating: 255, count: self.width * self.height * 4)
    for pixel in 0..<self.width * self.height {
      bytes[pixel * 4] = red
      bytes[pixel * 4 + 1] = green
      bytes[pixel * 4 + 2] = blue
    }
  }

  /// Makes a picture of its bytes; nothing when they are not as many as its sides ask for.
  public init?(width: Int, height: Int, bytes: [UInt8]) {
    guard width >= 0, height >= 0, width <= 1 << 20, height <= 1 << 20,
      width * height * 4 == bytes.count
    else { return nil }
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// The number of pixels.
  public var count: Int { width * height }

  /// Red, green and blue of a pixel.
  public subscript(x: Int, y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    get {
      let place = (y * width + x) * 4
      return (bytes[place], bytes[place + 1], bytes[place + 2])
    }
    set {
      let place = (y * width + x) * 4
      bytes[place] = newValue.red
      bytes[place + 1] = newValue.green
      bytes[place + 2] = newValue.blue
    }
  }

  /// One of the four channels, 0…255.
  public func plane(_ channel: Int) -> Plane {
    var plane = Plane(width: width, height: height)
    bytes.withUnsafeBufferPointer { bytes in
      for pixel in 0..<count { plane.values[pixel] = Float(bytes[pixel * 4 + channel]) }
    }
    return plane
  }

  /// Makes an opaque picture of three channels of 0…255; what lies outside is cut.
  public init(red: Plane, green: Plane, blue: Plane) {
    self.init(width: red.width, height: red.height)
    for pixel in 0..<count {
      bytes[pixel * 4] = Self.byte(red.values[pixel])
      bytes[pixel * 4 + 1] = Self.byte(green.values[pixel])
      bytes[pixel * 4 + 2] = Self.byte(blue.values[pixel])
    }
  }

  private static func byte(_ value: Float) -> UInt8 { UInt8(max(0, min(255, value.rounded()))) }

  /// Which pixels hold a picture.
  public var isPresent: [Bool] { (0..<count).map { bytes[$0 * 4 + 3] >= 128 } }
}
