import Learning
import Review

/// How mature an engine is, judged by what agents decided.
public struct Maturity: Hashable, Sendable {
  /// The rank down to which the top of the list is looked at.
  public static let top = 20
  /// The fewest judged rows of a version from which its precision is given.
  public static let fewest = 20

  /// What one version of the model showed at the top of the list.
  public struct Version: Hashable, Sendable {
    /// The version; 0 for rules.
    public var model: Int
    /// The number of judged rows.
    public var count: Int
    /// The share accepted among them; `nil` when there are too few.
    public var precision: ValueInterval?
  }

  /// One bin of the calibration: ten of equal count.
  public struct CalibrationBin: Hashable, Sendable {
    /// The mean score shown.
    public var predicted: Double
    /// The share accepted.
    public var observed: Double
    /// The number of rows.
    public var count: Int
  }

  /// Precision and recall of the list, corrected for how rows came into it.
  public var estimate: PropensityEstimate
  /// The precision at the top of the list under the last version that was judged enough.
  public var topPrecision: ValueInterval? { versions.last { $0.precision != nil }?.precision }
  /// The versions, oldest first.
  public var versions: [Version]
  /// The calibration of probabilities; empty when there are too few rows.
  public var calibration: [CalibrationBin]
  /// The mean distance of the bins from the diagonal, weighted by their counts; `nil` without bins.
  public var calibrationError: Double?

  /// The maturity that judged rows show.
  public init(_ rows: [JudgedRow], seed: UInt64 = 1) {
    estimate = PropensityEstimate(
      rows.map { .init(isPositive: $0.judgement.isAccepting, selection: $0.selection) }, seed: seed)
    versions = Self.versions(rows)
    calibration = Self.calibration(rows)
    let count = calibration.reduce(0) { $0 + $1.count }
    calibrationError =
      count > 0
      ? calibration.reduce(0) { $0 + Double($1.count) * abs($1.predicted - $1.observed) }
        / Double(count) : nil
  }

  private static func versions(_ rows: [JudgedRow]) -> [Version] {
    let ranked = rows.filter {
      $0.selection.reason != .random && (1...top).contains($0.judgement.decision.seen.rank)
    }
    return Dictionary(grouping: ranked) { $0.judgement.decision.seen.model ?? 0 }
      .sorted { $0.key < $1.key }.map { model, own in
        Version(
          model: model, count: own.count,
          precision: own.count >= fewest
            ? Proportion.wilson(own.count { $0.judgement.isAccepting }, of: own.count) : nil)
      }
  }

  private static func calibration(_ rows: [JudgedRow]) -> [CalibrationBin] {
    let scored = rows.filter { $0.judgement.decision.seen.model != nil }.sorted {
      ($0.judgement.decision.seen.score, $0.judgement.sequence)
        < ($1.judgement.decision.seen.score, $1.judgement.sequence)
    }
    guard scored.count >= 10 * Self.fewest / 2 else { return [] }
    return (0..<10).compactMap { bin in
      let own = scored[(scored.count * bin / 10)..<(scored.count * (bin + 1) / 10)]
      guard !own.isEmpty else { return nil }
      return CalibrationBin(
        predicted: own.reduce(0) { $0 + $1.judgement.decision.seen.score } / Double(own.count),
        observed: Double(own.count { $0.judgement.isAccepting }) / Double(own.count),
        count: own.count)
    }
  }
}
