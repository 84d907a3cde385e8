/// The tags of a sequence tagger: outside, and for each label its first and its further tokens.
struct TagSet: Sendable, Hashable {
  /// The labels, sorted.
  let labels: [String]

  init(_ labels: some Sequence<String>) { self.labels = Set(labels).sorted() }

  /// The number of tags: one more than twice the labels.
  var count: Int { 2 * labels.count + 1 }
  /// The number of tags rounded up, so that rows of weights are aligned.
  var stride: Int { count <= 4 ? 4 : count <= 8 ? 8 : (count + 7) / 8 * 8 }

  /// The tag of the first token of a label's mention.
  func begin(_ label: Int) -> Int { 1 + 2 * label }
  /// The tag of a further token of a label's mention.
  func inside(_ label: Int) -> Int { 2 + 2 * label }
  /// The label of a tag, or `nil` for outside.
  func label(_ tag: Int) -> Int? { tag == 0 ? nil : (tag - 1) / 2 }
  /// Whether a tag begins a mention.
  func isBegin(_ tag: Int) -> Bool { tag % 2 == 1 }

  /// Whether a tag may follow another.
  func mayFollow(_ tag: Int, after previous: Int) -> Bool {
    guard tag > 0, !isBegin(tag) else { return true }
    return previous > 0 && label(previous) == label(tag)
  }
}
