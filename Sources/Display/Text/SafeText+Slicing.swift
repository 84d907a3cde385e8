extension SafeText {
  /// The code points of a range of `content`, cut to the text; a combining mark that the cut would
  /// leave without its base goes with the base. The part counts no alterations of its own unless it
  /// is the whole text.
  public subscript(range: Range<Int>) -> SafeText {
    let scalars = content.unicodeScalars
    let start = boundary(atOrBefore: range.lowerBound)
    let end = range.upperBound <= range.lowerBound ? start : boundary(atOrBefore: range.upperBound)
    if start == scalars.startIndex && end == scalars.endIndex { return self }
    return part(start..<Swift.max(start, end))
  }

  /// The part of the text between two boundaries of clusters.
  func part(_ range: Range<String.Index>) -> SafeText {
    let part = String(content.unicodeScalars[range])
    let width = isPlain ? part.unicodeScalars.count : Self.columns(of: part)
    return SafeText(checked: part, width: width, isPlain: isPlain)
  }

  /// The columns of text that has been checked.
  static func columns(of checked: String) -> Int {
    Clusters(SafeText(checked: checked, width: 0, isPlain: false)).reduce(0) { $0 + $1.width }
  }

  private func boundary(atOrBefore offset: Int) -> String.Index {
    var position = 0
    var clusters = Clusters(self)
    while let cluster = clusters.next() {
      if position + cluster.count > offset { return cluster.range.lowerBound }
      position += cluster.count
    }
    return content.unicodeScalars.endIndex
  }
}
