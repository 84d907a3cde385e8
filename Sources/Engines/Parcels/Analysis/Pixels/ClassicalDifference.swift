import Foundation
import Imagery

/// The classical difference of two pictures, for want of any model: how far colours moved, against
/// what is usual in the pair.
enum ClassicalDifference {
  /// 0…1; 0.5 lies at four usual differences.
  static func map(_ pair: PreparedPair) -> Plane {
    let before = PixelChannels(pair.before).planes.prefix(3).map { $0.smoothed(1) }
    let after = PixelChannels(pair.after).planes.prefix(3).map { $0.smoothed(1) }
    var sum = Plane(width: pair.width, height: pair.height)
    for (first, second) in zip(before, after) {
      let difference = first.combined(second) { abs($0 - $1) }
      let usual = max(2, difference.usual)
      sum = sum.combined(difference) { $0 + ($1 / usual) * ($1 / usual) }
    }
    return sum.mapped { 1 - exp(-($0 / 3).squareRoot() / 5.77) }.smoothed(1)
  }
}

extension Plane {
  /// The median of the values.
  fileprivate var usual: Float {
    let sample = stride(from: 0, to: values.count, by: 5).map { values[$0] }.sorted()
    return sample.isEmpty ? 0 : sample[sample.count / 2]
  }
}
