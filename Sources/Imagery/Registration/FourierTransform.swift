import Foundation

/// The discrete Fourier transform of squares whose side is a power of two.
///
/// Source: Cooley, Tukey, "An algorithm for the machine calculation of complex Fourier series", 1965
/// (radix 2, in place).
struct FourierTransform {
  let side: Int
  private let cosines: [Float]
  private let sines: [Float]

  /// Prepares the transform of a side, a power of two.
  init(side: Int) {
    precondition(side > 1 && side & (side - 1) == 0, "the side is a power of two")
    self.side = side
    cosines = (0..<side / 2).map { Float(cos(2 * .pi * Double($0) / Double(side))) }
    sines = (0..<side / 2).map { Float(-sin(2 * .pi * Double($0) / Double(side))) }
  }

  /// Transforms rows, then columns, in place; `isInverse` gives the inverse without its factor.
  func transform(_ real: inout [Float], _ imaginary: inout [Float], isInverse: Bool = false) {
    for pass in 0..<2 {
      let stride = pass == 0 ? 1 : side
      let step = pass == 0 ? side : 1
      real.withUnsafeMutableBufferPointer { real in
        imaginary.withUnsafeMutableBufferPointer { imaginary in
          for line in 0..<side {
            self.line(real, imaginary, line * step, stride, isInverse)
          }
        }
      }
    }
  }

  private func line(
    _ real: UnsafeMutableBufferPointer<Float>, _ imaginary: UnsafeMutableBufferPointer<Float>,
    _ start: Int, _ stride: Int, _ isInverse: Bool
  ) {
    var reversed = 0
    for index in 1..<side {
      var bit = side >> 1
      while reversed & bit != 0 {
        reversed ^= bit
        bit >>= 1
      }
      reversed |= bit
      if index < reversed {
        real.swapAt(start + index * stride, start + reversed * stride)
        imaginary.swapAt(start + index * stride, start + reversed * stride)
      }
    }
    var length = 2
    while length <= side {
      let half = length / 2
      let turn = side / length
      for block in Swift.stride(from: 0, to: side, by: length) {
        for offset in 0..<half {
          let cosine = cosines[offset * turn]
          let sine = isInverse ? -sines[offset * turn] : sines[offset * turn]
          let low = start + (block + offset) * stride
          let high = low + half * stride
          let moved = real[high] * cosine - imaginary[high] * sine
          let turned = real[high] * sine + imaginary[high] * cosine
          real[high] = real[low] - moved
          imaginary[high] = imaginary[low] - turned
          real[low] += moved
          imaginary[low] += turned
        }
      }
      length *= 2
    }
  }
}
