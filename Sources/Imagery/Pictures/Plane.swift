/// One number for each pixel, row after row.
public struct Plane: Hashable, Sendable {
  /// Pixels on a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// `width` × `height` numbers.
  public var values: [Float]

  /// Makes a plane of one number.
  public init(width: Int, height: Int, value: Float = 0) {
    self.width = max(0, width)
    self.height = max(0, height)
    values = [Float](repeating: value, count: self.width * self.height)
  }

  /// Makes a plane of its numbers, which must be as many as its sides ask for.
  public init(width: Int, height: Int, values: [Float]) {
    precondition(values.count == width * height, "a plane needs width × height numbers")
    self.width = width
    self.height = height
    self.values = values
  }

  /// The number of pixels.
  public var count: Int { values.count }

  /// The number of a pixel.
  public subscript(x: Int, y: Int) -> Float {
    get { values[y * width + x] }
    set { values[y * width + x] = newValue }
  }

  /// Two planes of one size put together, pixel by pixel.
  public func combined(_ other: Plane, _ body: (Float, Float) -> Float) -> Plane {
    precondition(width == other.width && height == other.height, "planes of one size")
    var result = self
    result.values.withUnsafeMutableBufferPointer { target in
      other.values.withUnsafeBufferPointer { second in
        for index in target.indices { target[index] = body(target[index], second[index]) }
      }
    }
    return result
  }

  /// Each number changed by itself.
  public func mapped(_ body: (Float) -> Float) -> Plane {
    var result = self
    result.values.withUnsafeMutableBufferPointer { target in
      for index in target.indices { target[index] = body(target[index]) }
    }
    return result
  }

  /// The mean of all numbers.
  public var mean: Float {
    guard !values.isEmpty else { return 0 }
    return Float(values.reduce(0.0) { $0 + Double($1) } / Double(values.count))
  }
}
