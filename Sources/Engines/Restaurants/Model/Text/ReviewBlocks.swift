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
    Block(hasher: FeatureHasher(bits: 18, characters: nil), offset: 0, source: .whole),
    Block(
      hasher: FeatureHasher(bits: 18, words: false, wordPairs: false), offset: 1 << 18,
      source: .whole),
    Block(hasher: FeatureHasher(bits: 16, characters: nil), offset: 1 << 19, source: .title),
    Block(
      hasher: FeatureHasher(bits: 18, characters: nil), offset: (1 << 19) + (1 << 16),
      source: .negationMarked, scale: 0.7),
  ]

  /// The number of columns of the blocks together.
  static let columnCount = (1 << 19) + (1 << 16) + (1 << 18)

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

  /// The blocks' numbers.
  static let indices: Range<Int> = 0..<blocks.count

  /// The length a block is scaled to.
  static func scale(_ block: Int) -> Float { blocks[block].scale }

  /// Goes through the features of a block of the last review: columns and counts.
  func forEach(in block: Int, _ body: (Int, UInt32) -> Void) {
    let offset = Self.blocks[block].offset
    for place in counts[block].features.indices {
      body(offset + Int(counts[block].features[place]), min(255, counts[block].counts[place]))
    }
  }

  /// The score of the last review under a model of weighted features.
  func score(_ weights: [Float], _ model: LinearModel) -> Double {
    var total = model.bias
    for block in Self.indices {
      var sum: Float = 0
      var squares: Float = 0
      forEach(in: block) { column, count in
        let value = Self.damped(count) * weights[column]
        squares += value * value
        sum += value * model.weights[column]
      }
      if squares > 0 { total += Double(sum * Self.scale(block) / squares.squareRoot()) }
    }
    return total
  }

  private static let logarithms: [Float] = (0..<256).map { $0 == 0 ? 0 : 1 + log(Float($0)) }

  /// 1 + ln(count), for counts up to 255.
  static func damped(_ count: UInt32) -> Float { logarithms[Int(min(255, count))] }
}
