/// A section of a report: its heading, if it has one, and its tokens.
struct Section: Sendable, Hashable {
  /// What it speaks of.
  var kind: SectionKind
  /// The tokens of the heading, without the colon; `nil` before the first heading.
  var heading: Range<Int>?
  /// All tokens of the section, with its heading.
  var tokens: Range<Int>
}
