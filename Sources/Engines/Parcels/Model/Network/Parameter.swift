/// Numbers being learned, with how the loss changes with them.
///
/// Source of the steps: Kingma, Ba, "Adam", ICLR 2015.
final class Parameter {
  var values: [Float]
  var gradient: [Float]
  private var mean: [Float]
  private var square: [Float]

  init(_ values: [Float]) {
    self.values = values
    gradient = [Float](repeating: 0, count: values.count)
    mean = gradient
    square = gradient
  }

  /// Moves against the gradient and forgets it. `step` counts from 1.
  func move(rate: Float, step: Int, decay: Float = 1e-4) {
    let first: Float = 0.9
    let second: Float = 0.99
    let meanScale = 1 / (1 - Self.power(first, step))
    let squareScale = 1 / (1 - Self.power(second, step))
    for index in values.indices {
      let change = gradient[index]
      mean[index] = first * mean[index] + (1 - first) * change
      square[index] = second * square[index] + (1 - second) * change * change
      let direction =
        mean[index] * meanScale / ((square[index] * squareScale).squareRoot() + 1e-7)
      values[index] -= rate * (direction + decay * values[index])
      gradient[index] = 0
    }
  }

  private static func power(_ base: Float, _ exponent: Int) -> Float {
    var (result, factor, rest): (Float, Float, Int) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}
