/// The tags of a sequence tagger: outside, and for each label its first and its further tokens.
///
/// When annotators also marked the expressions that mentions are parts of (a tumour with its site),
/// two tags more remember, from one mention to the next, that the expression goes on: the words
/// between its mentions, and the pieces of mentions that are not of one piece.
struct TagSet: Sendable, Hashable {
  /// The labels, sorted.
  let labels: [String]
  /// Whether there are tags for the words between the mentions of an expression.
  let hasGaps: Bool

  init(_ labels: some Sequence<String>, hasGaps: Bool = false) {
    self.labels = Set(labels).sorted()
    self.hasGaps = hasGaps
  }

  /// The number of tags.
  var count: Int { 2 * labels.count + (hasGaps ? 3 : 1) }
  /// The number of tags rounded up, so that rows of weights are aligned.
  var stride: Int { (count + 3) / 4 * 4 }

  /// The tag of the first token of a label's mention.
  func begin(_ label: Int) -> Int { 1 + 2 * label }
  /// The tag of a further token of a label's mention.
  func inside(_ label: Int) -> Int { 2 + 2 * label }
  /// The tag of a word inside an expression and outside its mentions.
  var gap: Int { 2 * labels.count + 1 }
  /// The tag of a piece of a mention that is not of one piece.
  var fragment: Int { 2 * labels.count + 2 }
  /// The label of a tag, or `nil` for those of no mention.
  func label(_ tag: Int) -> Int? { tag == 0 || tag >= gap ? nil : (tag - 1) / 2 }
  /// Whether a tag begins a mention.
  func isBegin(_ tag: Int) -> Bool { tag < gap && tag % 2 == 1 }
  /// Whether a tag goes on with a mention.
  func isInside(_ tag: Int) -> Bool { tag > 0 && tag < gap && tag.isMultiple(of: 2) }

  /// Whether a tag may follow another.
  func mayFollow(_ tag: Int, after previous: Int) -> Bool {
    !isInside(tag) || label(previous) == label(tag)
  }
}
