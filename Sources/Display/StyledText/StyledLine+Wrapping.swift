extension StyledLine {
  /// The line in as many lines as needed to hold it in so many columns: broken at spaces, inside a
  /// word only when the word alone is too long. No-break spaces do not break. An empty line stays
  /// one line; with less than one column nothing can be shown and the result is empty.
  public func wrapped(to columns: Int) -> [StyledLine] {
    guard columns > 0 else { return [] }
    guard width > columns else { return [self] }
    var wrapper = LineWrapper(columns: columns)
    for run in runs { wrapper.take(run) }
    return wrapper.finish()
  }
}

extension SafeText {
  /// The text in as many lines as needed to hold it in so many columns; see `StyledLine.wrapped`.
  public func wrapped(to columns: Int) -> [SafeText] {
    StyledLine(self).wrapped(to: columns).map(\.text)
  }
}
