import Foundation
import Language
import Learning

/// Texts as sparse vectors: hashed words and pairs of words, 1 + ln(count), times the inverse
/// document frequency, length 1.
struct TextVectors: Sendable {
  /// The logarithm of the number of columns.
  static let bits = 18

  /// The inverse document frequency of each column; 0 for those seen in fewer than two texts.
  let frequencies: [Float]

  private static let hasher = FeatureHasher(
    bits: bits, words: true, wordPairs: true, characters: nil)

  /// The number of columns.
  static var columnCount: Int { 1 << bits }

  init(frequencies: [Float]) { self.frequencies = frequencies }

  /// Learns the frequencies of words from texts: ln((1 + n) / (1 + df)) + 1.
  init(learning texts: [TokenizedText], fewest: Int = 2) {
    var seen = [Int32](repeating: 0, count: Self.columnCount)
    var counts = HashedCounts()
    for text in texts {
      counts.removeAll()
      Self.hasher.add(text, to: &counts)
      for feature in counts.features { seen[Int(feature)] += 1 }
    }
    let total = Double(texts.count + 1)
    frequencies = seen.map { count in
      Int(count) < fewest ? 0 : Float(log(total / Double(count + 1)) + 1)
    }
  }

  /// The vector of a text.
  func vector(_ text: TokenizedText) -> SparseRow {
    var counts = HashedCounts()
    Self.hasher.add(text, to: &counts)
    var entries: [(column: Int32, value: Float)] = []
    entries.reserveCapacity(counts.features.count)
    for (feature, count) in zip(counts.features, counts.counts) {
      let weight = frequencies[Int(feature)]
      guard weight > 0 else { continue }
      entries.append((Int32(feature), weight * (1 + log(Float(count)))))
    }
    return SparseRow(entries).normalised()
  }
}
