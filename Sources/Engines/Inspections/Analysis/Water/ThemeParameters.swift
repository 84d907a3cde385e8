/// Which groups of parameters speak about a theme of control.
enum ThemeParameters {
  private static let words: [(word: String, groups: Set<ParameterGroup>)] = [
    ("nitrate", [.nutrients]), ("diffus", [.nutrients, .pesticides]), ("azot", [.nutrients]),
    ("cipan", [.nutrients]), ("couvert", [.nutrients]), ("pandage", [.nutrients, .bacteria]),
    ("levage", [.nutrients, .bacteria]), ("phyto", [.pesticides]), ("pesticide", [.pesticides]),
    ("znt", [.pesticides]), ("assainissement", [.nutrients, .organic, .bacteria]),
    ("rejet", [.nutrients, .organic, .metals, .bacteria]),
    ("industri", [.metals, .organic]), ("icpe", [.metals, .organic]), ("potable", []),
  ]

  /// The groups; empty means all.
  static func groups(_ theme: String) -> Set<ParameterGroup> {
    let key = theme.lowercased()
    return words.reduce(into: []) { groups, entry in
      if key.contains(entry.word) { groups.formUnion(entry.groups) }
    }
  }
}
