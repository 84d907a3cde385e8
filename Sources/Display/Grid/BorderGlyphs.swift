/// The characters of a frame.
struct BorderGlyphs {
  let topLeft: SafeText
  let topRight: SafeText
  let bottomLeft: SafeText
  let bottomRight: SafeText
  let horizontal: SafeText
  let vertical: SafeText

  init(_ glyphs: GlyphSet) {
    let isUnicode = glyphs == .unicode
    topLeft = isUnicode ? "┌" : "+"
    topRight = isUnicode ? "┐" : "+"
    bottomLeft = isUnicode ? "└" : "+"
    bottomRight = isUnicode ? "┘" : "+"
    horizontal = isUnicode ? "─" : "-"
    vertical = isUnicode ? "│" : "|"
  }
}
