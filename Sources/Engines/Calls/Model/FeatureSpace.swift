import Foundation
import Learning

/// The features seen in training, each with its column and its rarity.
struct FeatureSpace: Sendable {
  /// The most columns; rarer features come later and are left out.
  static let columnLimit = 120_000

  private var columns: [UInt64: Int32] = [:]
  private(set) var keys: [UInt64] = []
  private(set) var rarity: [Float] = []

  /// Counts features over training lines.
  init(_ lines: [[FeatureExtractor.Feature]]) {
    var counts: [Int] = []
    var lastLine: [Int] = []
    for (number, line) in lines.enumerated() {
      for feature in line {
        if let column = columns[feature.key] {
          if lastLine[Int(column)] != number {
            counts[Int(column)] += 1
            lastLine[Int(column)] = number
          }
        } else if keys.count < Self.columnLimit {
          columns[feature.key] = Int32(keys.count)
          keys.append(feature.key)
          counts.append(1)
          lastLine.append(number)
        }
      }
    }
    let total = Double(lines.count)
    rarity = counts.map { Float(log((1 + total) / (1 + Double($0))) + 1) }
  }

  /// The number of columns.
  var count: Int { keys.count }

  /// The column of a feature, or `nil` when training never saw it.
  func column(_ feature: FeatureExtractor.Feature) -> Int32? { columns[feature.key] }

  /// The row of an utterance: (1 + ln count) · rarity, each block of length one times its weight,
  /// then the whole of length one.
  func row(_ features: [FeatureExtractor.Feature]) -> SparseRow {
    var counts: [Int32: (block: FeatureBlock, count: Double)] = [:]
    for feature in features {
      guard let column = columns[feature.key] else { continue }
      counts[column, default: (feature.block, 0)].count += 1
    }
    var values: [(column: Int32, block: FeatureBlock, value: Double)] = []
    var norms = [Double](repeating: 0, count: FeatureBlock.allCases.count)
    for (column, entry) in counts.sorted(by: { $0.key < $1.key }) {
      let value = (1 + log(entry.count)) * Double(rarity[Int(column)])
      norms[entry.block.rawValue] += value * value
      values.append((column, entry.block, value))
    }
    return SparseRow(
      sortedColumns: values.map(\.column),
      values: values.map {
        Float($0.value / norms[$0.block.rawValue].squareRoot() * $0.block.weight)
      }
    ).normalised()
  }
}

extension FeatureSpace {
  /// The space as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(keys.count)
    for key in keys { writer.write(key) }
    writer.write(rarity)
    return writer.bytes
  }

  /// Reads a space back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "feature space")
    let count = try reader.count(upTo: Self.columnLimit)
    keys = []
    for _ in 0..<count { keys.append(try reader.unsigned()) }
    rarity = try reader.floats()
    guard rarity.count == keys.count, reader.isAtEnd else {
      throw .damaged(what: "feature space: lengths")
    }
    for (column, key) in keys.enumerated() { columns[key] = Int32(column) }
    guard columns.count == keys.count else { throw .damaged(what: "feature space: keys repeat") }
  }
}
