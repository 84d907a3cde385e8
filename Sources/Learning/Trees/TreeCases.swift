/// The Shapley values of one small tree for every way its inner nodes can send a row.
struct TreeCases {
  /// The columns the tree asks about, each once.
  let columns: [Int]
  /// The value expected before any column speaks.
  let base: Double

  /// A leaf: its value and what is asked on the way to it.
  private struct Leaf {
    var value: Double
    /// For each column asked: its place in `columns`, the share of training rows that pass its
    /// questions, and the questions as bits with the answers that lead here.
    var questions: [(column: Int, share: Double, mask: Int, answers: Int)]
  }

  private let leaves: [Leaf]

  init(_ tree: TreeLayout.Tree, inner: [Int]) {
    var columns: [Int] = []
    for node in inner where !columns.contains(tree.splitIndices[node]) {
      columns.append(tree.splitIndices[node])
    }
    var leaves: [Leaf] = []
    func walk(_ node: Int, _ leaf: Leaf) {
      guard !tree.isLeaf(node) else {
        leaves.append(Leaf(value: Double(tree.splitConditions[node]), questions: leaf.questions))
        return
      }
      let column = columns.firstIndex(of: tree.splitIndices[node]) ?? 0
      let bit = 1 << (inner.firstIndex(of: node) ?? 0)
      for (child, isLeft) in [(tree.leftChildren[node], true), (tree.rightChildren[node], false)] {
        let share = Double(tree.sumHessian[child]) / max(1e-30, Double(tree.sumHessian[node]))
        var next = leaf
        let known = next.questions.firstIndex { $0.column == column }
        let place = known ?? next.questions.count
        if known == nil { next.questions.append((column, 1, 0, 0)) }
        next.questions[place].share *= share
        next.questions[place].mask |= bit
        if isLeft { next.questions[place].answers |= bit }
        walk(child, next)
      }
    }
    walk(0, Leaf(value: 0, questions: []))
    self.columns = columns
    self.leaves = leaves
    base = leaves.reduce(0) { sum, leaf in
      sum + leaf.questions.reduce(leaf.value) { $0 * $1.share }
    }
  }

  /// What each column adds when the inner nodes answer as the bits say (1 is left).
  func contributions(_ pattern: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: columns.count)
    for leaf in leaves {
      let passes = leaf.questions.map { pattern & $0.mask == $0.answers }
      for (place, question) in leaf.questions.enumerated() {
        let gain = (passes[place] ? 1 : 0) - question.share
        sums[question.column] += leaf.value * gain * weight(leaf, passes, without: place)
      }
    }
    return sums
  }

  /// The mean, over all orders in which columns become known, of the probability that the other
  /// columns let a row through to the leaf.
  private func weight(_ leaf: Leaf, _ passes: [Bool], without place: Int) -> Double {
    let others = leaf.questions.indices.filter { $0 != place }
    let count = leaf.questions.count
    var sum = 0.0
    for known in 0..<(1 << others.count) {
      var product = 1.0
      for (bit, other) in others.enumerated() {
        let isKnown = known & (1 << bit) != 0
        product *= isKnown ? (passes[other] ? 1 : 0) : leaf.questions[other].share
      }
      sum += product / Double(count * Self.choose(count - 1, known.nonzeroBitCount))
    }
    return sum
  }

  private static func choose(_ count: Int, _ taken: Int) -> Int {
    (0..<taken).reduce(1) { $0 * (count - $1) / ($1 + 1) }
  }
}
