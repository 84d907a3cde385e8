import Foundation
import Language

/// Finds the names that resemble a string, by the trigrams of their letters and their stems: a name
/// that nobody wrote before has the code of those beside it.
///
/// The weights are those of tf-idf with the cosine as similarity (Salton and Buckley 1988,
/// "Term-weighting approaches in automatic text retrieval").
struct SimilarNames: Sendable {
  /// A name with what its codes are.
  struct Item: Sendable, Hashable {
    /// The folded words.
    var name: String
    /// The codes and their shares.
    var codes: [Share]
  }

  /// A code and its share among those of a name.
  struct Share: Sendable, Hashable {
    var code: Int32
    var share: Float
  }

  /// The number of names that vote.
  private static let neighbours = 15
  /// Names that resemble a string less are not listened to.
  private static let leastSimilarity: Float = 0.12
  /// How much a stem weighs beside a trigram.
  private static let stemWeight: Float = 1.5
  /// Trigrams of longer strings are not looked at.
  private static let longest = 200

  private struct Posting: Sendable {
    var item: Int32
    var weight: Float
  }

  private let codes: [[Share]]
  private var numbers: [UInt64: Int32] = [:]
  private var rarity: [Float] = []
  private var postings: [[Posting]] = []
  private let unknownRarity: Float

  /// Makes the index of names.
  init(_ items: [Item]) {
    codes = items.map(\.codes)
    unknownRarity = Float(log(Double(max(2, items.count))))
    let features = items.map { Self.features($0.name) }
    var documents: [Int32] = []
    for own in features {
      for feature in own {
        if let known = numbers[feature.key] {
          documents[Int(known)] += 1
        } else {
          numbers[feature.key] = Int32(documents.count)
          documents.append(1)
        }
      }
    }
    rarity = documents.map { Float(log(Double(max(1, items.count)) / Double($0))) }
    postings = [[Posting]](repeating: [], count: documents.count)
    for (item, own) in features.enumerated() {
      let weighted = self.weighted(own)
      for (feature, weight) in weighted.known where weight > 0 {
        postings[Int(feature)].append(
          Posting(item: Int32(item), weight: weight / max(1e-6, weighted.norm)))
      }
    }
  }

  /// The code that the most similar names vote for and how sure that is, 0…1, or `nil`.
  func code(_ name: String) -> (code: Int32, share: Double)? {
    let own = weighted(Self.features(name))
    var scores = [Float](repeating: 0, count: codes.count)
    var touched: [Int32] = []
    for (feature, weight) in own.known where weight > 0 {
      for posting in postings[Int(feature)] {
        if scores[Int(posting.item)] == 0 { touched.append(posting.item) }
        scores[Int(posting.item)] += posting.weight * weight / own.norm
      }
    }
    let nearest = touched.sorted { (scores[Int($0)], $1) > (scores[Int($1)], $0) }
      .prefix(Self.neighbours)
    var votes: [Int32: Float] = [:]
    var all: Float = 0
    for item in nearest {
      let score = scores[Int(item)]
      for share in codes[Int(item)] {
        votes[share.code, default: 0] += score * score * score * share.share
        all += score * score * score * share.share
      }
    }
    guard let first = nearest.first, scores[Int(first)] >= Self.leastSimilarity, all > 0,
      let top = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
    else { return nil }
    return (top.key, Double(min(1, scores[Int(first)]) * top.value / all))
  }

  // MARK: Features

  private func weighted(
    _ features: [(key: UInt64, count: Float)]
  ) -> (known: [(feature: Int32, weight: Float)], norm: Float) {
    var known: [(feature: Int32, weight: Float)] = []
    var square: Float = 0
    for feature in features {
      let number = numbers[feature.key]
      let weight = feature.count * (number.map { rarity[Int($0)] } ?? unknownRarity)
      square += weight * weight
      if let number { known.append((number, weight)) }
    }
    return (known, max(1e-6, square.squareRoot()))
  }

  /// The trigrams of a name with their counts, and its stems; in ascending order of their keys.
  private static func features(_ name: String) -> [(key: UInt64, count: Float)] {
    let bytes = [0x20] + Array(name.utf8.prefix(longest)) + [0x20]
    var keys: [UInt64] = []
    for place in 0..<(bytes.count - 2) {
      keys.append(
        UInt64(bytes[place]) | UInt64(bytes[place + 1]) << 8 | UInt64(bytes[place + 2]) << 16)
    }
    keys.sort()
    var features: [(key: UInt64, count: Float)] = []
    for key in keys {
      if features.last?.key == key {
        features[features.count - 1].count += 1
      } else {
        features.append((key, 1))
      }
    }
    for stem in Set(CodeBook.content(of: name)).sorted() {
      // The upper bit keeps stems apart from trigrams.
      features.append((stem | 1 << 63, stemWeight))
    }
    return features
  }
}
