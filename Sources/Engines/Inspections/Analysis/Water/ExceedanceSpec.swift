import Learning

/// The columns that exceedances are predicted from: all values are told in units of the threshold, so
/// that one model serves all parameters.
enum ExceedanceSpec {
  static let schema = "inspections/exceedance/1"

  /// The columns, in the order of the features.
  static let columns: [FeatureColumn] =
    level + exceedances + [
      FeatureColumn("days since", .free, ReasonKey.gap),
      FeatureColumn("number of days measured", .free, ReasonKey.gap),
      FeatureColumn("trend a year", .free, ReasonKey.trend),
      FeatureColumn("change of the last", .free, ReasonKey.trend),
    ] + residual + network + season

  private static let level = [
    "last", "one before", "mean of 5", "highest of 5", "highest", "highest of the year",
    "mean, 1 year", "mean, 2 months", "same season, 15 days", "same season, 30 days", "expected",
    "usual level", "expected with what is new", "expected from all",
  ].map { FeatureColumn($0, .rising, ReasonKey.level) }

  private static let exceedances = [
    "share above", "share above, decayed", "share above half", "share above double",
    "same season above, 15 days", "same season above, 30 days",
  ].map { FeatureColumn($0, .rising, ReasonKey.exceedances) }

  private static let residual = [
    FeatureColumn("last against expected", .free, ReasonKey.residual),
    FeatureColumn("recent against expected", .free, ReasonKey.residual),
    FeatureColumn("spread", .free, ReasonKey.residual),
    FeatureColumn("a year before", .free, ReasonKey.residual),
  ]

  /// The windows of the network, in days.
  static let windows: [Int32] = [20, 45, 120]
  /// The widths, in kilometres.
  static let widths: [Float] = [10, 25, 60]

  private static let network: [FeatureColumn] =
    windows.flatMap { days in
      widths.map { width in
        FeatureColumn("others against expected, \(width) km, \(days) d", .free, ReasonKey.network)
      } + [
        FeatureColumn("others above, \(days) d", .free, ReasonKey.network),
        FeatureColumn("basin against expected, \(days) d", .free, ReasonKey.network),
      ]
    } + [
      FeatureColumn("neighbours, 5 km", .rising, ReasonKey.neighbours),
      FeatureColumn("neighbours above, 5 km", .rising, ReasonKey.neighbours),
      FeatureColumn("neighbours same season, 5 km", .free, ReasonKey.neighbours),
      FeatureColumn("neighbours, 10 km", .rising, ReasonKey.neighbours),
      FeatureColumn("neighbours above, 10 km", .rising, ReasonKey.neighbours),
      FeatureColumn("neighbours same season, 10 km", .free, ReasonKey.neighbours),
      FeatureColumn("same course", .free, ReasonKey.neighbours),
      FeatureColumn("same course above", .free, ReasonKey.neighbours),
      FeatureColumn("same water body", .free, ReasonKey.neighbours),
    ]

  private static let season: [FeatureColumn] =
    ["sine", "cosine", "sine of half a year", "cosine of half a year"].map {
      FeatureColumn($0, .free, ReasonKey.season)
    } + [
      FeatureColumn("longitude", .free, ReasonKey.place),
      FeatureColumn("latitude", .free, ReasonKey.place),
      FeatureColumn("altitude", .free, ReasonKey.place),
    ]
}
