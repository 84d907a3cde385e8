/// Joins the lines of a part of a letter into paragraphs.
///
/// A blank line ends a paragraph, unless only page furniture stands there and the sentence goes on
/// on the next page. A bullet begins one.
struct ParagraphBuilder {
  private let source: LetterLines
  private var done: [Paragraph] = []
  private var current = JoinedText()
  private var first = 0
  /// Whether a blank line, and whether page furniture, was passed since the last text.
  private var sawBlank = false
  private var sawFurniture = false
  private var lastPage = 0
  /// The length of the line before, in code points.
  private var lastLength = 0

  private init(_ source: LetterLines) { self.source = source }

  /// The paragraphs of a range of lines.
  static func paragraphs(_ range: Range<Int>, of source: LetterLines) -> [Paragraph] {
    var builder = ParagraphBuilder(source)
    for index in range { builder.take(index) }
    builder.close(at: range.upperBound)
    return builder.done
  }

  private mutating func take(_ index: Int) {
    let line = source.lines[index]
    if line.isBlank {
      sawBlank = true
      return
    }
    if line.isFurniture {
      sawFurniture = true
      return
    }
    if !current.isEmpty, beginsParagraph(line) { close(at: index) }
    if current.isEmpty { first = index }
    current.append(source.scalars, line.range)
    sawBlank = false
    sawFurniture = false
    lastPage = line.page
    lastLength = line.range.count
  }

  private func beginsParagraph(_ line: SourceLine) -> Bool {
    let isNewPage = sawFurniture || line.page != lastPage
    if isNewPage {
      // Across pages the blank lines are those of the foot: the words decide.
      return endsSentence || (sawBlank && isBulletOrTag(line) && !line.beginsLower)
    }
    return sawBlank || isBulletOrTag(line) || beginsUnparted(line)
  }

  /// Some PDF files give lines without blank ones between paragraphs: there a short last line, or
  /// the words of a request, tell that a new one begins.
  private func beginsUnparted(_ line: SourceLine) -> Bool {
    guard source.isDense, endsSentence, !line.beginsLower else { return false }
    return lastLength * 4 < source.fullWidth * 3 || RequestCue.begins(line.folded)
  }

  private func isBulletOrTag(_ line: SourceLine) -> Bool {
    // A lone dash at the beginning of a line is a bullet; one inside a sentence is rare there.
    let isDash = line.folded.hasPrefix("- ") && !line.folded.dropFirst(2).isEmpty
    return isDash && endsClause || line.folded.hasPrefix("• ") || line.folded.hasPrefix("▪ ")
      || ItemTag.begins(line.folded)
  }

  private var endsClause: Bool {
    guard let last = current.scalars.last else { return true }
    return ":;.!?".unicodeScalars.contains(last)
  }

  private var endsSentence: Bool {
    let closing = "»\")”’]".unicodeScalars
    guard let last = current.scalars.last(where: { !closing.contains($0) && $0 != " " }) else {
      return true
    }
    return ".!?:;".unicodeScalars.contains(last)
  }

  private mutating func close(at end: Int) {
    if !current.isEmpty { done.append(Paragraph(text: current, lines: first..<end)) }
    current = JoinedText()
    sawBlank = false
    sawFurniture = false
  }
}
