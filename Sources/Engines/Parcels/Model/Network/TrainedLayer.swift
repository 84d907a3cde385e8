/// A layer being trained: convolution, normalisation over the batch, and the cut at zero.
///
/// Source of the normalisation: Ioffe, Szegedy, "Batch normalization", ICML 2015.
final class TrainedLayer {
  let inputs: Int
  let outputs: Int
  var weights: Parameter
  var scale: Parameter
  var offset: Parameter
  /// Mean and variance as they are met, for the time when there is no batch.
  var runningMean: [Float]
  var runningVariance: [Float]
  /// Whether the layer goes on from folded weights: nothing is normalised any more, so that a few
  /// steps on a few pairs move it little.
  private let isFolded: Bool
  private var input: Tensor?
  private var normal: Tensor?
  private var output: Tensor?
  private var deviations: [Float] = []

  private static let momentum: Float = 0.95
  private static let smallest: Float = 1e-4

  init(inputs: Int, outputs: Int, random: inout NetworkRandom) {
    self.inputs = inputs
    self.outputs = outputs
    isFolded = false
    let spread = (2 / Float(inputs * 9)).squareRoot()
    weights = Parameter(
      (0..<Convolution.count(inputs, outputs)).map { _ in random.normal() * spread })
    scale = Parameter([Float](repeating: 1, count: outputs))
    offset = Parameter([Float](repeating: 0, count: outputs))
    runningMean = [Float](repeating: 0, count: outputs)
    runningVariance = [Float](repeating: 1, count: outputs)
  }

  /// Goes on from folded weights.
  init(inputs: Int, outputs: Int, weights: [Float], bias: [Float]) {
    self.inputs = inputs
    self.outputs = outputs
    isFolded = true
    self.weights = Parameter(weights)
    scale = Parameter([Float](repeating: 1, count: outputs))
    offset = Parameter(bias)
    runningMean = [Float](repeating: 0, count: outputs)
    runningVariance = [Float](repeating: 1 - Self.smallest, count: outputs)
  }

  var parameters: [Parameter] { [weights, scale, offset] }

  func forward(_ input: Tensor) -> Tensor {
    let normal = input.like(channels: outputs)
    let packed = Convolution.packed(weights.values, inputs: inputs, outputs: outputs)
    Convolution.apply(packed, bias: nil, input, into: normal)
    let output = input.like(channels: outputs)
    deviations = [Float](repeating: 1, count: outputs)
    for channel in 0..<outputs { normalise(channel, normal, output) }
    self.input = input
    self.normal = normal
    self.output = output
    return output
  }

  private func normalise(_ channel: Int, _ normal: Tensor, _ output: Tensor) {
    guard !isFolded else {
      let (gain, shift) = (scale.values[channel], offset.values[channel])
      Self.forEachRow(normal) { image, y in
        let row = normal.row(channel, image, y)
        let target = output.row(channel, image, y)
        for x in 0..<normal.width { target[x] = max(0, row[x] * gain + shift) }
      }
      return
    }
    var sum = 0.0
    var square = 0.0
    Self.forEachRow(normal) { image, y in
      let row = normal.row(channel, image, y)
      var (part, parts): (Float, Float) = (0, 0)
      for x in 0..<normal.width {
        part += row[x]
        parts += row[x] * row[x]
      }
      sum += Double(part)
      square += Double(parts)
    }
    let count = Double(normal.images * normal.height * normal.width)
    let mean = Float(sum / count)
    let variance = Float(max(0, square / count - sum / count * sum / count))
    let inverse = 1 / (variance + Self.smallest).squareRoot()
    deviations[channel] = inverse
    runningMean[channel] = Self.momentum * runningMean[channel] + (1 - Self.momentum) * mean
    runningVariance[channel] =
      Self.momentum * runningVariance[channel] + (1 - Self.momentum) * variance
    let (gain, shift) = (scale.values[channel], offset.values[channel])
    Self.forEachRow(normal) { image, y in
      let row = normal.row(channel, image, y)
      let target = output.row(channel, image, y)
      for x in 0..<normal.width {
        row[x] = (row[x] - mean) * inverse
        target[x] = max(0, row[x] * gain + shift)
      }
    }
  }

  private static func forEachRow(_ tensor: Tensor, _ body: (Int, Int) -> Void) {
    for image in 0..<tensor.images {
      for y in 0..<tensor.height { body(image, y) }
    }
  }

  /// Takes how the loss changes with the output, notes how it changes with the layer's numbers, and
  /// gives how it changes with the input (nothing for the first layer).
  func backward(_ change: Tensor, wantsInput: Bool = true) -> Tensor? {
    guard let input, let normal, let output else { return nil }
    for channel in 0..<outputs { carry(channel, change, normal, output) }
    change.clearBorder()
    Convolution.weightGradient(input, change, into: &weights.gradient)
    self.input = nil
    self.normal = nil
    self.output = nil
    guard wantsInput else { return nil }
    let turned = Convolution.turned(weights.values, inputs: inputs, outputs: outputs)
    let packed = Convolution.packed(turned, inputs: outputs, outputs: inputs)
    let result = change.like(channels: inputs)
    Convolution.apply(packed, bias: nil, change, into: result)
    return result
  }

  private func carry(_ channel: Int, _ change: Tensor, _ normal: Tensor, _ output: Tensor) {
    var sum: Float = 0
    var along: Float = 0
    Self.forEachRow(change) { image, y in
      let row = change.row(channel, image, y)
      let shown = output.row(channel, image, y)
      let value = normal.row(channel, image, y)
      var (part, parts): (Float, Float) = (0, 0)
      for x in 0..<change.width {
        if shown[x] <= 0 { row[x] = 0 }
        part += row[x]
        parts += row[x] * value[x]
      }
      sum += part
      along += parts
    }
    scale.gradient[channel] += along
    offset.gradient[channel] += sum
    let count = Float(change.images * change.height * change.width)
    let factor = scale.values[channel] * deviations[channel]
    let (mean, slope): (Float, Float) = isFolded ? (0, 0) : (sum / count, along / count)
    Self.forEachRow(change) { image, y in
      let row = change.row(channel, image, y)
      let value = normal.row(channel, image, y)
      for x in 0..<change.width { row[x] = factor * (row[x] - mean - value[x] * slope) }
    }
  }

  /// Weights and what is added, with the normalisation folded in.
  var folded: (weights: [Float], bias: [Float]) {
    var weights = weights.values
    var bias = [Float](repeating: 0, count: outputs)
    for channel in 0..<outputs {
      let factor =
        scale.values[channel] / (runningVariance[channel] + Self.smallest).squareRoot()
      for place in channel * inputs * 9..<(channel + 1) * inputs * 9 { weights[place] *= factor }
      bias[channel] = offset.values[channel] - runningMean[channel] * factor
    }
    return (weights, bias)
  }
}
