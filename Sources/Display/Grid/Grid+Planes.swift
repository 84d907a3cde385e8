extension Grid {
  /// The characters of each row as text, without the blanks at its end: the text plane of a
  /// snapshot. The right half of a wide character adds nothing.
  public var textPlane: [String] {
    (0..<size.height).map { y in
      var row = String.UnicodeScalarView()
      for x in 0..<size.width { row.append(contentsOf: scalars(at: Point(x: x, y: y))) }
      while row.last == " " { row.removeLast() }
      return String(row)
    }
  }

  /// The styles of each row as `first–last role attributes` ranges of columns, plain text left
  /// out: the style plane of a snapshot.
  public var stylePlane: [String] {
    (0..<size.height).map { y in
      var parts: [String] = []
      var x = 0
      while x < size.width {
        let style = self[Point(x: x, y: y)].style
        var end = x + 1
        while end < size.width, self[Point(x: end, y: y)].style == style { end += 1 }
        if style != .text { parts.append("\(x)–\(end - 1) \(style.name)") }
        x = end
      }
      return parts.joined(separator: ", ")
    }
  }
}

extension Style {
  /// The role, then attributes and colours where there are any, as in `focus+bold`.
  public var name: String {
    var name = role.name
    for (word, value) in Attributes.names where attributes.contains(value) { name += "+" + word }
    if let foreground {
      name += " #" + VisibleMark.hexadecimal(foreground.packed, digits: 6)
    }
    if let background {
      name += " on #" + VisibleMark.hexadecimal(background.packed, digits: 6)
    }
    return name
  }
}
