import Display
import Review

extension EvidenceDrawer {
  /// The most statements of one section.
  private static let statementLimit = 200

  func draw(_ evidence: StatementsEvidence, into layout: inout DetailLayout) {
    for (rank, section) in evidence.sections.enumerated() {
      if rank > 0 { layout.gap() }
      layout.add(title(words(section.title)))
      let shown = section.statements.prefix(Self.statementLimit)
      let widest = shown.map { words($0.label).width }.max() ?? 0
      for statement in shown { draw(statement, labelWidth: min(widest, width / 4), into: &layout) }
      let hidden = section.statements.count - shown.count
      if hidden > 0 { layout.add(remark(words.more(hidden))) }
    }
  }

  private func draw(
    _ statement: StatementsEvidence.Statement, labelWidth: Int, into layout: inout DetailLayout
  ) {
    let label = words(statement.label)
    let body = body(of: statement)
    let spoken = label + words(" : ", ": ") + body.text
    layout.item(part: statement.part, sources: statement.sources, spoken: spoken) { layout in
      let status = partStatuses[statement.part] ?? .open
      var head = StyledLine(words.sign(status), Style(status.role))
      head.append(words.sign(statement.status) + " ", Style(statement.status.role))
      if isWide {
        // A label too long for its column is wrapped in it, beside the statement.
        let labels = label.wrapped(to: max(1, labelWidth))
        let lines = body.wrapped(to: max(1, width - labelWidth - 5))
        for index in 0..<max(labels.count, lines.count) {
          var line = index == 0 ? head : blank(head.width)
          line.append(index < labels.count ? labels[index] : "", Style(.accent))
          line = line.padded(to: head.width + labelWidth + 2)
          if index < lines.count { line.append(lines[index]) }
          layout.add(line)
        }
      } else {
        layout.add(StyledLine(label, Style(.accent)).hanging(after: head, width: width))
        layout.add(body.indented(head.width + 1, width: width))
      }
    }
  }

  /// What a statement says, how it qualifies, on how many sources it rests, what was decided.
  private func body(of statement: StatementsEvidence.Statement) -> StyledLine {
    var line = StyledLine()
    if let warning = statement.status.title {
      line.append(words(warning) + " ", Style(statement.status.role))
    }
    line.append(words(statement.text))
    let qualifier = words(statement.qualifier)
    if !qualifier.isEmpty { line.append(words.dot + qualifier, Style(.muted)) }
    if !statement.sources.isEmpty {
      let sources = words.count(
        statement.sources.count, fr: ("source", "sources"), en: ("source", "sources"))
      line.append(words.dot + SafeText(sources), Style(.muted))
    }
    let state = state(ofPart: statement.part)
    if !state.isEmpty { line.append(words.dot, Style(.muted)) }
    return line + state
  }
}

extension StatementsEvidence.Status {
  /// The word that warns, or `nil` when a source says the statement plainly.
  var title: LocalizedText? {
    switch self {
    case .stated: nil
    case .conflict: LocalizedText(fr: "CONFLIT", en: "CONFLICT")
    case .missing: LocalizedText(fr: "MANQUE", en: "MISSING")
    case .hypothesis: LocalizedText(fr: "hypothèse", en: "hypothesis")
    }
  }

  /// The role that colours it.
  var role: Display.Role {
    switch self {
    case .stated: .text
    case .conflict: .error
    case .missing: .warning
    case .hypothesis: .later
    }
  }
}
