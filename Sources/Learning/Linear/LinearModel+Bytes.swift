extension LinearModel {
  /// The model as bytes; weights that are zero take no room when most are.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(bias)
    writer.write(weights.count)
    let used = weights.indices.filter { weights[$0] != 0 }
    let isSparse = used.count * 2 < weights.count
    writer.write(isSparse)
    if isSparse {
      writer.write(used.map { Int32($0) })
      writer.write(used.map { weights[$0] })
    } else {
      writer.write(weights)
    }
    return writer.bytes
  }

  /// Reads a model back.
  ///
  /// - Throws: `LearningError.damaged` when the bytes are not those of a model.
  public init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "linear model")
    let bias = try reader.double()
    let count = try reader.count(upTo: Self.largestColumnCount)
    guard try reader.bool() else {
      let weights = try reader.floats()
      guard weights.count == count else { throw .damaged(what: "linear model: weights") }
      self.init(weights: weights, bias: bias)
      return
    }
    let columns = try reader.integers()
    let values = try reader.floats()
    guard columns.count == values.count, columns.allSatisfy({ $0 >= 0 && Int($0) < count }) else {
      throw .damaged(what: "linear model: columns")
    }
    var weights = [Float](repeating: 0, count: count)
    for (column, value) in zip(columns, values) { weights[Int(column)] = value }
    self.init(weights: weights, bias: bias)
  }

  /// The largest number of columns of a model that is read back: 2²⁶.
  static let largestColumnCount = 1 << 26
}
