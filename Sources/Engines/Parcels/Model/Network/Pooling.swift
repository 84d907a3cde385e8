/// Halving, doubling and joining of planes.
enum Pooling {
  /// The largest of each four pixels; `places` says which it was.
  static func halved(_ input: Tensor, places: inout [UInt8]) -> Tensor {
    let output = Tensor(
      channels: input.channels, images: input.images, height: input.height / 2,
      width: input.width / 2)
    places = [UInt8](
      repeating: 0, count: input.channels * input.images * output.height * output.width)
    var place = 0
    for channel in 0..<input.channels {
      for image in 0..<input.images {
        for y in 0..<output.height {
          let upper = input.row(channel, image, 2 * y)
          let lower = input.row(channel, image, 2 * y + 1)
          let target = output.row(channel, image, y)
          for x in 0..<output.width {
            var best = upper[2 * x]
            var which: UInt8 = 0
            if upper[2 * x + 1] > best { (best, which) = (upper[2 * x + 1], 1) }
            if lower[2 * x] > best { (best, which) = (lower[2 * x], 2) }
            if lower[2 * x + 1] > best { (best, which) = (lower[2 * x + 1], 3) }
            target[x] = best
            places[place] = which
            place += 1
          }
        }
      }
    }
    return output
  }

  /// Carries a change of the halved planes back, adding it to that of the whole ones.
  static func carryHalved(_ change: Tensor, places: [UInt8], into whole: Tensor) {
    var place = 0
    for channel in 0..<change.channels {
      for image in 0..<change.images {
        for y in 0..<change.height {
          let upper = whole.row(channel, image, 2 * y)
          let lower = whole.row(channel, image, 2 * y + 1)
          let source = change.row(channel, image, y)
          for x in 0..<change.width {
            let which = Int(places[place])
            (which < 2 ? upper : lower)[2 * x + which % 2] += source[x]
            place += 1
          }
        }
      }
    }
  }

  /// The coarse planes doubled, followed by the fine ones.
  static func joined(_ coarse: Tensor, _ fine: Tensor) -> Tensor {
    let output = fine.like(channels: coarse.channels + fine.channels)
    for image in 0..<fine.images {
      for channel in 0..<coarse.channels {
        for y in 0..<fine.height {
          let source = coarse.row(channel, image, min(y / 2, coarse.height - 1))
          let target = output.row(channel, image, y)
          for x in 0..<fine.width { target[x] = source[min(x / 2, coarse.width - 1)] }
        }
      }
      for channel in 0..<fine.channels {
        output.plane(coarse.channels + channel, image).update(
          from: fine.plane(channel, image), count: fine.plane)
      }
    }
    return output
  }

  /// Carries a change of the joined planes back to the coarse ones and, adding, to the fine ones.
  static func carryJoined(_ change: Tensor, coarse: Tensor, fine: Tensor) {
    for image in 0..<fine.images {
      for channel in 0..<coarse.channels {
        for y in 0..<fine.height {
          let source = change.row(channel, image, y)
          let target = coarse.row(channel, image, min(y / 2, coarse.height - 1))
          for x in 0..<fine.width { target[min(x / 2, coarse.width - 1)] += source[x] }
        }
      }
      for channel in 0..<fine.channels {
        for y in 0..<fine.height {
          let source = change.row(coarse.channels + channel, image, y)
          let target = fine.row(channel, image, y)
          for x in 0..<fine.width { target[x] += source[x] }
        }
      }
    }
  }
}
