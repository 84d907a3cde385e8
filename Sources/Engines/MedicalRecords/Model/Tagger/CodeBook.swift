import Language
import Learning

/// The code of a string: what annotators gave it most often, else what is known of its words.
struct CodeBook: Sendable {
  /// Counts of codes for one key.
  private typealias Counts = [Int32: Int32]

  private var codes: [String] = []
  private var codeIndex: [String: Int32] = [:]
  /// Counts by hash of label and whole string, exact.
  private var exact: [UInt64: Counts] = [:]
  /// Counts by hash of label and stems without small words.
  private var stems: [UInt64: Counts] = [:]
  /// Counts by hash of label and one stem.
  private var single: [UInt64: Counts] = [:]

  init() {}

  private static let small: Set<UInt64> = Set(
    ["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux"].map {
      StableHash.of($0)
    })

  private static func key(_ label: String, _ hashes: some Sequence<UInt64>) -> UInt64 {
    var hash = StableHash(salt: StableHash.of(label))
    for value in hashes { hash.combine(hash: value) }
    return hash.value
  }

  private static func content(_ text: ClinicalText, _ tokens: Range<Int>) -> [UInt64] {
    tokens.filter { text.tokens[$0].isWord && !small.contains(text.tokens[$0].hash) }
      .map { text.stems[$0] }
  }

  /// Counts one annotated mention; that annotators gave no code is known of a string too.
  mutating func add(_ text: ClinicalText, _ tokens: Range<Int>, label: String, code: String) {
    guard !tokens.isEmpty else { return }
    let number: Int32
    if let known = codeIndex[code] {
      number = known
    } else {
      number = Int32(codes.count)
      codeIndex[code] = number
      codes.append(code)
    }
    let content = Self.content(text, tokens)
    exact[Self.key(label, tokens.map { text.tokens[$0].hash }), default: [:]][number, default: 0] +=
      1
    stems[Self.key(label, content.sorted()), default: [:]][number, default: 0] += 1
    for stem in Set(content) {
      single[Self.key(label, [stem]), default: [:]][number, default: 0] += 1
    }
  }

  /// The best code of a mention and its share among what was seen, or `nil`.
  func code(_ text: ClinicalText, _ tokens: Range<Int>, label: String) -> (
    code: String, share: Double
  )? {
    if let best = best(exact[Self.key(label, tokens.map { text.tokens[$0].hash })]) { return best }
    let content = Self.content(text, tokens)
    if let best = best(stems[Self.key(label, content.sorted())]) { return best }
    return combined(content, label: label)
  }

  private func best(_ counts: Counts?) -> (code: String, share: Double)? {
    guard let counts, let top = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
      return nil
    }
    let all = counts.values.reduce(0, +)
    return (codes[Int(top.key)], Double(top.value) / Double(all))
  }

  /// Each word votes with its share of codes: rare words, which say more, vote louder.
  private func combined(_ content: [UInt64], label: String) -> (code: String, share: Double)? {
    var votes: [Int32: Double] = [:]
    for stem in content {
      guard let counts = single[Self.key(label, [stem])] else { continue }
      let all = Double(counts.values.reduce(0, +))
      for (code, count) in counts {
        votes[code, default: 0] += Double(count) / all / (1 + all).squareRoot().squareRoot()
      }
    }
    guard let top = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return (codes[Int(top.key)], min(0.5, top.value / Double(max(1, content.count))))
  }

  // MARK: Bytes

  /// The book as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(codes)
    for table in [exact, stems, single] {
      writer.write(table.count)
      for key in table.keys.sorted() {
        writer.write(key)
        let counts = table[key] ?? [:]
        writer.write(counts.keys.sorted().flatMap { [$0, counts[$0] ?? 0] })
      }
    }
    return writer.bytes
  }

  /// Reads a book back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "code book")
    codes = try reader.texts()
    for (number, code) in codes.enumerated() { codeIndex[code] = Int32(number) }
    exact = try Self.table(&reader, codeCount: codes.count)
    stems = try Self.table(&reader, codeCount: codes.count)
    single = try Self.table(&reader, codeCount: codes.count)
  }

  private static func table(
    _ reader: inout ByteReader, codeCount: Int
  ) throws(LearningError) -> [UInt64: Counts] {
    var table: [UInt64: Counts] = [:]
    for _ in 0..<(try reader.count(upTo: 1 << 24)) {
      let key = try reader.unsigned()
      let pairs = try reader.integers()
      var counts: Counts = [:]
      for place in stride(from: 0, to: pairs.count - 1, by: 2) {
        guard pairs[place] >= 0, Int(pairs[place]) < codeCount else {
          throw .shape(what: "code", found: Int(pairs[place]), expected: codeCount)
        }
        counts[pairs[place]] = pairs[place + 1]
      }
      table[key] = counts
    }
    return table
  }
}
