import Testing

@testable import Language

/// Values computed by a Python program written from the definitions (RFC 9923, SplitMix64,
/// scikit-learn's `char_wb` analyzer).
@Suite struct HashingVectorTests {
  @Test(arguments: [
    ("", UInt64(0xCBF2_9CE4_8422_2325)), ("a", 0xAF63_DC4C_8601_EC8C),
    ("foobar", 0x8594_4171_F739_67E8), ("chongo was here!\n", 0x4681_0940_EFF5_F915),
    ("été", 0x009A_8F0E_88B5_1857),
  ])
  func hashesAreThoseOfTheStandard(text: String, hash: UInt64) {
    #expect(StableHash.of(text) == hash)
    var pieces = StableHash()
    for byte in text.utf8 { pieces.combine(byte) }
    #expect(pieces.value == hash)
  }

  @Test func saltsGiveOtherFamilies() {
    #expect(StableHash.of("a", salt: 1) == 0x27A4_0FB2_3259_F6A3)
    #expect(StableHash.of("a", salt: 2) != StableHash.of("a", salt: 1))
    var one = StableHash()
    var two = StableHash()
    one.combine(hash: 1)
    one.combine(hash: 2)
    two.combine(hash: 2)
    two.combine(hash: 1)
    #expect(one != two)
  }

  @Test(arguments: [
    (UInt64(0x9E37_79B9_7F4A_7C15), UInt64(0xE220_A839_7B1D_CDAF)),
    (0x3C6E_F372_FE94_F82A, 0x6E78_9E6A_A1B9_65F4), (0xDAA6_6D2C_7DDF_743F, 0x06C4_5D18_8009_454F),
    (0, 0),
  ])
  func theFinalizerIsThatOfSplitMix(value: UInt64, mixed: UInt64) {
    #expect(StableHash.mix(value) == mixed)
  }

  static func features(_ hasher: FeatureHasher, _ text: String, field: UInt64 = 0) -> [UInt32] {
    var counts = HashedCounts()
    hasher.add(TokenizedText(text), field: field, to: &counts)
    return zip(counts.features, counts.counts).flatMap { Array(repeating: $0, count: Int($1)) }
  }

  @Test func wordsAndCharactersAreInTheirBuckets() {
    #expect(
      Self.features(FeatureHasher(bits: 10), "Salé")
        == [736, 610, 247, 204, 59, 647, 345, 755, 267, 382])
    #expect(
      Self.features(FeatureHasher(bits: 16, characters: nil), "Très sale !", field: 3)
        == [27150, 58841, 19430, 50900, 5661])
    #expect(Self.features(FeatureHasher(bits: 12, characters: 3...3), "à") == [3836, 2693])
    #expect(
      Self.features(
        FeatureHasher(bits: 24, words: false, wordPairs: false, characters: 2...3), "oui")
        == [675_776, 8_217_048, 12_778_772, 9_886_354, 2_480_858, 5_775_660, 15_714_070])
  }

  @Test func parametersAreBroughtIntoRange() {
    #expect(FeatureHasher(bits: 3).bits == 10 && FeatureHasher(bits: 99).bits == 24)
    #expect(FeatureHasher(characters: 1...20).characters == 2...8)
    #expect(FeatureHasher(characters: 9...12).characters == 8...8)
    #expect(FeatureHasher(bits: 12).bucketCount == 4096)
  }

  /// Line ends and joiners are no features; a text without words has none.
  @Test(arguments: ["", "\n\n", " \t "])
  func emptyTextsHaveNoFeatures(text: String) {
    #expect(Self.features(FeatureHasher(), text).isEmpty)
    #expect(
      Self.features(FeatureHasher(characters: nil), "porte-manteau")
        == Self.features(FeatureHasher(characters: nil), "porte\nmanteau"))
  }

  @Test func countsAreThoseOfADictionary() {
    var counts = HashedCounts()
    for round in 0..<2 {
      var expected: [UInt32: UInt32] = [:]
      var state: UInt32 = 17
      for _ in 0..<30_000 {
        state = state &* 1_664_525 &+ 1_013_904_223
        let feature = (state >> 12) % 9_001
        counts.add(feature)
        expected[feature, default: 0] += 1
      }
      #expect(counts.features.count == expected.count, "round \(round)")
      for (feature, count) in zip(counts.features, counts.counts) {
        #expect(expected[feature] == count)
      }
      counts.removeAll()
      #expect(counts.features.isEmpty && counts.counts.isEmpty)
    }
  }
}
