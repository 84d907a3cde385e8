/// Two pictures of the same place at two dates.
public struct PicturePairEvidence: Hashable, Codable, Sendable {
  /// A point of a picture, in pixels from its upper left corner.
  public struct Pixel: Hashable, Codable, Sendable {
    /// Pixels to the right.
    public let x: Double
    /// Pixels down.
    public let y: Double

    /// Makes a point.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The name under which the store keeps the earlier picture (PNG).
  public var before: String
  /// The name under which the store keeps the later picture (PNG).
  public var after: String
  /// The day of the earlier picture.
  public var beforeDate: CalendarDate?
  /// The day of the later picture.
  public var afterDate: CalendarDate?
  /// The outline of the object, in pixels of the pictures.
  public var outline: [Pixel]
  /// Metres on the ground for each pixel.
  public var metresPerPixel: Double
  /// What is seen, in words, for those who do not see pictures.
  public var description: LocalizedText

  /// Makes a pair.
  public init(
    before: String, after: String, beforeDate: CalendarDate?, afterDate: CalendarDate?,
    outline: [Pixel], metresPerPixel: Double, description: LocalizedText
  ) {
    self.before = before
    self.after = after
    self.beforeDate = beforeDate
    self.afterDate = afterDate
    self.outline = outline
    self.metresPerPixel = metresPerPixel
    self.description = description
  }
}
