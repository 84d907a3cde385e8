import Review

/// The columns of a list, which depend on its width and its panel only, so that rows align.
struct ListColumns {
  /// The signs before the score: focus, mark, status, chance or delay.
  static let signs = 4
  /// A percentage: « 100 % ».
  static let figure = 5
  /// The fewest columns of a title before a further column is opened.
  private static let leastTitle = 18
  /// The most columns of one facet.
  private static let widestFacet = 20

  /// The score's bar; 0 when there is no room for one.
  let bar: Int
  /// The score with its bar and the blanks around it.
  let score: Int
  /// The title.
  let title: Int
  /// The place; 0 when there is no room for it.
  let place: Int
  /// The facets that are shown.
  let facets: [FacetDescription]

  /// The columns of a facet, blank aside.
  static func width(_ facet: FacetDescription) -> Int {
    min(max(facet.width, 1), widestFacet)
  }

  init(_ panel: Panel, width: Int) {
    bar = width >= 64 ? 8 : width >= 48 ? 6 : width >= 36 ? 4 : 0
    score = 1 + Self.figure + (bar > 0 ? bar + 1 : 0) + 1
    var rest = max(0, width - Self.signs - score)
    let wanted = panel.columns.compactMap { name in panel.facets.first { $0.name == name } }
    // The most telling facet comes before the place, which the detail's title gives too.
    var facets: [FacetDescription] = []
    if let first = wanted.first, rest - Self.width(first) - 1 >= Self.leastTitle {
      facets.append(first)
      rest -= Self.width(first) + 1
    }
    place = rest >= Self.leastTitle + 9 ? min(max(rest / 4, 8), 18) : 0
    if place > 0 { rest -= place + 1 }
    for facet in wanted.dropFirst(facets.isEmpty ? wanted.count : 1) {
      guard rest - Self.width(facet) - 1 >= Self.leastTitle else { break }
      facets.append(facet)
      rest -= Self.width(facet) + 1
    }
    self.facets = facets
    title = rest
  }
}
