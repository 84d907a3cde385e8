import Review

/// Measures whether values are read right.
enum SlotEvaluation {
  /// The values of `id kind text [gold style]` rows.
  static func run(_ rows: [[String: String]]) throws -> (
    lines: [[String]], report: EvaluationReport
  ) {
    let finder = SlotFinder()
    var lines = [["id", "value"]]
    var byStyle: [String: (right: Int, all: Int)] = [:]
    var (right, labelled) = (0, 0)
    for row in rows {
      let value =
        SlotKind(rawValue: row["kind"] ?? "")
        .flatMap { finder.slot($0, in: row["text"] ?? "")?.value } ?? ""
      lines.append([row["id"] ?? "", value])
      guard let gold = row["gold"] else { continue }
      labelled += 1
      let isRight = gold == value
      if isRight { right += 1 }
      let style = row["style"] ?? ""
      let counts = byStyle[style] ?? (0, 0)
      byStyle[style] = (counts.right + (isRight ? 1 : 0), counts.all + 1)
    }
    var report = EvaluationReport(
      task: "slots", trainCount: 0, testCount: rows.count, labelledCount: labelled,
      positiveCount: right, figures: [], remarks: [])
    if labelled > 0 { report.figures = figures(right, labelled, byStyle) }
    return (lines, report)
  }

  private static func figures(
    _ right: Int, _ all: Int, _ byStyle: [String: (right: Int, all: Int)]
  ) -> [EvaluationReport.Figure] {
    let whole = EvaluationFigures.share(
      "exact", right, all, LocalizedText(fr: "valeur exacte", en: "exact value"))
    return [whole]
      + byStyle.sorted { $0.key < $1.key }.map { style, counts in
        EvaluationFigures.share(
          style, counts.right, counts.all,
          LocalizedText(fr: "valeur exacte, style \(style)", en: "exact value, style \(style)"))
      }
  }
}
