import Learning

extension EstablishmentBlend {
  /// Puts the parts into an archive.
  func write(to archive: inout ModelArchive) throws(LearningError) {
    var writer = ByteWriter()
    encoding.write(to: &writer)
    writer.write(linearMeans)
    writer.write(trees.count)
    archive["encoding"] = writer.bytes
    archive["linear"] = linear.bytes
    for (number, set) in trees.enumerated() { archive["trees \(number)"] = try set.bytes() }
  }

  /// Reads the parts back.
  init(from archive: ModelArchive) throws(LearningError) {
    var reader = ByteReader(try archive.section("encoding"), of: "blend")
    encoding = try LinearEncoding(from: &reader)
    linearMeans = try reader.doubles()
    let count = try reader.count(upTo: Self.treeSetLimit)
    linear = try LinearModel(bytes: try archive.section("linear"))
    guard linearMeans.count == EstablishmentReason.allCases.count, count > 0,
      linear.weights.count == encoding.columnCount
    else { throw .damaged(what: "blend: lengths") }
    var trees: [BoostedTrees] = []
    for number in 0..<count {
      trees.append(
        try BoostedTrees(
          bytes: try archive.section("trees \(number)"),
          columnCount: EstablishmentColumn.treeColumns.count))
    }
    self.trees = trees
  }

  /// The largest number of sets of trees that is read back.
  private static let treeSetLimit = 32
}
