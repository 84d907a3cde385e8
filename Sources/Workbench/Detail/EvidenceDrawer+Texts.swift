import Display
import Review

/// Dialogues and statements.
extension EvidenceDrawer {
  func draw(_ dialogue: DialogueEvidence, into layout: inout DetailLayout) {
    layout.add(title(words(dialogue.title)))
    for turn in dialogue.turns {
      let source = dialogue.document.map {
        DocumentReference(document: $0, span: Span(0, 0))
      }
      let spoken = words(turn.speaker) + ". " + SafeText(turn.text)
      layout.item(part: nil, source: source, spoken: spoken) { layout in
        let name = words(turn.speaker) + " "
        let text = SafeText(turn.text, tracking: turn.highlights.map(\.span.range))
        var line = StyledLine(name, Style(turn.isMachine ? .muted : .accent))
        line.append("« ", Style(.muted))
        line.append(Self.bracketed(text))
        line.append(" »", Style(.muted))
        layout.add(line.wrapped(to: context.width))
        if text.wasAltered { layout.add(alteration(text.alterations)) }
      }
    }
  }

  func draw(_ evidence: StatementsEvidence, into layout: inout DetailLayout) {
    for section in evidence.sections {
      layout.gap()
      layout.add(title(words(section.title)))
      for statement in section.statements { draw(statement, into: &layout) }
    }
  }

  private func draw(_ statement: StatementsEvidence.Statement, into layout: inout DetailLayout) {
    let spoken =
      words(statement.label) + ": " + words(statement.text) + ". "
      + words(statement.qualifier)
    layout.item(part: statement.part, source: statement.sources.first, spoken: spoken) { layout in
      var line = StyledLine(sign(statement.status), Style(role(statement.status)))
      line.append(words(statement.label) + " ", Style(.accent))
      line.append(words(statement.text))
      if !statement.qualifier[words.language].isEmpty {
        line.append(SafeText(" · ") + words(statement.qualifier), Style(.muted))
      }
      let count = statement.sources.count
      if count > 0 {
        line.append(
          words(
            " · \(count) source\(count > 1 ? "s" : "")", " · \(count) source\(count > 1 ? "s" : "")"
          ),
          Style(.muted))
      }
      if let status = partStatuses[statement.part] {
        line.append(SafeText(" ") + words.sign(status), Style(status.role))
      }
      layout.add(line.wrapped(to: context.width))
    }
  }

  private func sign(_ status: StatementsEvidence.Status) -> SafeText {
    switch status {
    case .stated: "  "
    case .conflict: "! "
    case .missing: "– "
    case .hypothesis: "? "
    }
  }

  private func role(_ status: StatementsEvidence.Status) -> Display.Role {
    switch status {
    case .stated: .text
    case .conflict: .error
    case .missing: .warning
    case .hypothesis: .later
    }
  }
}
