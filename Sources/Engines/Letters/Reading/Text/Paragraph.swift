/// A paragraph of a letter.
struct Paragraph: Hashable, Sendable {
  /// Its text, lines rejoined and page furniture left out.
  var text: JoinedText
  /// The first line and the line after the last.
  var lines: Range<Int>

  /// Whether it is a bullet of a list.
  var isBullet: Bool {
    guard let first = text.scalars.first else { return false }
    return "-–—•·▪►*".unicodeScalars.contains(first)
  }
}
