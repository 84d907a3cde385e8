/// Values over time, as a chart draws them.
public struct ChartSeries: Hashable, Sendable {
  /// One value.
  public struct Point: Hashable, Sendable {
    /// Where it lies on the horizontal axis: a day's number, say.
    public let position: Double
    /// The value.
    public let value: Double
    /// Whether the true value is only known to be below this one (a limit of quantification).
    public let isCensored: Bool

    /// Makes a point.
    public init(_ position: Double, _ value: Double, isCensored: Bool = false) {
      self.position = position
      self.value = value
      self.isCensored = isCensored
    }
  }

  /// The values, in any order.
  public let points: [Point]
  /// How they look.
  public let style: Style
  /// Whether neighbouring values are joined by a line.
  public let isJoined: Bool

  /// Makes a series.
  public init(_ points: [Point], style: Style = Style(.plot1), isJoined: Bool = true) {
    self.points = points
    self.style = style
    self.isJoined = isJoined
  }
}
