import CXGBoost

/// Rows in the library's own form; freed with the value.
final class TreeData {
  let handle: DMatrixHandle?

  init(_ rows: DenseMatrix, threadCount: Int) throws(LearningError) {
    guard rows.rowCount > 0 else { throw .noRows }
    var made: DMatrixHandle?
    let status = rows.values.withUnsafeBufferPointer { values in
      XGDMatrixCreateFromMat_omp(
        values.baseAddress, bst_ulong(rows.rowCount), bst_ulong(rows.columnCount), .nan, &made,
        Int32(max(1, threadCount)))
    }
    try XGBoostCall.check(status)
    handle = made
  }

  deinit { XGDMatrixFree(handle) }

  /// Sets labels, weights or another value of each row.
  func set(_ field: String, _ values: [Float]) throws(LearningError) {
    let status = values.withUnsafeBufferPointer {
      XGDMatrixSetFloatInfo(handle, field, $0.baseAddress, bst_ulong($0.count))
    }
    try XGBoostCall.check(status)
  }
}
