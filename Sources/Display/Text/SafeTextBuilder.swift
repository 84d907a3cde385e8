/// Builds a safe text scalar by scalar.
struct SafeTextBuilder {
  private var glyphs: [SafeText.Glyph] = []
  private var alterations = 0
  private var isAfterJoiner = false

  /// The number of glyphs so far.
  var count: Int { glyphs.count }

  /// The text so far.
  var text: SafeText { SafeText(glyphs: glyphs, alterations: alterations) }

  /// Adds a scalar, or what stands for it.
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return add(scalar, width: 1) }
    if scalar == "\n" || scalar == "\t" { return add(" ", width: 1) }
    if value == 0x200D { return joiner() }
    if let sign = Self.replacement(of: scalar) { return replace(with: sign) }
    if CharacterWidth.isMark(scalar) { return mark(scalar) }
    if isAfterJoiner, !glyphs.isEmpty {
      // The second picture of a joined emoji is drawn as a picture of its own: terminals disagree
      // on joined widths, and a wrong width breaks every border to its right.
      isAfterJoiner = false
    }
    add(scalar, width: CharacterWidth.of(scalar))
  }

  private mutating func add(_ scalar: Unicode.Scalar, width: Int) {
    isAfterJoiner = false
    glyphs.append(SafeText.Glyph(base: scalar, marks: "", width: width))
  }

  private mutating func mark(_ scalar: Unicode.Scalar) {
    guard let last = glyphs.indices.last,
      glyphs[last].marks.unicodeScalars.count < SafeText.marksPerBase
    else {
      // A mark without a base, or one too many: nothing is drawn, and it is said.
      alterations += 1
      return
    }
    // Emoji variation selectors and skin tones change widths in some terminals: left aside.
    if (0xFE00...0xFE0F).contains(scalar.value) || scalar.value > 0xFFFF { return }
    glyphs[last].marks.unicodeScalars.append(scalar)
  }

  private mutating func joiner() {
    if let last = glyphs.last, last.width == 2, !isAfterJoiner {
      isAfterJoiner = true
    } else {
      replace(with: "‹U+200D›")
    }
  }

  private mutating func replace(with sign: String) {
    isAfterJoiner = false
    alterations += 1
    for scalar in sign.unicodeScalars { add(scalar, width: 1) }
  }

  /// What stands for a scalar that must not be drawn, or `nil` when it may.
  private static func replacement(of scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    if value < 0x20 { return String(Unicode.Scalar(0x2400 + value) ?? "?") }
    if value == 0x7F { return "␡" }
    if value < 0xA0 { return named(value) }
    if value < 0x300 { return value == 0xAD ? named(value) : nil }
    return isForbidden(scalar) ? named(value) : nil
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    default:
      break
    }
    switch scalar.value {
    // Letters that are drawn as nothing: Hangul fillers, Braille blank, Khmer inherent vowels.
    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x17B4, 0x17B5, 0x180B...0x180F, 0x034F:
      return true
    default:
      return scalar.properties.isNoncharacterCodePoint
    }
  }

  private static func named(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
  }
}
