/// What tells types apart: the measures of a region, and the squares of those of which a type has a
/// middle and not an end (a caravan is 5 to 8 m long, neither as short nor as long as can be).
enum TypeMeasures {
  private static let squared: [RegionMeasure] = [
    .area, .length, .width, .elongation, .rectangularity, .whitenessAfter, .contrastAfter,
    .turquoiseAfter, .evennessGained, .raggedness,
  ]
  /// About where each lies in the middle, so that its square bends there.
  private static let middles: [RegionMeasure: Float] = [
    .area: 3.4, .length: 2.1, .width: 1.3, .elongation: 0.7, .rectangularity: 0.75,
    .whitenessAfter: 1, .contrastAfter: 0.8, .turquoiseAfter: 0.3, .evennessGained: 0,
    .raggedness: 0.1,
  ]

  static var count: Int { RegionMeasure.count + squared.count }

  /// The values in their order.
  static func values(_ measures: [Float]) -> [Float] {
    measures
      + squared.map { measure in
        let away = measures[measure.rawValue] - (middles[measure] ?? 0)
        return min(25, away * away)
      }
  }
}
