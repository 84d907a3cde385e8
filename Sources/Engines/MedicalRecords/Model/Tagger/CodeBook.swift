import Language
import Learning

/// The code of a string: what annotators gave it most often, else what the names of the
/// classification say, else what similar strings and names have.
struct CodeBook: Sendable {
  /// Counts of codes for one key.
  typealias Counts = [Int32: Int32]

  private(set) var codes: [String] = []
  private var codeIndex: [String: Int32] = [:]
  /// Counts by hash of label and whole string, exact.
  private var exact: [UInt64: Counts] = [:]
  /// Counts by hash of label and stems without small words.
  private var stems: [UInt64: Counts] = [:]
  /// The strings by label, with the keys of their counts.
  private var strings: [String: [String: UInt64]] = [:]
  /// Codes of the classification's names, by the same hashes.
  private var named: [UInt64: Int32] = [:]
  /// What resembles a string, by label.
  private var similar: [String: SimilarNames] = [:]

  /// How sure the name of a classification is.
  private static let nameShare = 0.8

  init() {}

  // MARK: Keys

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

  /// The stems of a folded name without small words.
  static func content(of name: String) -> [UInt64] {
    let text = TokenizedText(name)
    return text.tokens.indices.compactMap { index in
      let token = text.tokens[index]
      guard token.isWord, !small.contains(token.hash) else { return nil }
      return token.kind == .word ? WordStem.hash(text.foldedBytes(index)) : token.hash
    }
  }

  /// The folded words as they stand, one space between those that spaces part.
  private static func name(_ text: ClinicalText, _ tokens: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for token in tokens {
      if token > tokens.lowerBound, text.tokens[token].marks.contains(.spaced) {
        bytes.append(0x20)
      }
      bytes += text.foldedSlice(token)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Learning

  private mutating func number(_ code: String) -> Int32 {
    if let known = codeIndex[code] { return known }
    let number = Int32(codes.count)
    codeIndex[code] = number
    codes.append(code)
    return number
  }

  /// Counts one annotated mention; that annotators gave no code is known of a string too. Call
  /// `finish` after the last one.
  mutating func add(_ text: ClinicalText, _ tokens: Range<Int>, label: String, code: String) {
    guard !tokens.isEmpty else { return }
    let number = number(code)
    let content = Self.content(text, tokens)
    let whole = Self.key(label, tokens.map { text.tokens[$0].hash })
    exact[whole, default: [:]][number, default: 0] += 1
    stems[Self.key(label, content.sorted()), default: [:]][number, default: 0] += 1
    strings[label, default: [:]][Self.name(text, tokens)] = whole
  }

  /// Makes what finds similar strings, with the classification's names for labels coded by it.
  mutating func finish() {
    for label in strings.keys.sorted() {
      var items: [SimilarNames.Item] = []
      for (name, key) in (strings[label] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let counts = exact[key] ?? [:]
        let all = Float(max(1, counts.values.reduce(0, +)))
        items.append(
          .init(
            name: name,
            codes: counts.sorted { $0.key < $1.key }
              .map { .init(code: $0.key, share: Float($0.value) / all) }))
      }
      similar[label] = SimilarNames(items + classification(label))
    }
  }

  /// The names of the classification that a label's codes belong to; those annotated are left out.
  private mutating func classification(_ label: String) -> [SimilarNames.Item] {
    var items: [SimilarNames.Item] = []
    for (phrase, code) in Self.names(label, codes: codes) {
      let text = ClinicalText(phrase)
      let tokens = 0..<text.tokens.count
      let name = Self.name(text, tokens)
      guard !tokens.isEmpty, strings[label]?[name] == nil else { continue }
      let number = number(code)
      let content = Self.content(text, tokens)
      for key in [
        Self.key(label, tokens.map { text.tokens[$0].hash }), Self.key(label, content.sorted()),
      ] where named[key] == nil {
        named[key] = number
      }
      items.append(.init(name: name, codes: [.init(code: number, share: 1)]))
    }
    return items
  }

  private static func names(
    _ label: String, codes: [String]
  ) -> [(phrase: String, code: String)] {
    switch ConceptMerging.kind(of: label) {
    case .morphology where codes.contains { $0.contains("/") }:
      TumourNames.phrases(TumourNames.morphologies)
    case .site where codes.contains { $0.count >= 3 && $0.hasPrefix("C") }:
      TumourNames.phrases(TumourNames.sites)
    default: []
    }
  }

  // MARK: Asking

  /// The best code of a mention and how sure it is, 0…1, or `nil`.
  func code(_ text: ClinicalText, _ tokens: Range<Int>, label: String) -> (
    code: String, share: Double
  )? {
    let whole = Self.key(label, tokens.map { text.tokens[$0].hash })
    if let best = best(exact[whole]) { return best }
    let content = Self.key(label, Self.content(text, tokens).sorted())
    if let best = best(stems[content]) { return best }
    if let number = named[whole] ?? named[content] {
      return (codes[Int(number)], Self.nameShare)
    }
    guard let found = similar[label]?.code(Self.name(text, tokens)) else { return nil }
    return (codes[Int(found.code)], found.share)
  }

  private func best(_ counts: Counts?) -> (code: String, share: Double)? {
    guard let counts, let top = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
      return nil
    }
    let all = counts.values.reduce(0, +)
    return (codes[Int(top.key)], Double(top.value) / Double(all))
  }

  // MARK: Bytes

  /// The book as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(codes)
    for table in [exact, stems] {
      writer.write(table.count)
      for key in table.keys.sorted() {
        writer.write(key)
        let counts = table[key] ?? [:]
        writer.write(counts.keys.sorted().flatMap { [$0, counts[$0] ?? 0] })
      }
    }
    writer.write(strings.keys.sorted())
    for label in strings.keys.sorted() {
      let names = (strings[label] ?? [:]).sorted { $0.key < $1.key }
      writer.write(names.map(\.key))
      for name in names { writer.write(name.value) }
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
    for label in try reader.texts() {
      var names: [String: UInt64] = [:]
      for name in try reader.texts() { names[name] = 0 }
      for name in names.keys.sorted() { names[name] = try reader.unsigned() }
      strings[label] = names
    }
    finish()
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
