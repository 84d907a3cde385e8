import Display
import Review

/// Draws a version of a model: what it learned from, and its figures beside those of the model in
/// use.
enum ModelView {
  /// The version, where it stands, what it learned from.
  static func title(_ model: ModelRecord, _ words: Words) -> SafeText {
    let summary = model.summary
    let examples = words.count(
      summary.exampleCount, fr: ("exemple", "exemples"), en: ("example", "examples"))
    let decisions = words.count(
      summary.decisionCount, fr: ("décision", "décisions"), en: ("decision", "decisions"))
    return words("modèle \(model.version)", "model \(model.version)") + words.dot
      + words(model.state.title) + words.dot + SafeText("\(examples), \(decisions)") + words.dot
      + SafeText(words.day(words.localTime.day(model.created)))
  }

  /// One line for each figure, then one for each remark.
  static func figures(_ model: ModelRecord, _ words: Words) -> [SafeText] {
    model.summary.figures.map { SafeText("  ") + figure($0, words).text }
      + model.summary.remarks.map { SafeText("  ") + words($0) }
  }

  /// Title, figures and remarks, wrapped.
  static func lines(_ model: ModelRecord, context: DrawingContext) -> [StyledLine] {
    let words = context.words
    var lines = StyledLine(title(model, words), Style(.title)).wrapped(to: context.width)
    for one in model.summary.figures {
      lines += figure(one, words).indented(2, width: context.width)
    }
    for remark in model.summary.remarks {
      lines += StyledLine(words(remark), Style(.muted)).indented(2, width: context.width)
    }
    return lines.map { $0.truncated(to: context.width, glyphs: context.glyphs) }
  }

  /// « AP : 0,71 → 0,78 (0,74–0,81) + mieux »: before, after, interval, and whether that is good.
  static func figure(_ figure: TrainingSummary.Figure, _ words: Words) -> StyledLine {
    var line = StyledLine(words(figure.name) + words(" : ", ": "))
    if let before = figure.before {
      line.append(words(same: "\(words.decimal(before, 3)) → "))
    }
    line.append(SafeText(words.decimal(figure.after, 3)), Style(.title))
    if let low = figure.low, let high = figure.high {
      line.append(
        words(
          " (\(words.decimal(low, 3)) à \(words.decimal(high, 3)))",
          " (\(words.decimal(low, 3)) to \(words.decimal(high, 3)))"), Style(.muted))
    }
    guard let before = figure.before else { return line }
    line.append(" ")
    if figure.after == before {
      line.append(words("= pareil", "= same"), Style(.muted))
    } else if (figure.after > before) == figure.higherIsBetter {
      line.append(words("▲ mieux", "▲ better"), Style(.success))
    } else {
      line.append(words("▼ moins bien", "▼ worse"), Style(.error))
    }
    return line
  }
}

extension ModelRecord.State {
  /// Where a version stands, in a word.
  var title: LocalizedText {
    switch self {
    case .candidate: LocalizedText(fr: "candidat", en: "candidate")
    case .active: LocalizedText(fr: "en service", en: "in use")
    case .retired: LocalizedText(fr: "retiré", en: "retired")
    }
  }
}
