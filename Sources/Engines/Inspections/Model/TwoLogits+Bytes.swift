import Learning

extension TwoLogits {
  /// The model as bytes.
  func bytes() throws -> [UInt8] {
    var writer = ByteWriter()
    writer.write(columns.map(\.name))
    writer.write(columns.map(\.reason))
    writer.write(columns.map { Int32($0.direction.rawValue) })
    writer.write(linearColumns.lows)
    writer.write(linearColumns.highs)
    writer.write(linearColumns.marked.map { Int32($0) })
    writer.write(linear.bytes)
    writer.write(try trees.bytes())
    writer.write(treeBase)
    writer.write(scaling.bytes)
    writer.write(blockScores)
    writer.write(blockLabels.map { $0 ? Int32(1) : 0 })
    return writer.bytes
  }

  /// Reads a model back.
  ///
  /// - Throws: `LearningError.damaged` when the bytes are not those of a model.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "two logits")
    let names = try reader.texts()
    let reasons = try reader.texts()
    let directions = try reader.integers().map { TreeOptions.Direction(rawValue: Int($0)) ?? .free }
    let lows = try reader.floats()
    let highs = try reader.floats()
    let marked = try reader.integers().map { Int($0) }
    let linear = try DenseLogistic(bytes: try reader.content())
    let trees = try BoostedTrees(bytes: try reader.content(), columnCount: names.count)
    let treeBase = try reader.double()
    let scaling = try PlattScaling(bytes: try reader.content())
    let blockScores = try reader.doubles()
    let blockLabels = try reader.integers().map { $0 != 0 }
    let lengths = [reasons.count, directions.count, lows.count, highs.count]
    guard lengths.allSatisfy({ $0 == names.count }),
      marked.allSatisfy({ names.indices.contains($0) }),
      linear.coefficients.count == names.count + marked.count,
      blockScores.count == blockLabels.count, reader.isAtEnd
    else { throw .damaged(what: "two logits: lengths") }
    self.init(
      columns: names.indices.map { FeatureColumn(names[$0], directions[$0], reasons[$0]) },
      linearColumns: LinearColumns(lows: lows, highs: highs, marked: marked), linear: linear,
      trees: trees, treeBase: treeBase, scaling: scaling, blockScores: blockScores,
      blockLabels: blockLabels)
  }
}
