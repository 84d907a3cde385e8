import Review

/// What of an item is kept with its letter, so that the fleet can be compared without reading all
/// letters again: its theme and the equipment it names.
struct ItemDigest: Hashable, Sendable, Codable {
  /// The theme.
  var theme: LetterTheme
  /// How sure the theme is, 0…1.
  var score: Double
  /// Whether no theme stands out.
  var abstains: Bool
  /// Three-letter system codes.
  var systems: [String]
  /// Radionuclides.
  var isotopes: [String]

  /// Keeps what a reading found.
  init(_ facts: ItemFacts) {
    theme = facts.theme.theme
    score = facts.theme.score
    abstains = facts.theme.abstains
    systems = facts.things.systems
    isotopes = facts.things.isotopes
  }
}

extension ItemFacts {
  /// The facts of an item whose sentences are not looked at now: enough for trends, novelty and the
  /// places of others, too little for a score.
  init(_ item: LetterItem, _ digest: ItemDigest, at letter: Int, site: String) {
    self.init(
      letter: letter, item: item, site: site,
      reading: PassageReading(
        hits: [], features: [Float](repeating: 0, count: PassageReading.featureCount)),
      passage: item.text, itemStart: 0, severity: 0,
      theme: ThemeModel.Answer(
        theme: digest.theme, score: digest.score, abstains: digest.abstains),
      things: NamedThings(systems: digest.systems, isotopes: digest.isotopes))
  }
}
