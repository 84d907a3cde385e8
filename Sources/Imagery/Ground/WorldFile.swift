import Review

/// Where a picture lies on the ground: the six numbers of an ESRI world file (`.pgw`, `.wld`).
///
/// The file gives the centre of the upper left pixel. Turned or slanted pictures are refused, as
/// are pictures that lie upside down.
public struct WorldFile: Hashable, Codable, Sendable {
  /// Metres on the ground for a pixel, east.
  public let pixelWidth: Double
  /// Metres on the ground for a pixel, south.
  public let pixelHeight: Double
  /// The centre of the upper left pixel.
  public let origin: GroundPoint

  /// The sizes of a pixel that are believed, in metres.
  public static let pixelSizes = 0.01...100.0

  /// Makes the place of a picture from the centre of its upper left pixel.
  public init(pixelWidth: Double, pixelHeight: Double, origin: GroundPoint) {
    self.pixelWidth = pixelWidth
    self.pixelHeight = pixelHeight
    self.origin = origin
  }

  /// Reads the six lines of a world file.
  ///
  /// - Throws: a `Refusal` that says which line was not as expected.
  public init(_ text: String, file: String) throws(WorldFileError) {
    let lines = text.split(whereSeparator: \.isNewline).map {
      String($0.filter { !$0.isWhitespace }).replacingComma
    }.filter { !$0.isEmpty }
    guard lines.count == 6 else {
      throw WorldFileError(
        file, nil, "\(lines.count)", LocalizedText(fr: "six lignes", en: "six lines"))
    }
    var numbers: [Double] = []
    for (index, line) in lines.enumerated() {
      guard let number = Double(line), number.isFinite, number.magnitude < 1e9 else {
        throw WorldFileError(
          file, index + 1, line, LocalizedText(fr: "un nombre", en: "a number"))
      }
      numbers.append(number)
    }
    guard numbers[1] == 0, numbers[2] == 0 else {
      throw WorldFileError(
        file, numbers[1] == 0 ? 3 : 2, lines[numbers[1] == 0 ? 2 : 1],
        LocalizedText(fr: "0 : image non tournée", en: "0: a picture that is not turned"))
    }
    guard Self.pixelSizes.contains(numbers[0]) else {
      throw WorldFileError(file, 1, lines[0], Self.sizeExpected)
    }
    guard Self.pixelSizes.contains(-numbers[3]) else {
      throw WorldFileError(file, 4, lines[3], Self.sizeExpected)
    }
    self.init(
      pixelWidth: numbers[0], pixelHeight: -numbers[3],
      origin: GroundPoint(east: numbers[4], north: numbers[5]))
  }

  private static let sizeExpected = LocalizedText(
    fr: "la taille d'un pixel, de 0,01 à 100 m, négative vers le sud",
    en: "the size of a pixel, 0.01 to 100 m, negative southwards")

  /// The six lines.
  public var text: String {
    [pixelWidth, 0, 0, -pixelHeight, origin.east, origin.north].map { "\($0)\n" }.joined()
  }

  /// The place of a point of the picture, in pixels from its upper left corner.
  public func ground(x: Double, y: Double) -> GroundPoint {
    GroundPoint(
      east: origin.east + (x - 0.5) * pixelWidth, north: origin.north - (y - 0.5) * pixelHeight)
  }

  /// The point of the picture at a place, in pixels from its upper left corner.
  public func pixel(_ point: GroundPoint) -> (x: Double, y: Double) {
    (
      (point.east - origin.east) / pixelWidth + 0.5,
      (origin.north - point.north) / pixelHeight + 0.5
    )
  }

  /// The same for the picture cut so that a pixel becomes its upper left one.
  public func shifted(x: Int, y: Int) -> WorldFile {
    WorldFile(
      pixelWidth: pixelWidth, pixelHeight: pixelHeight,
      origin: GroundPoint(
        east: origin.east + Double(x) * pixelWidth, north: origin.north - Double(y) * pixelHeight))
  }
}

extension String {
  fileprivate var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}
