import Language
import Learning

/// The counted features of many reviews, read once for all the trainings that follow.
///
/// Five bytes a feature; a review has about 1,500.
struct ReviewCounts {
  private var columns: [Int32] = []
  private var counts: [UInt8] = []
  /// Where each block of each review begins, and a last one: the count of features.
  private var starts: [Int] = [0]
  /// The number of reviews.
  private(set) var reviewCount = 0

  /// Reads reviews.
  init(_ reviews: [CustomerReview]) {
    var blocks = ReviewBlocks()
    for review in reviews {
      blocks.read(review)
      for block in ReviewBlocks.indices {
        blocks.forEach(in: block) { column, count in
          columns.append(Int32(column))
          counts.append(UInt8(clamping: count))
        }
        starts.append(columns.count)
      }
      reviewCount += 1
    }
  }

  /// Adds 1 to the column of every feature that a review has.
  func tally(_ review: Int, into documents: inout [Float]) {
    let first = review * ReviewBlocks.indices.count
    for place in starts[first]..<starts[first + ReviewBlocks.indices.count] {
      documents[Int(columns[place])] += 1
    }
  }

  /// Some reviews as rows, each block weighted and scaled by itself; features of weight 0 are left
  /// out.
  func matrix(_ reviews: [Int], _ weights: [Float]) -> SparseMatrix {
    var matrix = SparseMatrix(columnCount: ReviewBlocks.columnCount)
    var rowColumns: [Int32] = []
    var rowValues: [Float] = []
    for review in reviews {
      rowColumns.removeAll(keepingCapacity: true)
      rowValues.removeAll(keepingCapacity: true)
      for block in ReviewBlocks.indices {
        append(review, block, weights, &rowColumns, &rowValues)
      }
      matrix.append(columns: rowColumns, values: rowValues)
    }
    return matrix
  }

  private func append(
    _ review: Int, _ block: Int, _ weights: [Float], _ rowColumns: inout [Int32],
    _ rowValues: inout [Float]
  ) {
    let first = review * ReviewBlocks.indices.count + block
    let begin = rowValues.count
    var squares: Float = 0
    for place in starts[first]..<starts[first + 1] {
      let weight = weights[Int(columns[place])]
      guard weight > 0 else { continue }
      let value = ReviewBlocks.damped(UInt32(counts[place])) * weight
      squares += value * value
      rowColumns.append(columns[place])
      rowValues.append(value)
    }
    guard squares > 0 else { return }
    let scale = ReviewBlocks.scale(block) / squares.squareRoot()
    for place in begin..<rowValues.count { rowValues[place] *= scale }
  }
}
