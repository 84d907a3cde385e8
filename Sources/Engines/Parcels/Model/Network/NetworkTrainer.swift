import Foundation
import Imagery

/// Trains the network: forward, loss, backward, step. One thread, the same result for a seed.
public final class NetworkTrainer {
  /// How training goes.
  public struct Options: Sendable {
    /// Pictures of a step.
    public var batch = 8
    /// Pixels on a side of a crop.
    public var side = 128
    /// The largest step of the weights.
    public var rate: Float = 3e-3
    /// The number of steps.
    public var steps = 1000
    /// The seed of all draws.
    public var seed: UInt64 = 20_181_107

    /// Makes options.
    public init() {}
  }

  private let options: Options
  private var random: NetworkRandom
  let layers: [TrainedLayer]
  let head: Parameter
  let headBias: Parameter
  private var places: [[UInt8]] = [[], [], []]
  private var step = 0

  /// Prepares a network with random weights.
  public init(_ options: Options = Options()) {
    self.options = options
    var random = NetworkRandom(seed: options.seed)
    layers = NetworkShape.layers.map {
      TrainedLayer(inputs: $0.inputs, outputs: $0.outputs, random: &random)
    }
    head = Parameter((0..<NetworkShape.headWeights).map { _ in random.normal() * 0.1 })
    // Changes are rare: start from that.
    headBias = Parameter([Float](repeating: -2.5, count: NetworkShape.heads * 4))
    self.random = random
  }

  /// Goes on from trained weights, a little, for a place of its own.
  init(continuing weights: NetworkWeights, _ options: Options) {
    self.options = options
    layers = NetworkShape.layers.enumerated().map {
      TrainedLayer(
        inputs: $1.inputs, outputs: $1.outputs, weights: weights.layers[$0],
        bias: weights.biases[$0])
    }
    head = Parameter(weights.head)
    headBias = Parameter(weights.headBias)
    random = NetworkRandom(seed: options.seed)
  }

  /// Goes on from the bytes of trained weights.
  ///
  /// - Throws: an error when they are not those of this network.
  public convenience init(continuing bytes: [UInt8], _ options: Options) throws {
    self.init(continuing: try NetworkWeights(bytes: bytes), options)
  }

  /// Takes so many steps; hears of each step's loss, and stops when `proceed` says so.
  public func train(
    _ examples: [NetworkExample], proceed: (_ step: Int, _ loss: Double) -> Bool = { _, _ in true }
  ) {
    guard !examples.isEmpty else { return }
    while step < options.steps {
      step += 1
      let batch = NetworkBatch(
        examples, count: options.batch, side: options.side, random: &random)
      let loss = take(batch)
      guard proceed(step, loss) else { return }
    }
  }

  /// The rate falls along a cosine to a fiftieth, after a short rise.
  private var rate: Float {
    let part = Float(step) / Float(max(1, options.steps))
    let fall = 0.02 + 0.98 * 0.5 * (1 + cos(Float.pi * part))
    return options.rate * fall * min(1, Float(step) / 20)
  }

  /// One step; gives the loss.
  private func take(_ batch: NetworkBatch) -> Double {
    let last = forward(batch.input)
    let loss = NetworkLoss(head: head, headBias: headBias)
    let (value, change) = loss.apply(last, batch)
    backward(change)
    for parameter in layers.flatMap(\.parameters) + [head, headBias] {
      parameter.move(rate: rate, step: step)
    }
    return value
  }

  private var kept: [Tensor] = []

  private func forward(_ input: Tensor) -> Tensor {
    func two(_ first: Int, _ input: Tensor) -> Tensor {
      layers[first + 1].forward(layers[first].forward(input))
    }
    let first = two(0, input)
    let second = two(2, Pooling.halved(first, places: &places[0]))
    let third = two(4, Pooling.halved(second, places: &places[1]))
    let fourth = two(6, Pooling.halved(third, places: &places[2]))
    let up3 = layers[8].forward(Pooling.joined(fourth, third))
    let up2 = layers[9].forward(Pooling.joined(up3, second))
    kept = [first, second, third, fourth, up3, up2]
    return layers[10].forward(Pooling.joined(up2, first))
  }

  private func backward(_ change: Tensor) {
    let changes = kept.map { $0.like(channels: $0.channels) }
    kept = []
    func up(_ layer: Int, _ change: Tensor, coarse: Int, fine: Int) {
      guard let joined = layers[layer].backward(change) else { return }
      Pooling.carryJoined(joined, coarse: changes[coarse], fine: changes[fine])
    }
    up(10, change, coarse: 5, fine: 0)
    up(9, changes[5], coarse: 4, fine: 1)
    up(8, changes[4], coarse: 3, fine: 2)
    func two(_ first: Int, _ change: Tensor) -> Tensor? {
      guard let middle = layers[first + 1].backward(change) else { return nil }
      return layers[first].backward(middle, wantsInput: first > 0)
    }
    for scale in (1...3).reversed() {
      guard let down = two(scale * 2, changes[scale]) else { continue }
      Pooling.carryHalved(down, places: places[scale - 1], into: changes[scale - 1])
    }
    _ = two(0, changes[0])
  }

  /// The weights as they stand, ready to answer.
  var weights: NetworkWeights {
    let folded = layers.map(\.folded)
    return NetworkWeights(
      layers: folded.map(\.weights), biases: folded.map(\.bias), head: head.values,
      headBias: headBias.values)
  }

  /// The weights as bytes, in half precision.
  public var bytes: [UInt8] { weights.bytes }
}
