extension Plane {
  /// How much of which source pixels one target pixel takes, along one side.
  private struct Tap {
    var first: Int
    var shares: [Float]
  }

  private static func taps(from source: Int, to target: Int) -> [Tap] {
    let step = Double(source) / Double(target)
    return (0..<target).map { index in
      if step <= 1 {
        let place = max(0, min(Double(source - 1), (Double(index) + 0.5) * step - 0.5))
        let first = min(Int(place), max(0, source - 2))
        let share = Float(place - Double(first))
        return Tap(first: first, shares: source > 1 ? [1 - share, share] : [1])
      }
      let low = Double(index) * step
      let high = low + step
      let first = Int(low)
      let last = min(source - 1, Int(high.rounded(.up)) - 1)
      let shares = (first...max(first, last)).map { pixel in
        Float((min(high, Double(pixel + 1)) - max(low, Double(pixel))) / step)
      }
      return Tap(first: first, shares: shares)
    }
  }

  /// The plane with so many columns and rows: area averaging when it shrinks, between neighbours
  /// when it grows.
  public func resized(width newWidth: Int, height newHeight: Int) -> Plane {
    if newWidth == width, newHeight == height { return self }
    guard newWidth > 0, newHeight > 0, width > 0, height > 0 else {
      return Plane(width: newWidth, height: newHeight)
    }
    let columns = Self.taps(from: width, to: newWidth)
    let rows = Self.taps(from: height, to: newHeight)
    var narrow = Plane(width: newWidth, height: height)
    for y in 0..<height {
      for (x, tap) in columns.enumerated() {
        var sum: Float = 0
        for (offset, share) in tap.shares.enumerated() {
          sum += share * values[y * width + tap.first + offset]
        }
        narrow.values[y * newWidth + x] = sum
      }
    }
    var result = Plane(width: newWidth, height: newHeight)
    for (y, tap) in rows.enumerated() {
      for (offset, share) in tap.shares.enumerated() {
        let source = (tap.first + offset) * newWidth
        for x in 0..<newWidth {
          result.values[y * newWidth + x] += share * narrow.values[source + x]
        }
      }
    }
    return result
  }
}

extension Plane {
  /// The plane turned so many times by a quarter, clockwise.
  public func turned(_ quarters: Int) -> Plane {
    switch (quarters % 4 + 4) % 4 {
    case 1:
      var result = Plane(width: height, height: width)
      for y in 0..<height {
        for x in 0..<width { result.values[x * height + height - 1 - y] = values[y * width + x] }
      }
      return result
    case 2: return Plane(width: width, height: height, values: values.reversed())
    case 3:
      var result = Plane(width: height, height: width)
      for y in 0..<height {
        for x in 0..<width { result.values[(width - 1 - x) * height + y] = values[y * width + x] }
      }
      return result
    default: return self
    }
  }
}
