import Foundation

/// How large things of each type are, so that nothing of fifty metres is taken for a container.
///
/// Source: the sizes of what is sold and built (caravan 5–8 × 2–2.6 m, mobile home 7–12 × 3–4.5 m,
/// container 6 or 12 × 2.4 m), with what an outline drawn at half a metre may add or miss.
enum TypeSizes {
  /// Metres along and across.
  private static let ranges: [ObjectType: (ClosedRange<Double>, ClosedRange<Double>)] = [
    .caravan: (3.5...9, 1.8...4.8), .mobileHome: (5.5...14, 2.6...6.5),
    .container: (2.8...14, 2...5), .lightBuilding: (3...14, 2.5...10),
    .building: (5...80, 4...60), .shed: (8...120, 5...60), .pool: (3...26, 2...13),
    .dump: (2.5...40, 2...25),
  ]
  /// How fast a size beyond its range becomes unlikely, in log-metres.
  private static let softness = 0.35
  /// What is left of a type whose size does not fit at all.
  private static let floor = 0.001
  /// Heaps are rarer than what is lived in: caravans stand on more than half of such parcels, houses
  /// and cabins on four in ten.
  private static let heaps = 0.8

  /// How well a type goes with the size of a region, 0…1.
  static func share(_ type: ObjectType, _ measures: [Float]) -> Double {
    guard let (along, across) = ranges[type], measures.count == RegionMeasure.count else {
      return 1
    }
    func beyond(_ value: Double, _ range: ClosedRange<Double>) -> Double {
      max(0, log(range.lowerBound) - value) + max(0, value - log(range.upperBound))
    }
    let away =
      beyond(Double(measures[RegionMeasure.length.rawValue]), along)
      + beyond(Double(measures[RegionMeasure.width.rawValue]), across)
    guard away.isFinite else { return floor }
    let fit = max(floor, exp(-(away / softness) * (away / softness)))
    return fit * (type == .dump ? heaps : 1)
  }
}
