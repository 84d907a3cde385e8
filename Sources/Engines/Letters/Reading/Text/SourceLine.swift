/// A line of a letter as it was read.
struct SourceLine: Hashable, Sendable {
  /// Where it stands, in code points of the letter's text, end of line left out.
  var range: Range<Int>
  /// Its page, from 0.
  var page: Int
  /// The line folded (lower case, no accents, ASCII apostrophes and dashes), spaces at both ends
  /// left out and runs of spaces made one.
  var folded: String
  /// Whether it is page furniture (a foot, an address, a running title) and no text.
  var isFurniture = false
  /// Whether it begins with a lower-case letter.
  var beginsLower = false

  /// Whether there is nothing on it.
  var isBlank: Bool { folded.isEmpty }
}
