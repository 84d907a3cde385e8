import Language

/// A passage whose vigilance somebody judged.
struct JudgedPassage: Sendable {
  /// What identifies it.
  var id: String
  /// The passage.
  var text: String
  /// 0 nothing to follow, 1 to follow, 2 priority.
  var level: Int
  /// What must stay together in cross-validation (a letter, a block of sentences).
  var group: String
  /// How much it counts.
  var weight: Double = 1

  /// Whether there is something to follow.
  var isVigilant: Bool { level >= 1 }
}
