import Display
import Review

/// Models as lines: what they learned from, their figures before and after.
enum ModelView {
  static func title(_ model: ModelRecord, _ words: Words) -> SafeText {
    let state =
      switch model.state {
      case .candidate: words("candidat", "candidate")
      case .active: words("en service", "in use")
      case .retired: words("retiré", "retired")
      }
    let summary = model.summary
    return words("modèle \(model.version) · ", "model \(model.version) · ") + state
      + words(
        " · \(words.count(summary.exampleCount)) exemples, \(summary.decisionCount) décisions",
        " · \(words.count(summary.exampleCount)) examples, \(summary.decisionCount) decisions")
  }

  static func figures(_ model: ModelRecord, _ words: Words) -> [SafeText] {
    model.summary.figures.map { figure in
      var text = SafeText("   ") + words(figure.name) + "  "
      if let before = figure.before {
        let isBetter = (figure.after > before) == figure.higherIsBetter
        let sign = figure.after == before ? "=" : isBetter ? "▲" : "▼"
        text = text + SafeText("\(words.decimal(before, 3)) → \(sign) ")
      }
      return text + SafeText(words.decimal(figure.after, 3))
    } + model.summary.remarks.map { SafeText("   · ") + words($0) }
  }
}
