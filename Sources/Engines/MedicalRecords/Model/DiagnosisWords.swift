import Foundation
import Language

/// How the words of a report and the codes it names speak for a diagnosis: its distance from the
/// mean of the reports with that diagnosis.
///
/// Source: Han and Karypis 2000, "Centroid-Based Document Classification".
struct DiagnosisWords: Sendable, Hashable {
  /// What a report says, as counts of hashed words, and the hashed codes it names.
  struct Bag: Sendable, Hashable {
    var words: [UInt64: Int] = [:]
    var codes: Set<UInt64> = []

    init() {}

    /// The bag of a report with the codes of its tumours and sites.
    init(_ text: ClinicalText, tumours: some Sequence<String>, sites: some Sequence<String>) {
      for index in text.tokens.indices
      where text.tokens[index].kind == .word && text.tokens[index].foldedCount >= 3 {
        words[text.stems[index], default: 0] += 1
      }
      for code in tumours where code.count >= 3 {
        codes.insert(StableHash.of("M" + code))
        codes.insert(StableHash.of("G" + code.prefix(3)))
      }
      for code in sites where code.count >= 3 {
        codes.insert(StableHash.of("S" + code.prefix(3)))
      }
    }
  }

  /// The sharpness of the distances.
  private static let scale = 6.0
  /// How much it counts that a diagnosis is frequent.
  private static let prior = 0.5
  /// Words in fewer reports say nothing, nor do words in more than half of them.
  private static let fewest = 2

  private typealias Vector = [UInt64: Float]

  private var wordRarity: [UInt64: Float] = [:]
  private var codeRarity: [UInt64: Float] = [:]
  private var codes: [String] = []
  private var counts: [Double] = []
  /// For each word, its weight in the mean of each diagnosis.
  private var weights: [UInt64: [Int32: Float]] = [:]

  /// Learns from reports and the codes of their diagnoses.
  init(_ reports: [(bag: Bag, right: Set<String>)]) {
    let count = Float(max(1, reports.count))
    func rarity(_ keys: [UInt64: Int], fewest: Int, most: Float) -> [UInt64: Float] {
      keys.filter { $0.value >= fewest && Float($0.value) <= most }
        .mapValues { log((1 + count) / (1 + Float($0))) + 1 }
    }
    var inWords: [UInt64: Int] = [:]
    var inCodes: [UInt64: Int] = [:]
    for report in reports {
      for word in report.bag.words.keys { inWords[word, default: 0] += 1 }
      for code in report.bag.codes { inCodes[code, default: 0] += 1 }
    }
    wordRarity = rarity(inWords, fewest: Self.fewest, most: count / 2)
    codeRarity = rarity(inCodes, fewest: 1, most: count)
    codes = Set(reports.flatMap(\.right)).sorted()
    counts = [Double](repeating: 0, count: codes.count)
    let numbers = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    var means = [Vector](repeating: [:], count: codes.count)
    for report in reports {
      let vector = vector(report.bag)
      for code in report.right {
        guard let number = numbers[code] else { continue }
        counts[number] += 1
        for (key, weight) in vector { means[number][key, default: 0] += weight }
      }
    }
    for (number, mean) in means.enumerated() {
      for (key, weight) in Self.unit(mean) { weights[key, default: [:]][Int32(number)] = weight }
    }
  }

  /// The probability of each diagnosis; empty when nothing was learned.
  func probabilities(_ bag: Bag) -> [String: Double] {
    var scores = counts.map { Self.prior * log(max(1, $0)) }
    for (key, weight) in Self.unit(vector(bag)).sorted(by: { $0.key < $1.key }) {
      for (number, other) in weights[key] ?? [:] {
        scores[Int(number)] += Self.scale * Double(weight * other)
      }
    }
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let all = powers.reduce(0, +)
    return Dictionary(uniqueKeysWithValues: zip(codes, powers.map { $0 / all }))
  }

  private func vector(_ bag: Bag) -> Vector {
    var words: Vector = [:]
    for (word, count) in bag.words {
      if let rarity = wordRarity[word] { words[word] = (1 + log(Float(count))) * rarity }
    }
    var named: Vector = [:]
    for code in bag.codes {
      if let rarity = codeRarity[code] { named[code] = rarity }
    }
    return Self.unit(words).merging(Self.unit(named)) { $0 + $1 }
  }

  /// The vector with length one; summed in the order of its keys, so that it is the same each time.
  private static func unit(_ vector: Vector) -> Vector {
    let square = vector.sorted { $0.key < $1.key }.reduce(Float(0)) { $0 + $1.value * $1.value }
    guard square > 0 else { return vector }
    return vector.mapValues { $0 / square.squareRoot() }
  }
}
