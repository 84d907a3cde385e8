import CXGBoost
import Foundation

/// Gradient-boosted decision trees for a probability, by the XGBoost library.
///
/// Source: Chen, Guestrin, "XGBoost: a scalable tree boosting system", KDD 2016. The library's
/// predictor keeps buffers in the model, so calls are made one at a time.
public final class BoostedTrees: @unchecked Sendable {
  /// The number of columns.
  public let columnCount: Int
  private let handle: BoosterHandle?
  private let lock = NSLock()
  /// The tables of exact contributions, made when first asked for.
  private var tables: Tables?

  private enum Tables {
    case made(ShallowExplainer)
    case tooDeep
  }

  private init(handle: BoosterHandle?, columnCount: Int) {
    self.handle = handle
    self.columnCount = columnCount
  }

  deinit { XGBoosterFree(handle) }

  /// Trains trees on labelled rows.
  ///
  /// - Parameters:
  ///   - rows: the rows; not-a-number is a missing value, which each split sends to its better side.
  ///   - labels: whether each row is positive.
  ///   - weights: how much each row counts (all 1 when `nil`).
  ///   - offsets: log-odds that the trees start from, row by row (`nil`: the share of positives).
  ///     They are not part of the model: predictions leave them out.
  ///   - options: number and shape of the trees.
  /// - Throws: `LearningError` when sizes disagree, a class is absent or the library refuses.
  public static func train(
    _ rows: DenseMatrix, labels: [Bool], weights: [Double]? = nil, offsets: [Double]? = nil,
    options: TreeOptions = TreeOptions()
  ) throws(LearningError) -> BoostedTrees {
    let base = try share(rows, labels, weights, options)
    let data = try TreeData(rows, threadCount: options.threadCount)
    try data.set("label", labels.map { $0 ? 1 : 0 })
    if let weights { try data.set("weight", weights.map { Float($0) }) }
    if let offsets {
      guard offsets.count == labels.count else {
        throw .shape(what: "offsets", found: offsets.count, expected: labels.count)
      }
      try data.set("base_margin", offsets.map { Float($0) })
    }
    var handle: BoosterHandle?
    var matrices: [DMatrixHandle?] = [data.handle]
    try XGBoostCall.check(XGBoosterCreate(&matrices, 1, &handle))
    let trees = BoostedTrees(handle: handle, columnCount: rows.columnCount)
    for (name, value) in options.parameters { try trees.set(name, value) }
    try trees.set("base_score", String(offsets == nil ? base : 0.5))
    for round in 0..<options.rounds {
      try XGBoostCall.check(XGBoosterUpdateOneIter(handle, Int32(round), data.handle))
    }
    return trees
  }

  /// Checks the sizes and gives the weighted share of positives.
  private static func share(
    _ rows: DenseMatrix, _ labels: [Bool], _ weights: [Double]?, _ options: TreeOptions
  ) throws(LearningError) -> Double {
    guard rows.rowCount > 0 else { throw .noRows }
    guard labels.count == rows.rowCount else {
      throw .shape(what: "labels", found: labels.count, expected: rows.rowCount)
    }
    if let weights, weights.count != labels.count {
      throw .shape(what: "weights of rows", found: weights.count, expected: labels.count)
    }
    let signs = options.directions.count
    guard signs == 0 || signs == rows.columnCount else {
      throw .shape(what: "directions", found: signs, expected: rows.columnCount)
    }
    if let bad = rows.values.firstIndex(where: \.isInfinite) {
      throw .value(what: "value", row: bad / rows.columnCount)
    }
    var total = 0.0
    var positive = 0.0
    for row in labels.indices {
      let weight = weights?[row] ?? 1
      guard weight >= 0, weight.isFinite else { throw .value(what: "weight", row: row) }
      total += weight
      if labels[row] { positive += weight }
    }
    guard positive > 0, positive < total else { throw .oneClass }
    return positive / total
  }

  private func set(_ name: String, _ value: String) throws(LearningError) {
    try XGBoostCall.check(XGBoosterSetParam(handle, name, value))
  }

  /// What the library is asked to give for each row.
  enum Output: Int {
    case margin = 1
    case contributions = 2
  }

  /// The library's answer for rows, copied out.
  func output(_ kind: Output, _ rows: DenseMatrix) throws(LearningError) -> [Float] {
    guard rows.columnCount == columnCount else {
      throw .shape(what: "columns", found: rows.columnCount, expected: columnCount)
    }
    guard rows.rowCount > 0 else { return [] }
    let data = try TreeData(rows, threadCount: 1)
    lock.lock()
    defer { lock.unlock() }
    let request =
      #"{"type": \#(kind.rawValue), "training": false, "iteration_begin": 0, "#
      + #""iteration_end": 0, "strict_shape": false}"#
    var shape: UnsafePointer<bst_ulong>?
    var dimensions: bst_ulong = 0
    var values: UnsafePointer<Float>?
    try XGBoostCall.check(
      XGBoosterPredictFromDMatrix(handle, data.handle, request, &shape, &dimensions, &values))
    guard let shape, let values else { return [] }
    let count = (0..<Int(dimensions)).reduce(1) { $0 * Int(shape[$1]) }
    return Array(UnsafeBufferPointer(start: values, count: count))
  }

  /// The model as bytes (universal binary JSON), readable by any later version of the library.
  ///
  /// - Throws: `LearningError.library` when the library refuses.
  public func bytes() throws(LearningError) -> [UInt8] {
    lock.lock()
    defer { lock.unlock() }
    return try content(as: "ubj")
  }

  /// The tables of exact contributions, or `nil` when the trees are too deep for them.
  func shallow() throws(LearningError) -> ShallowExplainer? {
    lock.lock()
    defer { lock.unlock() }
    switch tables {
    case .made(let explainer): return explainer
    case .tooDeep: return nil
    case nil: break
    }
    let layout = try? JSONDecoder().decode(TreeLayout.self, from: Data(content(as: "json")))
    let made = layout.flatMap { ShallowExplainer($0, columnCount: columnCount) }
    tables = made.map { .made($0) } ?? .tooDeep
    return made
  }

  /// The model in a format of the library; the lock is held.
  private func content(as format: String) throws(LearningError) -> [UInt8] {
    var length: bst_ulong = 0
    var content: UnsafePointer<CChar>?
    try XGBoostCall.check(
      XGBoosterSaveModelToBuffer(handle, #"{"format": "\#(format)"}"#, &length, &content))
    guard let content else { return [] }
    return UnsafeRawBufferPointer(start: content, count: Int(length)).map { $0 }
  }

  /// Reads a model back.
  ///
  /// - Throws: `LearningError` when the bytes are not those of a model of so many columns.
  public convenience init(bytes: [UInt8], columnCount: Int) throws(LearningError) {
    guard bytes.first == UInt8(ascii: "{") else { throw .damaged(what: "boosted trees") }
    var handle: BoosterHandle?
    try XGBoostCall.check(XGBoosterCreate(nil, 0, &handle))
    self.init(handle: handle, columnCount: columnCount)
    try set("nthread", "1")
    try set("verbosity", "0")
    try XGBoostCall.check(XGBoosterLoadModelFromBuffer(handle, bytes, bst_ulong(bytes.count)))
    var found: bst_ulong = 0
    try XGBoostCall.check(XGBoosterGetNumFeature(handle, &found))
    guard Int(found) == columnCount else {
      throw .shape(what: "columns of the trees", found: Int(found), expected: columnCount)
    }
  }
}
