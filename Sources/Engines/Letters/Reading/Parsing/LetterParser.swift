import Language
import Review

/// Turns a letter's text into a letter: fields, sections, requests with their context.
public struct LetterParser: Sendable {
  /// The longest text that is parsed, in code points; 500 pages hold about a million and a half.
  public static let longestText = 4_000_000
  /// The longest context of an item that is kept, in code points.
  static let longestContext = 4_000

  /// Makes a parser.
  public init() {}

  /// Parses a letter.
  public func parse(_ text: String, file: String) -> Letter {
    let source = LetterLines(text)
    let sections = SectionParser.parse(source.lines)
    var letter = Letter(file: file, text: text)
    LetterheadParser(Letterhead(source, head: sections.head)).fill(&letter)
    letter.layout = sections.layout
    addSections(sections, source, &letter)
    letter.answerDeadline = answerDeadline(sections, source, letter.date)
    letter.links = links(in: text, of: letter)
    letter.confidence = confidence(letter)
    return letter
  }

  private func addSections(
    _ result: SectionParser.Result, _ source: LetterLines, _ letter: inout Letter
  ) {
    for (index, part) in result.parts.enumerated() {
      let paragraphs = ParagraphBuilder.paragraphs(part.body, of: source)
      let title = part.title.map { source.text(source.lines[$0].range) }
        .joined(separator: " ").withSingleSpaces
      let begin = source.lines[part.title.lowerBound].range.lowerBound
      let isLast = index + 1 == result.parts.count
      let nextLine = isLast ? result.end.lowerBound : result.parts[index + 1].title.lowerBound
      let end =
        nextLine < source.lines.count
        ? source.lines[nextLine].range.lowerBound : source.scalars.count
      letter.sections.append(
        LetterSection(
          kind: part.kind, title: title, span: Span(begin, max(begin, end)),
          isEmpty: ItemParser.isEmptySection(paragraphs)))
      guard part.kind != .synthesis else { continue }
      letter.items += items(paragraphs, part.kind, letter)
    }
  }

  private func items(
    _ paragraphs: [Paragraph], _ kind: SectionKind, _ letter: Letter
  ) -> [LetterItem] {
    return ItemParser.items(paragraphs, section: kind).enumerated().map { index, found in
      let kept = max(0, found.context.count - Self.longestContext)
      let context = found.context.slice(kept..<found.context.count)
      let text = found.text.text
      return LetterItem(
        id: "\(letter.key)#\(kind.rawValue)\(index + 1)", section: kind, ordinal: index + 1,
        text: text,
        span: found.text.span, context: context.text,
        contextSpan: context.isEmpty ? nil : context.span,
        deadline: DeadlineReader.deadline(in: text, from: letter.date),
        citations: CitationReader.citations(in: text))
    }
  }

  private func answerDeadline(
    _ result: SectionParser.Result, _ source: LetterLines, _ day: CalendarDate?
  ) -> LetterDeadline? {
    let lines = result.end.prefix(12).map { source.text(source.lines[$0].range) }
    return DeadlineReader.deadline(in: lines.joined(separator: " "), from: day)
  }

  private func links(in text: String, of letter: Letter) -> [String] {
    var links: [String] = []
    for number in LetterNumber.numbers(in: text) {
      guard number.text != letter.inspection, number.text != letter.reference,
        !links.contains(number.text), links.count < 100
      else { continue }
      links.append(number.text)
    }
    return links
  }

  private func confidence(_ letter: Letter) -> Double {
    let known = [
      !letter.inspection.isEmpty, !letter.reference.isEmpty, letter.date != nil,
      !letter.site.isEmpty, letter.layout != .unknown, !letter.items.isEmpty,
    ]
    return Double(known.count { $0 }) / Double(known.count)
  }
}
