/// Makes the colours of a picture comparable with those of another of the same place.
///
/// Each channel's values are moved so that their distribution over the unchanged pixels becomes that
/// of the reference. Which pixels are unchanged is found in two rounds: match, take the differences,
/// keep the smaller ones, match again.
public enum HistogramMatching {
  /// The share of pixels taken as unchanged in the second round.
  public static let keptShare = 0.7
  /// The fewest pixels that a distribution is taken from.
  private static let fewestPixels = 256

  /// The picture with the colours of the reference. Absent pixels of either take no part.
  public static func matched(_ picture: Picture, to reference: Picture) -> Picture {
    precondition(
      picture.width == reference.width && picture.height == reference.height,
      "pictures of one size")
    var isUsed = (0..<picture.count).map {
      picture.bytes[$0 * 4 + 3] >= 128 && reference.bytes[$0 * 4 + 3] >= 128
    }
    guard isUsed.count(where: { $0 }) >= fewestPixels else { return picture }
    let first = apply(curves(picture, reference, isUsed), to: picture)
    isUsed = unchanged(first, reference, isUsed)
    return apply(curves(picture, reference, isUsed), to: picture)
  }

  private static func unchanged(
    _ picture: Picture, _ reference: Picture, _ isUsed: [Bool]
  ) -> [Bool] {
    var differences = [Int](repeating: -1, count: picture.count)
    var counts = [Int](repeating: 0, count: 766)
    for pixel in 0..<picture.count where isUsed[pixel] {
      let place = pixel * 4
      let difference = (0..<3).reduce(0) {
        $0 + abs(Int(picture.bytes[place + $1]) - Int(reference.bytes[place + $1]))
      }
      differences[pixel] = difference
      counts[difference] += 1
    }
    let wanted = Int(Double(counts.reduce(0, +)) * keptShare)
    var seen = 0
    var limit = 765
    for (difference, count) in counts.enumerated() {
      seen += count
      if seen >= wanted {
        limit = difference
        break
      }
    }
    return differences.map { $0 >= 0 && $0 <= limit }
  }

  /// The levels, in parts of a thousand of the pixels, at which both distributions are compared.
  private static let levels =
    [5, 15, 30, 60] + Array(stride(from: 100, through: 900, by: 50)) + [
      940, 970, 985, 995,
    ]
  /// How far the contrast beyond the compared levels may be moved.
  private static let gains = 0.5...2.0

  /// For each channel, the value that each value becomes.
  private static func curves(
    _ picture: Picture, _ reference: Picture, _ isUsed: [Bool]
  ) -> [[UInt8]] {
    (0..<3).map { channel in
      var source = [Int](repeating: 0, count: 256)
      var target = source
      for pixel in 0..<picture.count where isUsed[pixel] {
        source[Int(picture.bytes[pixel * 4 + channel])] += 1
        target[Int(reference.bytes[pixel * 4 + channel])] += 1
      }
      return curve(quantiles(source), quantiles(target))
    }
  }

  /// The values below which each level of the pixels lies; a value's pixels are spread evenly over
  /// its width.
  private static func quantiles(_ counts: [Int]) -> [Double] {
    let total = Double(counts.reduce(0, +))
    var value = 0
    var below = 0.0
    return levels.map { level in
      let wanted = total * Double(level) / 1000
      while value < 255, below + Double(counts[value]) < wanted {
        below += Double(counts[value])
        value += 1
      }
      let inside = counts[value] > 0 ? (wanted - below) / Double(counts[value]) : 0
      return Double(value) + min(1, max(0, inside)) - 0.5
    }
  }

  /// Between the levels the values in between; beyond the first and the last, where the unchanged
  /// pixels say nothing, the same contrast as between them: what is new and brighter than all that
  /// was there, a white roof on grass, stays brighter.
  private static func curve(_ source: [Double], _ target: [Double]) -> [UInt8] {
    let last = levels.count - 1
    let spread = source[last] - source[0]
    let gain =
      spread > 1
      ? min(gains.upperBound, max(gains.lowerBound, (target[last] - target[0]) / spread)) : 1
    var place = 0
    return (0..<256).map { value in
      let value = Double(value)
      let moved: Double
      if value <= source[0] {
        moved = target[0] + (value - source[0]) * gain
      } else if value >= source[last] {
        moved = target[last] + (value - source[last]) * gain
      } else {
        while place < last - 1, source[place + 1] <= value { place += 1 }
        let width = source[place + 1] - source[place]
        let part = width > 1e-9 ? min(1, max(0, (value - source[place]) / width)) : 0.5
        moved = target[place] + (target[place + 1] - target[place]) * part
      }
      return UInt8(max(0, min(255, moved.rounded())))
    }
  }

  private static func apply(_ curves: [[UInt8]], to picture: Picture) -> Picture {
    var result = picture
    for pixel in 0..<picture.count {
      for channel in 0..<3 {
        let place = pixel * 4 + channel
        result.bytes[place] = curves[channel][Int(picture.bytes[place])]
      }
    }
    return result
  }
}
