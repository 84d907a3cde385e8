import Review

/// Cuts a letter into letterhead, sections and end: a state machine that goes down its lines once.
struct SectionParser {
  /// A section with its lines.
  struct Part {
    var kind: SectionKind
    /// The lines of the title.
    var title: Range<Int>
    /// The lines after the title.
    var body: Range<Int>
  }

  /// What was found.
  struct Result {
    /// The lines before the first section.
    var head: Range<Int>
    /// The sections, in order.
    var parts: [Part]
    /// The lines of the polite end.
    var end: Range<Int>
    /// How the letter is laid out.
    var layout: LetterLayout
  }

  /// Parts the lines of a letter.
  static func parse(_ lines: [SourceLine]) -> Result {
    var parts: [Part] = []
    var end = lines.count
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank || line.isFurniture {
        index += 1
        continue
      }
      if !parts.isEmpty, ClosingFormula.begins(line.folded), isLast(index, lines) {
        end = index
        break
      }
      guard let kind = SectionTitle.kind(line.folded), fits(kind, after: parts.last?.kind) else {
        index += 1
        continue
      }
      let next = index + 1
      let isLong = next < lines.count && !lines[next].isBlank && !lines[next].isFurniture
      let isWrapped = isLong && SectionTitle.continues(lines[next].folded, after: line.folded)
      let titleEnd = isWrapped ? next + 1 : next
      if let last = parts.indices.last { parts[last].body = parts[last].body.lowerBound..<index }
      parts.append(Part(kind: kind, title: index..<titleEnd, body: titleEnd..<lines.count))
      index = titleEnd
    }
    if let last = parts.indices.last {
      parts[last].body = parts[last].body.lowerBound..<max(parts[last].body.lowerBound, end)
    }
    return Result(
      head: 0..<(parts.first?.title.lowerBound ?? lines.count), parts: parts,
      end: end..<lines.count, layout: layout(parts))
  }

  /// A polite formula ends the letter only when no further section follows.
  private static func isLast(_ index: Int, _ lines: [SourceLine]) -> Bool {
    !lines[index...].contains { line in
      guard !line.isFurniture, let kind = SectionTitle.kind(line.folded) else { return false }
      return kind != .observations && kind != .synthesis
    }
  }

  /// Sections come in their order; a title out of order is a heading inside a section.
  private static func fits(_ kind: SectionKind, after last: SectionKind?) -> Bool {
    guard let last else { return true }
    if last == .synthesis { return kind != .synthesis }
    return rank(kind) > rank(last) && isNew(kind) == isNew(last)
  }

  private static func rank(_ kind: SectionKind) -> Int {
    switch kind {
    case .synthesis: 0
    case .correctiveActions, .priorityRequests: 1
    case .additionalInformation, .otherRequests: 2
    case .observations, .findings: 3
    }
  }

  private static func isNew(_ kind: SectionKind) -> Bool {
    switch kind {
    case .priorityRequests, .otherRequests, .findings: true
    case .synthesis, .correctiveActions, .additionalInformation, .observations: false
    }
  }

  private static func layout(_ parts: [Part]) -> LetterLayout {
    let kinds = parts.map(\.kind).filter { $0 != .synthesis }
    guard let first = kinds.first else { return .unknown }
    return isNew(first) ? .new : .old
  }
}
