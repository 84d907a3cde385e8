/// A base character of a safe text with what is drawn over it or joined to it.
struct Cluster {
  /// The base character.
  let base: Unicode.Scalar
  /// What is drawn over it, at most `SafeText.maximumMarksPerBase` marks.
  let marks: [Unicode.Scalar]
  /// Where the cluster lies in the text.
  let range: Range<String.Index>
  /// Code points of the cluster.
  let count: Int
  /// Columns, 1 or 2.
  let width: Int
}

/// The clusters of a safe text, in order.
struct Clusters: Sequence, IteratorProtocol {
  private let scalars: String.UnicodeScalarView
  private var index: String.Index
  private var previous: Unicode.Scalar?

  init(_ text: SafeText) {
    scalars = text.content.unicodeScalars
    index = scalars.startIndex
  }

  mutating func next() -> Cluster? {
    guard index < scalars.endIndex else { return nil }
    let start = index
    let base = scalars[start]
    index = scalars.index(after: index)
    previous = base
    var marks: [Unicode.Scalar] = []
    var count = 1
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if !EmojiSequence.isSilent(scalar, after: previous) {
        guard CharacterWidth.isCombining(scalar) else { break }
        marks.append(scalar)
      }
      previous = scalar
      index = scalars.index(after: index)
      count += 1
    }
    return Cluster(
      base: base, marks: marks, range: start..<index, count: count,
      width: CharacterWidth.of(base))
  }
}
