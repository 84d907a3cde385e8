/// Dated values with thresholds, drawn as a chart.
public struct SeriesEvidence: Hashable, Codable, Sendable {
  /// One value.
  public struct Point: Hashable, Codable, Sendable {
    /// The day.
    public var date: CalendarDate
    /// The value, in the series' unit.
    public var value: Double
    /// Whether the true value is only known to be below this one (detection limit).
    public var isCensored: Bool

    /// Makes a point.
    public init(date: CalendarDate, value: Double, isCensored: Bool = false) {
      self.date = date
      self.value = value
      self.isCensored = isCensored
    }
  }

  /// A level to compare with.
  public struct Threshold: Hashable, Codable, Sendable {
    /// Its name (« limite », « target »).
    public var label: LocalizedText
    /// The level, in the series' unit.
    public var value: Double

    /// Makes a threshold.
    public init(label: LocalizedText, value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// How the values are best drawn.
  public enum Form: String, Codable, Sendable {
    /// Measurements, joined by a line.
    case line
    /// Counts per period, as bars.
    case bars
  }

  /// What is measured.
  public var title: LocalizedText
  /// The unit, empty for counts.
  public var unit: String
  /// How the values are best drawn.
  public var form: Form
  /// The values, in the order of their dates.
  public var points: [Point]
  /// The levels to compare with.
  public var thresholds: [Threshold]
  /// Where the values come from.
  public var source: LocalizedText

  /// Makes a series.
  public init(
    title: LocalizedText, unit: String, form: Form, points: [Point],
    thresholds: [Threshold] = [], source: LocalizedText
  ) {
    self.title = title
    self.unit = unit
    self.form = form
    self.points = points
    self.thresholds = thresholds
    self.source = source
  }
}
