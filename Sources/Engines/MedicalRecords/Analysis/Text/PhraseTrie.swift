import Language

/// Phrases of words, found in one pass over the stems of a text.
///
/// The trie is flat: one open-addressing table from (node, stem) to node, so that a lookup is one
/// probe and 60,000 phrases load in a fraction of a second.
struct PhraseTrie: Sendable {
  /// A phrase found.
  struct Match: Sendable, Hashable {
    /// The tokens.
    var tokens: Range<Int>
    /// The value the phrase stands for.
    var value: Int32
  }

  private var keys: [UInt64] = [UInt64](repeating: 0, count: 64)
  private var nodes: [Int32] = [Int32](repeating: 0, count: 64)
  private var used = 0
  private var values: [Int32] = [-1]
  /// The number of phrases.
  private(set) var count = 0

  init() {}

  private static func key(_ node: Int32, _ stem: UInt64) -> UInt64 {
    StableHash.mix(stem ^ (UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15)) | 1
  }

  @inline(__always)
  private func child(_ node: Int32, _ stem: UInt64) -> Int32 {
    let key = Self.key(node, stem)
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[place] != 0 {
      if keys[place] == key { return nodes[place] }
      place = (place + 1) & mask
    }
    return 0
  }

  /// Adds a phrase; the first value of a phrase stays unless `replaces` is set.
  mutating func insert(_ stems: [UInt64], value: Int32, replaces: Bool = false) {
    guard !stems.isEmpty else { return }
    var node: Int32 = 0
    for stem in stems {
      var next = child(node, stem)
      if next == 0 {
        next = Int32(values.count)
        values.append(-1)
        link(Self.key(node, stem), next)
      }
      node = next
    }
    if values[Int(node)] < 0 { count += 1 }
    if values[Int(node)] < 0 || replaces { values[Int(node)] = value }
  }

  /// Adds a phrase as it is written.
  mutating func insert(_ phrase: String, value: Int32, replaces: Bool = false) {
    insert(Self.stems(of: phrase), value: value, replaces: replaces)
  }

  private mutating func link(_ key: UInt64, _ node: Int32) {
    if (used + 1) * 10 > keys.count * 6 { grow() }
    place(key, node)
    used += 1
  }

  private mutating func place(_ key: UInt64, _ node: Int32) {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[place] != 0 { place = (place + 1) & mask }
    keys[place] = key
    nodes[place] = node
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldNodes = nodes
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    nodes = [Int32](repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      place(oldKeys[index], oldNodes[index])
    }
  }

  /// The stems of a phrase; hyphens inside words are tokens of their own, as in texts.
  static func stems(of phrase: String) -> [UInt64] {
    // An apostrophe elides only before a letter; at the end of a phrase it is left out.
    let text = TokenizedText(phrase.hasSuffix("'") ? String(phrase.dropLast()) : phrase)
    return text.tokens.indices.compactMap { index in
      let token = text.tokens[index]
      if token.kind == .lineBreak { return nil }
      return token.kind == .word ? WordStem.hash(text.foldedBytes(index)) : token.hash
    }
  }

  /// The longest phrase that begins at a token and ends before `limit`, or `nil`.
  @inline(__always)
  func longestMatch(_ stems: [UInt64], at start: Int, limit: Int) -> Match? {
    var node: Int32 = 0
    var best: Match?
    var index = start
    while index < limit {
      node = child(node, stems[index])
      if node == 0 { break }
      index += 1
      let value = values[Int(node)]
      if value >= 0 { best = Match(tokens: start..<index, value: value) }
    }
    return best
  }

  /// Gives each phrase that begins at a token and ends before `limit`, shortest first: its value and
  /// the token after it.
  @inline(__always)
  func forEachPrefix(_ stems: [UInt64], at start: Int, limit: Int, _ body: (Int32, Int) -> Void) {
    var node: Int32 = 0
    var index = start
    while index < limit {
      node = child(node, stems[index])
      if node == 0 { return }
      index += 1
      let value = values[Int(node)]
      if value >= 0 { body(value, index) }
    }
  }

  /// The value of exactly these stems, or `nil`.
  func value(of stems: ArraySlice<UInt64>) -> Int32? {
    var node: Int32 = 0
    for stem in stems {
      node = child(node, stem)
      if node == 0 { return nil }
    }
    return values[Int(node)] >= 0 ? values[Int(node)] : nil
  }

  /// The longest phrases of a range, left to right, without overlap.
  func matches(_ stems: [UInt64], in range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = longestMatch(stems, at: index, limit: range.upperBound) {
        found.append(match)
        index = match.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }
}
