import Foundation

/// How wrong the heads are: cross-entropy for all, and for the two heads of change also the overlap
/// of what is found with what is true.
///
/// Source of the overlap: Milletari, Navab, Ahmadi, "V-Net", 3DV 2016 (dice).
struct NetworkLoss {
  /// What the heads of buildings at one date count beside the heads of change.
  static let sideShare: Float = 0.3

  let head: Parameter
  let headBias: Parameter

  /// The loss, and how it changes with the last layer; the heads' own gradients are noted.
  func apply(_ last: Tensor, _ batch: NetworkBatch) -> (Double, Tensor) {
    let change = last.like(channels: last.channels)
    var total = 0.0
    for number in 0..<NetworkShape.heads {
      let (loss, slopes) = slopes(number, last, batch)
      total += loss
      carry(number, slopes, last, change)
    }
    change.clearBorder()
    return (total, change)
  }

  /// The loss of a head and how it changes with each pixel's log-odds.
  private func slopes(
    _ number: Int, _ last: Tensor, _ batch: NetworkBatch
  ) -> (Double, [[Float]]) {
    let isChange = number < 2
    let share: Float = isChange ? 1 : Self.sideShare
    var answers: [[Float]] = []
    var (both, found, wanted, known): (Float, Float, Float, Float) = (0, 0, 0, 0)
    var entropy = 0.0
    for image in 0..<last.images {
      let truth = batch.truth[image][number]
      var row = [Float](repeating: 0, count: truth.count)
      for index in truth.indices where truth[index] >= 0 {
        let odds = odds(number, last, image, index, batch.side)
        let answer = 1 / (1 + expf(-odds))
        row[index] = answer
        known += 1
        both += answer * truth[index]
        found += answer
        wanted += truth[index]
        entropy += Double(max(0, odds) - odds * truth[index] + log1pf(expf(-abs(odds))))
      }
      answers.append(row)
    }
    guard known > 0 else { return (0, answers.map { $0.map { _ in 0 } }) }
    let smooth: Float = 50
    let sum = found + wanted + smooth
    let dice = 1 - (2 * both + smooth) / sum
    for image in answers.indices {
      let truth = batch.truth[image][number]
      for index in truth.indices {
        guard truth[index] >= 0 else {
          answers[image][index] = 0
          continue
        }
        let answer = answers[image][index]
        var slope = (answer - truth[index]) / known * 4
        if isChange {
          let grows = -(2 * truth[index] * sum - (2 * both + smooth)) / (sum * sum)
          slope += grows * answer * (1 - answer)
        }
        answers[image][index] = slope * share
      }
    }
    return (Double(share) * (entropy / Double(known) * 4 + Double(isChange ? dice : 0)), answers)
  }

  @inline(__always)
  private func odds(_ number: Int, _ last: Tensor, _ image: Int, _ index: Int, _ side: Int) -> Float
  {
    let (x, y) = (index % side, index / side)
    let part = number * 4 + y % 2 * 2 + x % 2
    var sum = headBias.values[part]
    let place = (y / 2 + 1) * last.stride + 1 + x / 2
    for channel in 0..<NetworkShape.last {
      sum += head.values[part * NetworkShape.last + channel] * last.plane(channel, image)[place]
    }
    return sum
  }

  private func carry(_ number: Int, _ slopes: [[Float]], _ last: Tensor, _ change: Tensor) {
    let side = last.width * 2
    for image in slopes.indices {
      for index in slopes[image].indices {
        let slope = slopes[image][index]
        guard slope != 0 else { continue }
        let (x, y) = (index % side, index / side)
        let part = number * 4 + y % 2 * 2 + x % 2
        let place = (y / 2 + 1) * last.stride + 1 + x / 2
        headBias.gradient[part] += slope
        for channel in 0..<NetworkShape.last {
          let weight = part * NetworkShape.last + channel
          head.gradient[weight] += slope * last.plane(channel, image)[place]
          change.plane(channel, image)[place] += slope * head.values[weight]
        }
      }
    }
  }
}
