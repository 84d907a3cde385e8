import Review

/// Measures whether texts are written as they are to be said.
enum SpokenEvaluation {
  /// The spoken forms of `written [spoken]` rows.
  static func run(_ rows: [[String: String]]) throws -> (
    lines: [[String]], report: EvaluationReport
  ) {
    var lines = [["written", "spoken"]]
    var (right, labelled) = (0, 0)
    for row in rows {
      let written = row["written"] ?? row["text"] ?? ""
      let spoken = FrenchSpeech.spell(written)
      lines.append([written, spoken])
      guard let gold = row["spoken"] else { continue }
      labelled += 1
      if gold == spoken { right += 1 }
    }
    var report = EvaluationReport(
      task: "spoken", trainCount: 0, testCount: rows.count, labelledCount: labelled,
      positiveCount: right, figures: [], remarks: [])
    if labelled > 0 {
      report.figures = [
        EvaluationFigures.share(
          "exact", right, labelled, LocalizedText(fr: "forme dite exacte", en: "exact spoken form"))
      ]
    }
    return (lines, report)
  }
}
