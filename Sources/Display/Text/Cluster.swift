/// A base character of a safe text with what is drawn over it or joined to it.
struct Cluster {
  /// The base character.
  let base: Unicode.Scalar
  /// What is drawn over it, at most `SafeText.maximumMarksPerBase` marks.
  let marks: Substring.UnicodeScalarView
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
    let marksStart = index
    var marksEnd = index
    var count = 1
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let isMark = CharacterWidth.isCombining(scalar)
      guard isMark || EmojiSequence.isSilent(scalar, after: previous) else { break }
      previous = scalar
      index = scalars.index(after: index)
      if isMark && marksEnd == marksStart || isMark && count > 0 { marksEnd = index }
      count += 1
    }
    return Cluster(
      base: base, marks: scalars[marksStart..<marksEnd], range: start..<index, count: count,
      width: CharacterWidth.of(base))
  }
}
