import Foundation
import Language
import Learning

/// The four blocks of hashed counts of a review: words of title and text, character n-grams of both,
/// words of the title, and words with the mark of a negation before them.
///
/// Each block is weighted by rarity and scaled to length 1 by itself, so that the many character
/// n-grams do not drown the few words: worth 0.02 of F1 in cross-validation.
struct ReviewBlocks: Sendable {
  /// What a block reads.
  private enum Source {
    case whole
    case title
    case negationMarked
  }

  /// One block: how it hashes and where its columns begin.
  private struct Block: Sendable {
    var hasher: FeatureHasher
    var offset: Int
    var source: Source
    /// The length it is scaled to.
    var scale: Float = 1
  }

  private static let blocks = [
    Block(hasher: FeatureHasher(bits: 19, characters: nil), offset: 0, source: .whole),
    Block(
      hasher: FeatureHasher(bits: 19, words: false, wordPairs: false), offset: 1 << 19,
      source: .whole),
    Block(hasher: FeatureHasher(bits: 17, characters: nil), offset: 1 << 20, source: .title),
    Block(
      hasher: FeatureHasher(bits: 19, characters: nil), offset: (1 << 20) + (1 << 17),
      source: .negationMarked, scale: 0.7),
  ]

  /// The number of columns of the blocks together.
  static let columnCount = (1 << 20) + (1 << 17) + (1 << 19)

  private var counts = blocks.map { _ in HashedCounts() }
  private var text = TokenizedText()
  private var title = TokenizedText()
  private let tokenizer = Tokenizer()

  /// Counts the features of a review; the storage of the last one is reused.
  mutating func read(_ review: CustomerReview) {
    tokenizer.tokenize(review.text, into: &text)
    tokenizer.tokenize(review.title, into: &title)
    for index in Self.blocks.indices where Self.blocks[index].source != .negationMarked {
      let block = Self.blocks[index]
      counts[index].removeAll()
      if !title.tokens.isEmpty { block.hasher.add(title, to: &counts[index]) }
      if block.source == .whole { block.hasher.add(text, to: &counts[index]) }
    }
    NegationMarks.mark(&title)
    NegationMarks.mark(&text)
    for index in Self.blocks.indices where Self.blocks[index].source == .negationMarked {
      counts[index].removeAll()
      Self.blocks[index].hasher.add(title, to: &counts[index])
      Self.blocks[index].hasher.add(text, to: &counts[index])
    }
  }

  /// Adds to the column of every feature that the last review has.
  func tally(_ amount: Float = 1, into documents: inout [Float]) {
    for (index, block) in Self.blocks.enumerated() {
      for feature in counts[index].features { documents[block.offset + Int(feature)] += amount }
    }
  }

  /// The last review as a row.
  func row(_ rarity: [Float]) -> SparseRow {
    var entries: [(column: Int32, value: Float)] = []
    for (index, block) in Self.blocks.enumerated() {
      let length = length(index, block.offset, rarity)
      guard length > 0 else { continue }
      let scale = block.scale / length
      for (feature, count) in zip(counts[index].features, counts[index].counts) {
        let column = block.offset + Int(feature)
        entries.append((Int32(column), Self.damped(count) * rarity[column] * scale))
      }
    }
    return SparseRow(entries)
  }

  /// The score of the last review, without making its row.
  func score(_ rarity: [Float], _ model: LinearModel) -> Double {
    var total = model.bias
    for (index, block) in Self.blocks.enumerated() {
      let length = length(index, block.offset, rarity)
      guard length > 0 else { continue }
      var sum: Float = 0
      for (feature, count) in zip(counts[index].features, counts[index].counts) {
        let column = block.offset + Int(feature)
        sum += Self.damped(count) * rarity[column] * model.weights[column]
      }
      total += Double(sum * block.scale / length)
    }
    return total
  }

  private func length(_ index: Int, _ offset: Int, _ rarity: [Float]) -> Float {
    var sum: Float = 0
    for (feature, count) in zip(counts[index].features, counts[index].counts) {
      let value = Self.damped(count) * rarity[offset + Int(feature)]
      sum += value * value
    }
    return sum.squareRoot()
  }

  private static let logarithms: [Float] = (0..<64).map { $0 == 0 ? 0 : 1 + log(Float($0)) }

  /// 1 + ln(count).
  private static func damped(_ count: UInt32) -> Float {
    count < 64 ? logarithms[Int(count)] : 1 + log(Float(count))
  }
}
