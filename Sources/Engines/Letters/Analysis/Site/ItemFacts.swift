import Review

/// What the history of a site says about a demand.
struct ItemHistory: Sendable {
  /// Earlier demands that it repeats, by their place, most similar first.
  var repeats: [RepeatedDemand] = []
  /// Later demands that repeat it.
  var repeatedBy: [Int] = []
  /// Days since an answer was due, or `nil` when none is due or it came.
  var overdueDays: Int?
  /// When the operator answered.
  var answered: CalendarDate?
  /// When the matter was closed.
  var closed: CalendarDate?
  /// Whether the theme was never met before at the site.
  var isNewTheme = false
  /// Equipment that was never named before at the site.
  var newSystems: [String] = []
  /// The theme's count at the site beside what is expected.
  var trend: ThemeTrend?
}

/// How often a theme comes back at a site, beside comparable sites.
struct ThemeTrend: Hashable, Sendable {
  /// Demands on the theme at the site in the last three years.
  var observed: Int
  /// What the share of the theme at comparable sites lets expect.
  var expected: Double
  /// The ratio, shrunk towards 1 by one expected demand.
  var ratio: Double
  /// The lower end of its 80 % interval.
  var low: Double
  /// The upper end of its 80 % interval.
  var high: Double
  /// Demands of the theme by year at the site.
  var years: [Int: Int]
  /// The mean of comparable sites by year.
  var fleetYears: [Int: Double]
  /// How many sites were compared.
  var siteCount: Int
}

/// An item of a letter with all that is known about it.
struct ItemFacts: Sendable {
  /// The place of its letter in the list of letters.
  var letter: Int
  /// The item.
  var item: LetterItem
  /// The site's key.
  var site: String
  /// The cues of context and item together, in code points of `passage`.
  var reading: PassageReading
  /// The context and the item, as they are shown.
  var passage: String
  /// Where the item begins in the passage.
  var itemStart: Int
  /// The most severe sentence's log-odds, requests' forms left out.
  var severity: Double
  /// The theme.
  var theme: ThemeModel.Answer
  /// Equipment and radionuclides.
  var things: NamedThings
  /// The history.
  var history = ItemHistory()
}
