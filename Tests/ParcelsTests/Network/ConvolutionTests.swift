import Testing

@testable import Parcels

@Suite("Convolutions")
struct ConvolutionTests {
  static func filled(_ tensor: Tensor, seed: UInt64) {
    var random = NetworkRandom(seed: seed)
    for channel in 0..<tensor.channels {
      for image in 0..<tensor.images {
        for y in 0..<tensor.height {
          for x in 0..<tensor.width { tensor.row(channel, image, y)[x] = random.normal() }
        }
      }
    }
  }

  private func plain(
    _ weights: [Float], _ input: Tensor, output: Int, image: Int, x: Int, y: Int
  ) -> Float {
    var sum: Float = 0
    for channel in 0..<input.channels {
      for row in -1...1 {
        for column in -1...1 {
          let (a, b) = (y + row, x + column)
          guard a >= 0, b >= 0, a < input.height, b < input.width else { continue }
          sum +=
            weights[(output * input.channels + channel) * 9 + (row + 1) * 3 + column + 1]
            * input.row(channel, image, a)[b]
        }
      }
    }
    return sum
  }

  @Test(
    "the kernel against sums taken one by one",
    arguments: [(3, 5, 13, 7), (4, 8, 8, 8), (1, 1, 1, 1), (6, 3, 17, 4)])
  func forward(_ inputs: Int, _ outputs: Int, _ width: Int, _ height: Int) {
    let input = Tensor(channels: inputs, images: 2, height: height, width: width)
    Self.filled(input, seed: 5)
    var random = NetworkRandom(seed: 6)
    let weights = (0..<Convolution.count(inputs, outputs)).map { _ in random.normal() }
    let output = input.like(channels: outputs)
    Convolution.apply(
      Convolution.packed(weights, inputs: inputs, outputs: outputs), bias: nil, input, into: output)
    for (output_, image, x, y) in [
      (0, 0, 0, 0), (outputs - 1, 1, width - 1, height - 1), (0, 1, width / 2, height / 2),
    ] {
      let wanted = plain(weights, input, output: output_, image: image, x: x, y: y)
      #expect(abs(output.row(output_, image, y)[x] - wanted) < 1e-3)
    }
    // The border stays empty, whatever groups of eight wrote there.
    #expect(output.row(0, 0, 0)[-1] == 0 && output.row(0, 0, 0)[width] == 0)
    #expect(output.plane(0, 0)[0] == 0)
  }

  @Test("the gradient of weights against differences of the loss")
  func weightGradient() {
    let input = Tensor(channels: 3, images: 1, height: 8, width: 16)
    Self.filled(input, seed: 1)
    let change = input.like(channels: 3)
    Self.filled(change, seed: 2)
    var gradient = [Float](repeating: 0, count: Convolution.count(3, 3))
    Convolution.weightGradient(input, change, into: &gradient)
    // The loss is the sum of output × change: linear, so that differences are exact.
    for place in [0, 4, 13, 40, 80] {
      var weights = [Float](repeating: 0, count: gradient.count)
      weights[place] = 1
      let output = input.like(channels: 3)
      Convolution.apply(
        Convolution.packed(weights, inputs: 3, outputs: 3), bias: nil, input, into: output)
      var loss: Float = 0
      for channel in 0..<3 {
        for y in 0..<8 {
          for x in 0..<16 { loss += output.row(channel, 0, y)[x] * change.row(channel, 0, y)[x] }
        }
      }
      #expect(abs(loss - gradient[place]) < 1e-2)
    }
  }

  @Test("the turned weights carry changes back: <y, Ax> equals <Aᵀy, x>")
  func turned() {
    let input = Tensor(channels: 2, images: 1, height: 6, width: 9)
    Self.filled(input, seed: 3)
    let change = input.like(channels: 5)
    Self.filled(change, seed: 4)
    var random = NetworkRandom(seed: 8)
    let weights = (0..<Convolution.count(2, 5)).map { _ in random.normal() }
    let output = input.like(channels: 5)
    Convolution.apply(
      Convolution.packed(weights, inputs: 2, outputs: 5), bias: nil, input, into: output)
    let back = input.like(channels: 2)
    let turned = Convolution.turned(weights, inputs: 2, outputs: 5)
    Convolution.apply(
      Convolution.packed(turned, inputs: 5, outputs: 2), bias: nil, change, into: back)
    #expect(abs(dot(output, change) - dot(back, input)) < 1e-2)
  }

  private func dot(_ a: Tensor, _ b: Tensor) -> Float {
    var sum: Float = 0
    for channel in 0..<a.channels {
      for y in 0..<a.height {
        for x in 0..<a.width { sum += a.row(channel, 0, y)[x] * b.row(channel, 0, y)[x] }
      }
    }
    return sum
  }
}
