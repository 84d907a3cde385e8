import Display
import Review

extension EvidenceDrawer {
  /// The most facts of one table.
  private static let factLimit = 200

  func draw(_ facts: FactsEvidence, into layout: inout DetailLayout) {
    layout.add(title(words(facts.title)))
    let shown = facts.facts.prefix(Self.factLimit)
    let rows = shown.map { fact in
      (
        name: words(fact.name), value: words(fact.value),
        source: fact.source.map { words($0) } ?? ""
      )
    }
    if isWide {
      let columns = FactColumns(rows, width: width)
      for row in rows { layout.add(columns.lines(row)) }
    } else {
      for row in rows { layout.add(narrow(row)) }
    }
    let hidden = facts.facts.count - shown.count
    if hidden > 0 { layout.add(remark(words.more(hidden))) }
  }

  private func narrow(_ row: FactColumns.Row) -> [StyledLine] {
    var line = StyledLine(row.name + words(" : ", ": "), Style(.muted))
    line.append(row.value)
    return line.wrapped(to: width) + (row.source.isEmpty ? [] : remark(row.source, indent: 2))
  }
}

/// The columns of a table of facts: name, value, source, each wrapped in its own.
private struct FactColumns {
  typealias Row = (name: SafeText, value: SafeText, source: SafeText)

  /// Blanks between two columns.
  private static let gap = 2

  let name: Int
  let value: Int
  let source: Int

  /// Shares a width between the columns: names a quarter at most, sources two fifths of the rest.
  init(_ rows: [Row], width: Int) {
    name = min(rows.map(\.name.width).max() ?? 0, width / 4)
    let rest = width - name - Self.gap
    let widestSource = rows.map(\.source.width).max() ?? 0
    source = min(widestSource, rest * 2 / 5)
    value = source == 0 ? rest : rest - source - Self.gap
  }

  func lines(_ row: Row) -> [StyledLine] {
    let names = row.name.wrapped(to: name)
    let values = row.value.wrapped(to: value)
    let sources = row.source.isEmpty ? [] : row.source.wrapped(to: source)
    return (0..<max(names.count, values.count, sources.count)).map { index in
      var line = StyledLine(index < names.count ? names[index] : "", Style(.muted))
      line = line.padded(to: name + Self.gap)
      line.append(index < values.count ? values[index] : "")
      guard index < sources.count else { return line }
      return line.padded(to: name + value + 2 * Self.gap)
        + StyledLine(sources[index], Style(.muted))
    }
  }
}
