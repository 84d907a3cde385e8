/// What is done with a character of a hostile text.
enum ScalarClass {
  /// Shown as it is.
  case visible
  /// Drawn over the character before it.
  case combining
  /// Part of a known emoji sequence: kept, takes no column.
  case joining
  /// A line end or tabulator: shown as one space.
  case blank
  /// The second half of a line end: nothing.
  case nothing
  /// Shown as it is, but it says that the text had been damaged before.
  case suspect
  /// Shown as a visible mark instead.
  case replaced

  init(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?) {
    let value = scalar.value
    if value < 0x7F {
      self = value >= 0x20 ? .visible : Self.control(value, after: previous, before: next)
    } else if value < 0x300 {
      self = value < 0xA0 || value == 0xAD ? .replaced : .visible
    } else if CharacterWidth.isShownAsIs(value) {
      self = .visible
    } else {
      self = Self.other(scalar, after: previous, before: next)
    }
  }

  private static func control(
    _ value: UInt32, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> ScalarClass {
    switch value {
    case 0x09: .blank
    case 0x0A: previous?.value == 0x0D ? .nothing : .blank
    case 0x0D: next?.value == 0x0A ? .blank : .replaced
    default: .replaced
    }
  }

  private static func other(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> ScalarClass {
    let value = scalar.value
    if value == 0xFFFD { return .suspect }
    if let previous, EmojiSequence.modifies(scalar, after: previous) { return .joining }
    if value == 0x200D || value == 0xFE0E || value == 0xFE0F {
      return EmojiSequence.keeps(scalar, after: previous, before: next) ? .joining : .replaced
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .replaced }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return .replaced
    default:
      return CharacterWidth.isCombining(scalar) ? .combining : .visible
    }
  }
}
