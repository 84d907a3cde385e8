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
      return curve(source, target)
    }
  }

  private static func curve(_ source: [Int], _ target: [Int]) -> [UInt8] {
    var curve = [UInt8](repeating: 0, count: 256)
    var below = 0
    var level = 0
    var reached = target[0]
    for value in 0..<256 {
      // The middle of the value's pixels decides, so that equal pictures stay as they are.
      let middle = below + source[value] / 2
      while level < 255, reached <= middle {
        level += 1
        reached += target[level]
      }
      curve[value] = UInt8(level)
      below += source[value]
    }
    return curve
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
