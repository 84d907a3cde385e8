import Language

/// Turns the tokens of a report into hashed features for the tagger.
struct TaggerFeatures {
  /// The number of templates of the first pass.
  static let firstCount = 34
  /// The number of templates of the second pass, which sees what the first one found.
  static let secondCount = 48

  /// What the features of a token are made of.
  private struct Word {
    var word: UInt64
    var stem: UInt64
    var prefixes: (UInt64, UInt64, UInt64)
    var suffixes: (UInt64, UInt64, UInt64, UInt64)
    var shape: UInt64
    var lexicon: UInt64
    var memory: UInt64
  }

  private let words: [Word]
  private let context: FirstPass?
  private let sections: [SectionKind]
  private static let outside = Word(
    word: 1, stem: 2, prefixes: (3, 4, 5), suffixes: (6, 7, 8, 9), shape: 10, lexicon: 0, memory: 0)

  /// - Parameters:
  ///   - lexiconTags: for each token, what the lexicon says; 0 for nothing.
  ///   - memory: for each token, what the same string was elsewhere in the report; 0 for nothing.
  ///   - context: what the first pass found, for the second one.
  init(
    _ text: ClinicalText, lexiconTags: [UInt8], memory: [UInt8], context: FirstPass? = nil
  ) {
    self.context = context
    sections = text.sectionOfToken
    var words: [Word] = []
    words.reserveCapacity(text.tokens.count)
    text.foldedBytes.withUnsafeBufferPointer { bytes in
      for index in text.tokens.indices {
        words.append(
          Self.word(
            text.tokens[index], text.stems[index], bytes, lexicon: UInt64(lexiconTags[index]),
            memory: UInt64(memory[index])))
      }
    }
    self.words = words
  }

  private static func word(
    _ token: Token, _ stem: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, lexicon: UInt64,
    memory: UInt64
  ) -> Word {
    let begin = Int(token.foldedBegin)
    let end = Int(token.foldedEnd)
    var hash = StableHash(salt: 7)
    var prefixes: (UInt64, UInt64, UInt64) = (11, 12, 13)
    var length = 0
    while length < 5, begin + length < end {
      hash.combine(bytes[begin + length])
      length += 1
      if length == 2 { prefixes.0 = hash.value }
      if length == 3 { prefixes.1 = hash.value }
      if length == 5 { prefixes.2 = hash.value }
    }
    var tail = StableHash(salt: 8)
    var suffixes: (UInt64, UInt64, UInt64, UInt64) = (14, 15, 16, 17)
    length = 0
    while length < 5, end - length > begin {
      length += 1
      tail.combine(bytes[end - length])
      if length == 2 { suffixes.0 = tail.value }
      if length == 3 { suffixes.1 = tail.value }
      if length == 4 { suffixes.2 = tail.value }
      if length == 5 { suffixes.3 = tail.value }
    }
    let kinds = UInt64(token.kind.rawValue) << 8
    let shape = kinds | UInt64(token.marks.rawValue & 0x07) | UInt64(min(8, end - begin)) << 16
    return Word(
      word: token.hash, stem: stem, prefixes: prefixes, suffixes: suffixes, shape: shape,
      lexicon: lexicon, memory: memory)
  }

  @inline(__always)
  private static func slot(_ template: UInt64, _ first: UInt64, _ shift: UInt64) -> UInt32 {
    let mixed = (first ^ (template &* 0xA24B_AED4_963E_E407)) &* 0x9FB2_1C65_1E98_DF25
    let spread = (mixed ^ (mixed >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: spread >> shift)
  }

  @inline(__always)
  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x2545_F491_4F6C_DD1D) ^ ((second << 23) | (second >> 41))
  }

  /// Writes the rows of weights of a token's features.
  ///
  /// - Parameters:
  ///   - bits: the number of rows is 2^bits.
  ///   - range: the sentence; beyond it words count as outside.
  func fill(_ out: UnsafeMutablePointer<UInt32>, token: Int, in range: Range<Int>, bits: Int) {
    let shift = UInt64(64 - bits)
    @inline(__always) func at(_ index: Int) -> Word {
      range.contains(index) ? words[index] : Self.outside
    }
    let w = at(token)
    let p = at(token - 1)
    let n = at(token + 1)
    let pp = at(token - 2)
    let nn = at(token + 2)
    var place = 0
    @inline(__always) func put(_ value: UInt64) {
      out[place] = Self.slot(UInt64(place + 1), value, shift)
      place += 1
    }
    put(w.word)
    put(p.word)
    put(n.word)
    put(pp.word)
    put(nn.word)
    put(Self.pair(p.word, w.word))
    put(Self.pair(w.word, n.word))
    put(Self.pair(pp.word, p.word))
    put(Self.pair(n.word, nn.word))
    put(w.stem)
    put(Self.pair(Self.pair(p.stem, w.stem), n.stem))
    put(w.prefixes.0)
    put(w.prefixes.1)
    put(w.prefixes.2)
    put(w.suffixes.0)
    put(w.suffixes.1)
    put(w.suffixes.2)
    put(w.suffixes.3)
    put(w.shape)
    put(Self.pair(Self.pair(p.shape, w.shape), n.shape))
    put(UInt64(sections[token].ordinal))
    put(w.lexicon)
    put(Self.pair(p.lexicon, w.lexicon | 0x100))
    put(Self.pair(w.lexicon | 0x100, n.lexicon))
    put(Self.pair(w.lexicon | 0x100, w.stem))
    put(w.memory)
    put(Self.pair(p.memory, w.memory | 0x100))
    put(at(token - 3).word)
    put(at(token + 3).word)
    put(Self.pair(p.stem, w.stem))
    put(Self.pair(w.stem, n.stem))
    put(Self.pair(p.suffixes.1, w.suffixes.1))
    put(Self.pair(w.suffixes.1, n.suffixes.1))
    put(Self.pair(Self.pair(pp.stem, p.stem), w.stem))
    guard let context else { return }
    let own = UInt64(context.tags[token])
    let before = range.contains(token - 1) ? UInt64(context.tags[token - 1]) : 99
    let after = range.contains(token + 1) ? UInt64(context.tags[token + 1]) : 99
    let memory = UInt64(context.memory[token])
    let left = UInt64(context.left[token])
    let right = UInt64(context.right[token])
    put(own)
    put(own << 16 | before << 8 | after)
    put(Self.pair(own | 0x100, w.stem))
    put(memory)
    put(Self.pair(memory | 0x100, own))
    put(Self.pair(memory | 0x100, w.stem))
    put(left << 8 | right)
    put(Self.pair(left | 0x100, w.stem))
    put(Self.pair(right | 0x100, w.stem))
    put(Self.pair(left << 8 | right, Self.pair(memory, own)))
    put(UInt64(context.tumours[token]) << 8 | own)
    put(Self.pair(UInt64(context.tumours[token]) | 0x100, w.stem))
    put(Self.pair(left << 8 | right, w.lexicon))
    put(Self.pair(memory, w.lexicon | 0x100))
  }
}

extension SectionKind {
  /// A small number for hashing, the same in every run.
  var ordinal: Int { Self.ordinals[self] ?? 0 }

  private static let ordinals = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
