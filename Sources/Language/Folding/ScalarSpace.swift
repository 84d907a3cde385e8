extension Unicode.Scalar {
  /// Whether it is white space (`White_Space`), decided at once for the scalars that texts are made of.
  ///
  /// The property tables of the standard library cost some thirty times more a scalar.
  @inlinable public var isSpace: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    return value < 0x1680 ? value == 0xA0 || value == 0x85 : properties.isWhitespace
  }
}

extension String {
  /// The words of the text, parted by white space, with one space between them.
  public var withSingleSpaces: String {
    var view = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        isPending = !view.isEmpty
      } else {
        if isPending { view.append(" ") }
        isPending = false
        view.append(scalar)
      }
    }
    return String(view)
  }
}
