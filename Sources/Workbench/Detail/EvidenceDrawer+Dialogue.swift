import Display
import Review

extension EvidenceDrawer {
  /// The most turns drawn; the rest is behind `Enter`.
  private static let turnLimit = 200

  func draw(_ dialogue: DialogueEvidence, into layout: inout DetailLayout) {
    let source = dialogue.document.map { DocumentReference(document: $0, span: Span(0, 0)) }
    let turns = dialogue.turns.prefix(Self.turnLimit)
    let spoken = turns.map { words($0.speaker) + words(" : ", ": ") + SafeText($0.text) }
    let nameWidth = min(turns.map { words($0.speaker).width }.max() ?? 0, width / 3)
    layout.item(
      sources: source.map { [$0] } ?? [],
      spoken: ([words(dialogue.title)] + spoken).joined(by: ". ")
    ) { layout in
      layout.add(title(words(dialogue.title)))
      for turn in turns { layout.add(lines(of: turn, nameWidth)) }
      let hidden = dialogue.turns.count - turns.count
      if hidden > 0 {
        layout.add(
          remark(
            words(
              "… et \(hidden) tours de parole dans la source", "… and \(hidden) turns in the source"
            )))
      }
    }
  }

  private func lines(of turn: DialogueEvidence.Turn, _ nameWidth: Int) -> [StyledLine] {
    let name = words(turn.speaker).fitted(to: nameWidth, glyphs: context.glyphs)
    var head = StyledLine(name + " ", Style(turn.isMachine ? .muted : .accent))
    if let time = turn.time { head.append(SafeText(words.clock(time) + " "), Style(.muted)) }
    return quotation(of: turn.text, turn.highlights, after: head)
  }
}
