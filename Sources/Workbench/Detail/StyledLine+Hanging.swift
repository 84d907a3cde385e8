import Display

extension StyledLine {
  /// The fewest columns in which a text is worth setting beside something.
  private static let leastRoom = 6

  /// The line wrapped beside a prefix: the prefix before the first line, blanks before the others.
  /// Where there is no room beside it, the prefix stands above.
  func hanging(after prefix: StyledLine, width: Int) -> [StyledLine] {
    let room = width - prefix.width
    guard room >= Self.leastRoom else {
      let above = prefix.text.content.allSatisfy { $0 == " " } ? [] : [prefix]
      return above + wrapped(to: max(1, width))
    }
    let blank: SafeText = " "
    let indent = StyledLine(blank.repeated(prefix.width))
    return wrapped(to: room).enumerated().map {
      $0.offset == 0 ? prefix + $0.element : indent + $0.element
    }
  }

  /// The line wrapped with so many blanks before each line.
  func indented(_ columns: Int, width: Int) -> [StyledLine] {
    let blank: SafeText = " "
    return hanging(after: StyledLine(blank.repeated(columns)), width: width)
  }
}
