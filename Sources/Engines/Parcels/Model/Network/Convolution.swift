/// The 3 × 3 convolutions of the network, eight pixels and four channels at a time.
///
/// Weights are kept as `[output][input][row][column]`.
enum Convolution {
  typealias Lanes = SIMD8<Float>

  /// The numbers of a layer's weights.
  static func count(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs * 9 }

  @inline(__always)
  static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  static func store(_ value: Lanes, _ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: Lanes.self)
  }

  /// The weights in the order in which the kernel reads them: four outputs beside each other.
  static func packed(_ weights: [Float], inputs: Int, outputs: Int) -> [Float] {
    let groups = (outputs + 3) / 4
    var packed = [Float](repeating: 0, count: groups * inputs * 36)
    for output in 0..<outputs {
      for rest in 0..<inputs * 9 {
        packed[(output / 4 * inputs * 9 + rest) * 4 + output % 4] =
          weights[output * inputs * 9 + rest]
      }
    }
    return packed
  }

  /// The weights that carry a change of the output back to the input: turned by half a turn, inputs
  /// and outputs exchanged.
  static func turned(_ weights: [Float], inputs: Int, outputs: Int) -> [Float] {
    var turned = [Float](repeating: 0, count: weights.count)
    for output in 0..<outputs {
      for input in 0..<inputs {
        for tap in 0..<9 {
          turned[(input * outputs + output) * 9 + 8 - tap] =
            weights[(output * inputs + input) * 9 + tap]
        }
      }
    }
    return turned
  }

  /// Works out all outputs; the border of the result is cleared.
  static func apply(_ packed: [Float], bias: [Float]?, _ input: Tensor, into output: Tensor) {
    packed.withUnsafeBufferPointer { weights in
      for group in 0..<(output.channels + 3) / 4 {
        let start = weights.baseAddress! + group * input.channels * 36
        for image in 0..<input.images {
          for y in 0..<input.height {
            row(start, bias, input, output, group * 4, image, y)
          }
        }
      }
    }
    output.clearBorder()
  }

  @inline(__always)
  private static func row(
    _ weights: UnsafePointer<Float>, _ bias: [Float]?, _ input: Tensor, _ output: Tensor,
    _ first: Int, _ image: Int, _ y: Int
  ) {
    let count = min(4, output.channels - first)
    let plane = input.images * input.plane
    let corner = UnsafePointer(input.plane(0, image)) + y * input.stride
    var x = 0
    while x < input.width {
      var a = Lanes(repeating: bias?[first] ?? 0)
      var b = Lanes(repeating: count > 1 ? bias?[first + 1] ?? 0 : 0)
      var c = Lanes(repeating: count > 2 ? bias?[first + 2] ?? 0 : 0)
      var d = Lanes(repeating: count > 3 ? bias?[first + 3] ?? 0 : 0)
      var weight = weights
      var source = corner + x
      for _ in 0..<input.channels {
        var line = source
        for _ in 0..<3 {
          for column in 0..<3 {
            let value = load(line + column)
            a += value * weight[0]
            b += value * weight[1]
            c += value * weight[2]
            d += value * weight[3]
            weight += 4
          }
          line += input.stride
        }
        source += plane
      }
      store(a, output.row(first, image, y) + x)
      if count > 1 { store(b, output.row(first + 1, image, y) + x) }
      if count > 2 { store(c, output.row(first + 2, image, y) + x) }
      if count > 3 { store(d, output.row(first + 3, image, y) + x) }
      x += Tensor.lanes
    }
  }

  /// Adds to `gradient` how the loss changes with each weight.
  static func weightGradient(_ input: Tensor, _ change: Tensor, into gradient: inout [Float]) {
    gradient.withUnsafeMutableBufferPointer { gradient in
      for output in stride(from: 0, to: change.channels, by: 2) {
        for source in 0..<input.channels {
          for tapRow in 0..<3 {
            pair(input, change, output, source, tapRow, gradient.baseAddress!)
          }
        }
      }
    }
  }

  /// Two outputs, three columns of taps. The border of `change` is zero, so that whole groups may
  /// be read past the end of a row.
  private static func pair(
    _ input: Tensor, _ change: Tensor, _ output: Int, _ source: Int, _ tapRow: Int,
    _ gradient: UnsafeMutablePointer<Float>
  ) {
    let second = min(output + 1, change.channels - 1)
    var sums = (Lanes(), Lanes(), Lanes(), Lanes(), Lanes(), Lanes())
    for image in 0..<input.images {
      let lines = UnsafePointer(input.plane(source, image)) + tapRow * input.stride
      for y in 0..<input.height {
        let line = lines + y * input.stride
        let one = UnsafePointer(change.row(output, image, y))
        let two = UnsafePointer(change.row(second, image, y))
        var x = 0
        while x < input.width {
          let left = load(line + x)
          let middle = load(line + x + 1)
          let right = load(line + x + 2)
          let first = load(one + x)
          let other = load(two + x)
          sums.0 += left * first
          sums.1 += middle * first
          sums.2 += right * first
          sums.3 += left * other
          sums.4 += middle * other
          sums.5 += right * other
          x += Tensor.lanes
        }
      }
    }
    let place = (output * input.channels + source) * 9 + tapRow * 3
    gradient[place] += sums.0.sum()
    gradient[place + 1] += sums.1.sum()
    gradient[place + 2] += sums.2.sum()
    guard second > output else { return }
    let next = place + input.channels * 9
    gradient[next] += sums.3.sum()
    gradient[next + 1] += sums.4.sum()
    gradient[next + 2] += sums.5.sum()
  }
}
