/// A chart of values over time, with thresholds and marks for censored values.
public struct TimeSeriesChart: Sendable {
  /// A value that matters, drawn as a dashed line.
  public struct Threshold: Hashable, Sendable {
    /// The value.
    public let value: Double
    /// What it is.
    public let label: SafeText
    /// How it looks.
    public let style: Style

    /// Makes a threshold.
    public init(_ value: Double, _ label: SafeText, style: Style = Style(.warning)) {
      self.value = value
      self.label = label
      self.style = style
    }
  }

  /// A label on an axis.
  public struct Tick: Hashable, Sendable {
    /// Where on the axis.
    public let position: Double
    /// What is written.
    public let label: SafeText

    /// Makes a tick.
    public init(_ position: Double, _ label: SafeText) {
      self.position = position
      self.label = label
    }
  }

  /// What is drawn; later series cover earlier ones.
  public var series: [ChartSeries]
  /// The dashed lines.
  public var thresholds: [Threshold]
  /// The labels below; those that would touch another are left out.
  public var horizontalTicks: [Tick]
  /// The labels at the left; when there are none, the lowest and the highest value.
  public var verticalTicks: [Tick]
  /// The values at the bottom and at the top; by default 0 or the lowest value, and the highest
  /// value or threshold.
  public var verticalRange: ClosedRange<Double>?
  /// The positions at the left and at the right; by default the first and the last.
  public var horizontalRange: ClosedRange<Double>?

  /// Makes a chart.
  public init(
    _ series: [ChartSeries], thresholds: [Threshold] = [], horizontalTicks: [Tick] = [],
    verticalTicks: [Tick] = [], verticalRange: ClosedRange<Double>? = nil,
    horizontalRange: ClosedRange<Double>? = nil
  ) {
    self.series = series
    self.thresholds = thresholds
    self.horizontalTicks = horizontalTicks
    self.verticalTicks = verticalTicks
    self.verticalRange = verticalRange
    self.horizontalRange = horizontalRange
  }
}
