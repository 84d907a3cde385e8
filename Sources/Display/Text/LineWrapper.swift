/// Breaks styled text into lines at spaces; words longer than a line are cut.
public struct LineWrapper {
  private let width: Int
  private let indent: SafeText
  private var lines: [StyledLine] = []
  private var line = StyledLine()
  private var lineWidth = 0
  private var isLineEmpty = true

  /// Breaks a line to a width; the lines after the first begin with the indent.
  public static func wrap(
    _ line: StyledLine, width: Int, indent: SafeText = ""
  ) -> [StyledLine] {
    guard width > 0 else { return [] }
    var wrapper = LineWrapper(width: width, indent: indent.width < width ? indent : "")
    wrapper.add(line)
    return wrapper.lines
  }

  private init(width: Int, indent: SafeText) {
    self.width = width
    self.indent = indent
  }

  /// A piece of a word with its style.
  private typealias Piece = (glyphs: [SafeText.Glyph], style: Style)

  private mutating func add(_ source: StyledLine) {
    var word: [Piece] = []
    for run in source.runs {
      var piece: [SafeText.Glyph] = []
      for glyph in run.text.glyphs {
        guard glyph.base == " " else {
          piece.append(glyph)
          continue
        }
        if !piece.isEmpty { word.append((piece, run.style)) }
        piece = []
        place(word)
        word = []
        space(run.style)
      }
      if !piece.isEmpty { word.append((piece, run.style)) }
    }
    place(word)
    if !line.runs.isEmpty || lines.isEmpty { lines.append(line) }
  }

  private mutating func space(_ style: Style) {
    guard lineWidth < width else { return }
    line.append(" ", style)
    lineWidth += 1
  }

  private mutating func place(_ word: [Piece]) {
    let needed = word.reduce(0) { $0 + $1.glyphs.reduce(0) { $0 + $1.width } }
    guard needed > 0 else { return }
    if lineWidth + needed > width, !isLineEmpty { startLine() }
    for piece in word { place(piece) }
  }

  private mutating func place(_ piece: Piece) {
    var part: [SafeText.Glyph] = []
    for glyph in piece.glyphs {
      if lineWidth + glyph.width > width {
        flush(&part, piece.style)
        startLine()
        if lineWidth + glyph.width > width { continue }
      }
      part.append(glyph)
      lineWidth += glyph.width
      isLineEmpty = false
    }
    flush(&part, piece.style)
  }

  private mutating func flush(_ part: inout [SafeText.Glyph], _ style: Style) {
    if !part.isEmpty { line.append(SafeText(glyphs: part, alterations: 0), style) }
    part = []
  }

  private mutating func startLine() {
    while let last = line.runs.last, last.text.string == " " { line.runs.removeLast() }
    lines.append(line)
    line = indent.isEmpty ? StyledLine() : StyledLine(indent)
    lineWidth = indent.width
    isLineEmpty = true
  }
}
