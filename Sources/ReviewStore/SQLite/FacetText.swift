import Review

/// Facets as one text of the row: name and value joined by U+001F, facets by U+001E.
enum FacetText {
  static func write(_ facets: [Facet]) -> String {
    facets.map { "\($0.name)\u{1F}\($0.value)" }.joined(separator: "\u{1E}")
  }

  static func read(_ text: String) -> [Facet] {
    text.utf8.split(separator: 0x1E).compactMap { part in
      guard let cut = part.firstIndex(of: 0x1F) else { return nil }
      return Facet(
        String(Substring(part[..<cut])), String(Substring(part[part.index(after: cut)...])))
    }
  }
}
