import Foundation
import Imagery

/// The small network of Vigie's own: how likely a building, or another wanted thing, came or went at
/// each pixel. About 200 thousand weights, trained on invented scenes only.
struct ChangeNetwork: Sendable {
  /// The weights.
  let weights: NetworkWeights
  private let packed: [[Float]]

  /// Prepares a network to answer.
  init(_ weights: NetworkWeights) {
    self.weights = weights
    packed = zip(weights.layers, NetworkShape.layers).map {
      Convolution.packed($0, inputs: $1.inputs, outputs: $1.outputs)
    }
  }

  /// What the network answers for a pair at about half a metre a pixel: one plane of probabilities
  /// for each head.
  func answer(_ before: Picture, _ after: Picture) -> [Plane] {
    let planes = NetworkInput.normalised(before) + NetworkInput.normalised(after)
    return answer(planes, width: before.width, height: before.height)
  }

  /// The mean of the answers to the pair as it is and with its dates exchanged: whether something
  /// changed does not depend on which picture comes first.
  func balanced(_ before: Picture, _ after: Picture) -> (building: Plane, other: Plane) {
    let first = NetworkInput.normalised(before)
    let second = NetworkInput.normalised(after)
    let there = answer(first + second, width: before.width, height: before.height)
    let back = answer(second + first, width: before.width, height: before.height)
    func mean(_ head: Int) -> Plane { there[head].combined(back[head]) { ($0 + $1) / 2 } }
    return (mean(NetworkShape.buildingHead), mean(NetworkShape.otherHead))
  }

  /// The mean of the answers about a building over several looks: the later picture in the colours of
  /// the earlier and in its own, the dates in both orders, the ground turned. What one look takes for
  /// a roof by chance another does not.
  func thorough(_ before: Picture, later: [Picture], turns: Int) -> Plane {
    let first = NetworkInput.normalised(before)
    var sum = Plane(width: before.width, height: before.height)
    for picture in later {
      let second = NetworkInput.normalised(picture)
      for turn in 0..<turns {
        for planes in [first + second, second + first] {
          let turned = planes.map { $0.turned(turn) }
          let found = answer(turned, width: turned[0].width, height: turned[0].height)
          sum = sum.combined(found[NetworkShape.buildingHead].turned(4 - turn), +)
        }
      }
    }
    let scale = 1 / Float(max(1, later.count * turns * 2))
    return sum.mapped { $0 * scale }
  }

  private func answer(_ planes: [Plane], width: Int, height: Int) -> [Plane] {
    func half(_ side: Int) -> Int {
      (side + NetworkShape.step - 1) / NetworkShape.step * NetworkShape.step / NetworkShape.block
    }
    let input = Tensor(
      channels: NetworkShape.layers[0].inputs, images: 1, height: half(height), width: half(width))
    NetworkInput.fill(input, image: 0, planes)
    let last = features(input)
    return heads(last, width: width, height: height)
  }

  private func layer(_ number: Int, _ input: Tensor) -> Tensor {
    let output = input.like(channels: NetworkShape.layers[number].outputs)
    Convolution.apply(packed[number], bias: weights.biases[number], input, into: output)
    for channel in 0..<output.channels {
      for y in 0..<output.height {
        let row = output.row(channel, 0, y)
        for x in 0..<output.width where row[x] < 0 { row[x] = 0 }
      }
    }
    return output
  }

  private func features(_ input: Tensor) -> Tensor {
    var places: [UInt8] = []
    let first = layer(1, layer(0, input))
    let second = layer(3, layer(2, Pooling.halved(first, places: &places)))
    let third = layer(5, layer(4, Pooling.halved(second, places: &places)))
    let fourth = layer(7, layer(6, Pooling.halved(third, places: &places)))
    let up3 = layer(8, Pooling.joined(fourth, third))
    let up2 = layer(9, Pooling.joined(up3, second))
    return layer(10, Pooling.joined(up2, first))
  }

  private func heads(_ last: Tensor, width: Int, height: Int) -> [Plane] {
    (0..<NetworkShape.heads).map { head in
      var plane = Plane(width: width, height: height)
      for y in 0..<height {
        for x in 0..<width {
          let part = y % 2 * 2 + x % 2
          let start = (head * 4 + part) * NetworkShape.last
          var sum = weights.headBias[head * 4 + part]
          for channel in 0..<NetworkShape.last {
            sum += weights.head[start + channel] * last.row(channel, 0, y / 2)[x / 2]
          }
          plane.values[y * width + x] = 1 / (1 + exp(-sum))
        }
      }
      return plane
    }
  }
}
