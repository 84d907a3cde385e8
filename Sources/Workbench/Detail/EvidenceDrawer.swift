import Display
import Review

/// Draws the eight kinds of evidence.
struct EvidenceDrawer {
  let context: DrawingContext
  let partStatuses: [String: ReviewStatus]

  var words: Words { context.words }

  func draw(_ evidence: Evidence, into layout: inout DetailLayout) {
    switch evidence {
    case .passage(let passage): draw(passage, into: &layout)
    case .contributions(let contributions): draw(contributions, into: &layout)
    case .picturePair(let pair): draw(pair, into: &layout)
    case .plan(let plan): draw(plan, into: &layout)
    case .series(let series): draw(series, into: &layout)
    case .facts(let facts): draw(facts, into: &layout)
    case .dialogue(let dialogue): draw(dialogue, into: &layout)
    case .statements(let statements): draw(statements, into: &layout)
    }
  }

  func title(_ text: SafeText) -> StyledLine { StyledLine(text, Style(.title)) }

  /// The mark that says a text was altered to be shown.
  func alteration(_ count: Int) -> StyledLine {
    StyledLine(
      words("⚠ texte altéré pour l'affichage (\(count))", "⚠ text altered for display (\(count))"),
      Style(.warning))
  }

  // MARK: Passages

  private func draw(_ passage: PassageEvidence, into layout: inout DetailLayout) {
    let status = passage.part.flatMap { partStatuses[$0] }
    let labels = passage.highlights.reduce(into: [String]()) { found, highlight in
      let label = highlight.label[words.language]
      if !found.contains(label) { found.append(label) }
    }
    let spoken =
      words("passage : ", "passage: ") + words(passage.caption) + ". "
      + SafeText(labels.joined(separator: ", ")) + ". " + SafeText(passage.text)
    layout.item(part: passage.part, source: passage.source, spoken: spoken) { layout in
      var head = StyledLine()
      if let status {
        head.append(words.sign(status) + " ", Style(status.role))
      }
      head.append(words(passage.caption), Style(.accent))
      if let date = passage.date { head.append(SafeText(" · " + words.day(date)), Style(.muted)) }
      if !labels.isEmpty {
        head.append(SafeText(" → " + labels.joined(separator: ", ")), Style(.highlight))
      }
      layout.add(head.wrapped(to: context.width))
      layout.add(quote(passage.text, passage.highlights.map(\.span)))
    }
  }

  /// A quoted text with its spans in brackets, so that colour is never the only sign.
  private func quote(_ text: String, _ spans: [Span]) -> [StyledLine] {
    var lines: [StyledLine] = []
    var altered = 0
    for (index, safe) in SafeText.lines(text, tracking: spans.map(\.range)).enumerated() {
      altered += safe.alterations
      var line = StyledLine(index == 0 ? "« " : "  ", Style(.muted))
      line.append(Self.bracketed(safe))
      lines += line.wrapped(to: context.width)
    }
    if altered > 0 { lines.append(alteration(altered)) }
    return lines
  }

  static func bracketed(_ text: SafeText) -> StyledLine {
    var line = StyledLine()
    var position = 0
    for range in text.tracked.sorted(by: { $0.lowerBound < $1.lowerBound })
    where !range.isEmpty && range.lowerBound >= position {
      line.append(text[position..<range.lowerBound])
      line.append("[" + text[range] + "]", Style(.highlight))
      position = range.upperBound
    }
    line.append(text[position..<Int.max])
    return line
  }

  // MARK: Reasons

  private func draw(_ contributions: ContributionsEvidence, into layout: inout DetailLayout) {
    layout.add(title(words("Pourquoi (log-cotes)", "Why (log-odds)")))
    let top = contributions.reasons.map(\.value.magnitude).max() ?? 0
    let barWidth = min(12, context.width / 5)
    for reason in contributions.reasons {
      let role: Display.Role = reason.value < 0 ? .negative : .positive
      var line = StyledLine(
        SafeText(words.signed(reason.value)).padded(to: 6, .right) + " ", Style(role))
      line.append(
        SignedBar.line(reason.value, maximum: top, width: barWidth, glyphs: context.glyphs)
          .padded(to: barWidth + 1))
      let indent = line.width
      let label = StyledLine(words(reason.label)).wrapped(to: max(8, context.width - indent))
      for (index, part) in label.enumerated() {
        let blank = StyledLine(SafeText(" ").repeated(indent))
        layout.add(((index == 0 ? line : blank) + part).truncated(to: context.width))
      }
    }
    let base = words.signed(contributions.base)
    let total = words.signed(contributions.total)
    layout.add(
      StyledLine(
        words("= \(total), départ \(base) compris", "= \(total), including the start \(base)"),
        Style(.muted)
      ).truncated(to: context.width))
  }

  // MARK: Facts

  private func draw(_ facts: FactsEvidence, into layout: inout DetailLayout) {
    layout.add(title(words(facts.title)))
    let longest = facts.facts.map { words($0.name).width }.max() ?? 0
    let nameWidth = min(longest, context.width / 3)
    for fact in facts.facts {
      var line = StyledLine(words(fact.value))
      if let source = fact.source {
        line.append(SafeText("  ") + words(source), Style(.muted))
      }
      let parts = line.wrapped(to: max(8, context.width - nameWidth - 2))
      for (index, part) in parts.enumerated() {
        let name = index == 0 ? words(fact.name) : ""
        var row = StyledLine(
          name.fitted(to: nameWidth, glyphs: context.glyphs) + "  ", Style(.accent))
        row.append(part)
        layout.add(row.truncated(to: context.width))
      }
    }
  }
}
