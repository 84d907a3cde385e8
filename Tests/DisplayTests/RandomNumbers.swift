@testable import Display

/// Numbers that look random and are the same at every run (SplitMix64, Steele et al. 2014).
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// Texts of every width and kind.
let sampleTexts: [SafeText] = [
  "", "a", "Le Petit Bouchon", "été à Sète", "漢字かな", "a漢b", SafeText("e\u{301}\u{302}x"),
  SafeText("👍🏽👨‍👩‍👧"), SafeText("\u{1B}[2J\u{202E}"), "████▍", SafeText("a\u{303}b\u{304}c\u{305}"),
]
