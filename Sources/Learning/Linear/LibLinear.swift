import CLinear
import Foundation

/// Calls of LIBLINEAR.
///
/// The library draws from the C library's one generator, so trainings are done one at a time, each
/// from its own seed.
enum LibLinear {
  private static let lock = NSLock()

  /// Trains a model with the library's solver.
  static func train(
    _ rows: SparseMatrix, labels: [Bool], options: LinearOptions
  ) throws(LearningError) -> LinearModel {
    let classes = try LinearModel.classWeights(labels, options)
    var nodes = nodes(of: rows, bias: options.biasValue)
    var targets = labels.map { $0 ? 1.0 : -1.0 }
    var result: Result<LinearModel, LearningError> = .failure(.noRows)
    nodes.withUnsafeMutableBufferPointer { nodes in
      var pointers = rowPointers(nodes, rows: rows, hasBias: options.biasValue != nil)
      pointers.withUnsafeMutableBufferPointer { pointers in
        targets.withUnsafeMutableBufferPointer { targets in
          var problem = problem()
          problem.l = Int32(rows.rowCount)
          problem.n = Int32(rows.columnCount + (options.biasValue == nil ? 0 : 1))
          problem.x = pointers.baseAddress
          problem.y = targets.baseAddress
          problem.bias = options.biasValue ?? -1
          result = run(&problem, classes, options)
        }
      }
    }
    return try result.get()
  }

  /// The values as the library wants them: numbered from 1, each row closed by −1.
  private static func nodes(of rows: SparseMatrix, bias: Double?) -> [feature_node] {
    var nodes: [feature_node] = []
    nodes.reserveCapacity(rows.values.count + 2 * rows.rowCount)
    for row in 0..<rows.rowCount {
      for position in rows.rowStarts[row]..<rows.rowStarts[row + 1] {
        nodes.append(
          feature_node(index: rows.columns[position] + 1, value: Double(rows.values[position])))
      }
      if let bias { nodes.append(feature_node(index: Int32(rows.columnCount + 1), value: bias)) }
      nodes.append(feature_node(index: -1, value: 0))
    }
    return nodes
  }

  private static func rowPointers(
    _ nodes: UnsafeMutableBufferPointer<feature_node>, rows: SparseMatrix, hasBias: Bool
  ) -> [UnsafeMutablePointer<feature_node>?] {
    let closing = hasBias ? 2 : 1
    return (0..<rows.rowCount).map { row in
      nodes.baseAddress.map { $0 + rows.rowStarts[row] + closing * row }
    }
  }

  private static func run(
    _ problem: inout problem, _ classes: (positive: Double, negative: Double),
    _ options: LinearOptions
  ) -> Result<LinearModel, LearningError> {
    var names: [Int32] = [1, -1]
    var weights = [classes.positive, classes.negative]
    return names.withUnsafeMutableBufferPointer { names in
      weights.withUnsafeMutableBufferPointer { weights in
        var parameters = parameter()
        parameters.solver_type = Int32(solver(options.solver))
        parameters.C = options.cost
        parameters.eps = options.tolerance
        parameters.nr_weight = 2
        parameters.weight_label = names.baseAddress
        parameters.weight = weights.baseAddress
        parameters.p = 0.1
        parameters.init_sol = nil
        if let refusal = check_parameter(&problem, &parameters) {
          return .failure(.library(name: "liblinear", message: String(cString: refusal)))
        }
        return .success(fit(&problem, &parameters, options))
      }
    }
  }

  private static func solver(_ solver: LinearOptions.Solver) -> Int {
    switch solver {
    case .supportVectors: L2R_L2LOSS_SVC_DUAL
    case .logisticPrimal, .logisticDual: L2R_LR
    }
  }

  private static func fit(
    _ problem: inout problem, _ parameters: inout parameter, _ options: LinearOptions
  ) -> LinearModel {
    lock.lock()
    defer { lock.unlock() }
    linear_silence()
    srand(UInt32(truncatingIfNeeded: options.seed))
    var model = CLinear.train(&problem, &parameters)
    defer { free_and_destroy_model(&model) }
    guard let content = model?.pointee, let values = content.w, let names = content.label else {
      return LinearModel(weights: [], bias: 0)
    }
    // The library takes the class of the first row as the positive one.
    let sign = names[0] == 1 ? 1.0 : -1.0
    let count = Int(content.nr_feature)
    let weights = (0..<count).map { Float(sign * values[$0]) }
    let bias = options.biasValue.map { sign * values[count] * $0 } ?? 0
    return LinearModel(weights: weights, bias: bias)
  }
}
