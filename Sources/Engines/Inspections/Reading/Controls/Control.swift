import Review

/// One past inspection of one site under one theme.
struct Control: Hashable, Sendable {
  /// What identifies it in its table.
  var id: String
  /// Days since 1970-01-01.
  var day: Int32
  /// The key of the site.
  var site: String
  /// The site's name.
  var name = ""
  /// The theme of the control.
  var theme = ""
  /// Who inspected: hashed with the store's salt, since only the nuisance effect needs it.
  var agent = ""
  /// How it ended, `nil` when not known.
  var level: OutcomeWords.Level?
  /// The outcome in the table's own words.
  var words = ""
  /// Where.
  var location: Coordinate?
  /// The commune.
  var commune = ""
  /// The code of the département.
  var department = ""
  /// What was done about it, in the table's own words.
  var followUp = ""
  /// When it had to be put right.
  var due: CalendarDate?
  /// When it was put right.
  var repaired: CalendarDate?
  /// The values of the mapping's numeric columns.
  var numeric: [Float] = []
  /// The values of its categorical columns.
  var categories: [String] = []
  /// The values of its severity columns.
  var severities: [Float] = []
  /// The values of its group columns.
  var groups: [String] = []
  /// The codes of what was found.
  var codes: [String] = []
  /// The file it comes from.
  var file = ""
  /// Its line there.
  var line = 0

  /// The day of the control.
  var date: CalendarDate { CalendarDate(daysSinceEpoch: day) }
  /// Whether a non-conformity was found, `nil` when not known.
  var isBad: Bool? { level.map { $0 != .compliant } }
  /// What identifies the record in the store.
  var key: String { "\(site)|\(day)|\(theme)|\(id)" }
}
