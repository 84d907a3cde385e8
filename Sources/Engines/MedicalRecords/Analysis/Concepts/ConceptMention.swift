/// A concept at a place of a note, by the terminology or by the tagger.
struct ConceptMention: Sendable, Hashable {
  var concept: Concept
  var tokens: Range<Int>
  /// Whether the tagger found it, and the terminology did not.
  var isLearned = false
}
