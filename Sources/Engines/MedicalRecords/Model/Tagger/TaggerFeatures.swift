import Language

/// Turns the tokens of a report into hashed features for the tagger.
struct TaggerFeatures {
  /// The number of templates.
  static let count = 49

  /// What the features of a token are made of.
  private struct Word {
    var word: UInt64
    var stem: UInt64
    var prefixes: (UInt64, UInt64, UInt64, UInt64)
    var suffixes: (UInt64, UInt64, UInt64, UInt64)
    var shape: UInt64
    var section: UInt64
    var match: UInt64
    var known: UInt64
  }

  private let words: [Word]
  private let lexicon: LexiconFeatures
  private static let outside = Word(
    word: 1, stem: 2, prefixes: (3, 4, 5, 6), suffixes: (7, 8, 9, 10), shape: 11, section: 0,
    match: 999, known: 99_999)

  init(_ text: ClinicalText, _ lexicon: LexiconFeatures) {
    self.lexicon = lexicon
    var words: [Word] = []
    words.reserveCapacity(text.tokens.count)
    text.foldedBytes.withUnsafeBufferPointer { bytes in
      for index in text.tokens.indices {
        var word = Self.word(text.tokens[index], text.stems[index], bytes)
        word.section = UInt64(text.sectionOfToken[index].ordinal)
        word.match = UInt64(lexicon.matches[index])
        word.known = lexicon.words[index]
        words.append(word)
      }
    }
    self.words = words
  }

  private static func word(
    _ token: Token, _ stem: UInt64, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Word {
    let begin = Int(token.foldedBegin)
    let end = Int(token.foldedEnd)
    var hash = StableHash(salt: 7)
    var prefixes: (UInt64, UInt64, UInt64, UInt64) = (11, 12, 13, 14)
    var length = 0
    while length < 5, begin + length < end {
      hash.combine(bytes[begin + length])
      length += 1
      switch length {
      case 2: prefixes.0 = hash.value
      case 3: prefixes.1 = hash.value
      case 4: prefixes.2 = hash.value
      case 5: prefixes.3 = hash.value
      default: break
      }
    }
    var tail = StableHash(salt: 8)
    var suffixes: (UInt64, UInt64, UInt64, UInt64) = (15, 16, 17, 18)
    length = 0
    while length < 5, end - length > begin {
      length += 1
      tail.combine(bytes[end - length])
      switch length {
      case 2: suffixes.0 = tail.value
      case 3: suffixes.1 = tail.value
      case 4: suffixes.2 = tail.value
      case 5: suffixes.3 = tail.value
      default: break
      }
    }
    let kinds = UInt64(token.kind.rawValue) << 8
    let shape = kinds | UInt64(token.marks.rawValue & 0x07) | UInt64(min(8, end - begin)) << 16
    return Word(
      word: token.hash, stem: stem, prefixes: prefixes, suffixes: suffixes, shape: shape,
      section: 0, match: 0, known: 0)
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

  /// Writes the slots of a token's features.
  ///
  /// - Parameters:
  ///   - bits: the number of slots is 2^bits.
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
    @inline(__always) func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
      Self.pair(first, second)
    }
    // Words, alone and beside each other.
    put(w.word)
    put(p.word)
    put(n.word)
    put(pp.word)
    put(nn.word)
    put(at(token - 3).word)
    put(at(token + 3).word)
    put(pair(p.word, w.word))
    put(pair(w.word, n.word))
    put(pair(pp.word, p.word))
    put(pair(n.word, nn.word))
    // Stems.
    let before = pair(p.stem, w.stem)
    put(w.stem)
    put(before)
    put(pair(w.stem, n.stem))
    put(pair(before, n.stem))
    put(pair(pp.stem, before))
    put(pair(pair(w.stem, n.stem), nn.stem))
    // Beginnings and ends of words, shapes, section.
    put(w.prefixes.0)
    put(w.prefixes.1)
    put(w.prefixes.2)
    put(w.prefixes.3)
    put(w.suffixes.0)
    put(w.suffixes.1)
    put(w.suffixes.2)
    put(w.suffixes.3)
    put(w.shape)
    put(pair(pair(p.shape, w.shape), n.shape))
    put(w.section)
    put(pair(p.suffixes.1, w.suffixes.1))
    put(pair(w.suffixes.1, n.suffixes.1))
    put(pair(w.section | 0x100, w.stem))
    // Strings that were annotated elsewhere.
    let own = w.match | 0x10000
    put(w.match)
    put(pair(p.match, own))
    put(pair(own, n.match))
    put(pair(own, w.stem))
    put(pair(pair(p.match, own), n.match))
    put(UInt64(lexicon.repeats[token]))
    put(UInt64(lexicon.supports[token]))
    put(pair(own, p.stem))
    put(pair(own, n.stem))
    put(pair(pair(p.match | 0x20000, p.stem), n.match))
    // What is known of the words.
    let known = pair(p.known | 0x1_0000_0000, w.known)
    put(w.known)
    put(known)
    put(pair(w.known, n.known))
    put(pair(known, n.known))
    put(p.known)
    put(n.known)
    put(pair(at(token - 2).known, p.known))
    put(pair(n.known, nn.known))
  }
}

extension SectionKind {
  /// A small number for hashing, the same in every run.
  var ordinal: Int { Self.ordinals[self] ?? 0 }

  private static let ordinals = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
