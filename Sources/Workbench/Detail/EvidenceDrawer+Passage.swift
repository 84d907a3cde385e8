import Display
import Review

extension EvidenceDrawer {
  /// The most lines of one passage; the rest is behind `Enter`.
  private static let passageLimit = 400
  /// The columns of a recognised fragment that are quoted in the legend.
  private static let fragmentWidth = 32
  /// The most fragments named in a legend.
  private static let fragmentLimit = 24

  func draw(_ passage: PassageEvidence, into layout: inout DetailLayout) {
    var head = state(ofPart: passage.part)
    if !head.isEmpty { head.append(" ") }
    head.append(words(passage.caption), Style(.accent))
    if let date = passage.date { head.append(words.dot + SafeText(words.day(date)), Style(.muted)) }
    layout.item(
      part: passage.part, sources: passage.source.map { [$0] } ?? [],
      spoken: spoken(passage, head.text)
    ) { layout in
      layout.add(head.wrapped(to: width))
      layout.add(quotation(of: passage.text, passage.highlights, after: StyledLine()))
    }
  }

  /// What the linear driver says: caption, what was recognised, the text, whether it was altered.
  private func spoken(_ passage: PassageEvidence, _ head: SafeText) -> SafeText {
    var labels: [String] = []
    for highlight in passage.highlights.prefix(Self.fragmentLimit) {
      let label = words.say(highlight.label)
      if !labels.contains(label) { labels.append(label) }
    }
    let found =
      labels.isEmpty
      ? "" : words("reconnu : ", "recognised: ") + SafeText(labels.joined(separator: ", ")) + ". "
    let text = SafeText(passage.text)
    let warning = text.wasAltered ? ". " + words.alteration(text.alterations) : ""
    return head + ". " + found + text + warning
  }

  /// A quoted text, its spans in brackets, then what was recognised in it and whether it had to be
  /// altered.
  func quotation(
    of text: String, _ highlights: [PassageEvidence.Highlight], after prefix: StyledLine
  ) -> [StyledLine] {
    let safe = SafeText.lines(text, tracking: highlights.map(\.span.range))
    let altered = safe.reduce(0) { $0 + $1.alterations }
    let (opening, closing) = words.quotationMarks
    var lines: [StyledLine] = []
    for (rank, one) in safe.enumerated() {
      var line = Self.bracketed(one)
      if rank == safe.count - 1 { line.append(closing, Style(.muted)) }
      let start =
        rank == 0
        ? prefix + StyledLine(opening, Style(.muted)) : blank(prefix.width + opening.width)
      lines += line.hanging(after: start, width: width)
      if lines.count > Self.passageLimit { break }
    }
    if lines.count > Self.passageLimit {
      lines.removeLast(lines.count - Self.passageLimit)
      lines += remark(words("… la suite dans la source", "… the rest in the source"))
    }
    return lines + legend(text, highlights) + alteration(altered)
  }

  /// A text with its tracked ranges in brackets, so that colour is never the only sign.
  static func bracketed(_ text: SafeText) -> StyledLine {
    guard !text.tracked.isEmpty else { return StyledLine(text) }
    let scalars = text.content.unicodeScalars
    var line = StyledLine()
    var (position, index) = (0, scalars.startIndex)
    // Going on from the last place: counting from the start for each range would be quadratic.
    func part(to end: Int) -> SafeText {
      let next = scalars.index(index, offsetBy: end - position)
      defer { (position, index) = (end, next) }
      return SafeText(String(scalars[index..<next]))
    }
    for range in merged(text.tracked) {
      line.append(part(to: range.lowerBound))
      line.append("[" + part(to: range.upperBound) + "]", Style(.highlight))
    }
    line.append(SafeText(String(scalars[index...])))
    return line
  }

  /// The ranges in order, those that overlap or touch made one, without the empty ones.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// What was recognised, each label with the fragments it stands for.
  private func legend(_ text: String, _ highlights: [PassageEvidence.Highlight]) -> [StyledLine] {
    let named = highlights.prefix(Self.fragmentLimit).filter { !words.say($0.label).isEmpty }
    guard !named.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    var order: [String] = []
    var fragments: [String: [String]] = [:]
    for highlight in named {
      let label = words.say(highlight.label)
      if fragments[label] == nil { order.append(label) }
      let range = highlight.span.range.clamped(to: 0..<scalars.count)
      let fragment = SafeText(String(String.UnicodeScalarView(scalars[range])))
        .truncated(to: Self.fragmentWidth, glyphs: context.glyphs).content
      if fragments[label]?.contains(fragment) != true {
        fragments[label, default: []].append(fragment)
      }
    }
    let items = order.map { label in
      "\(label) " + (fragments[label] ?? []).map { words.quoted($0) }.joined(separator: ", ")
    }
    let rest = highlights.count - Self.fragmentLimit
    let more = rest > 0 ? words.say(" · et \(rest) autres", " · and \(rest) more") : ""
    let list = items.joined(separator: words.dot.content) + more
    return remark(words("reconnu : ", "recognised: ") + SafeText(list), indent: 2)
  }
}
