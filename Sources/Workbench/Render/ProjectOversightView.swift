import Display
import Learning
import Oversight
import Review

/// Draws what a supervisor is told of one panel, a line for each question.
struct ProjectOversightView {
  private let line: Supervision.Line
  private let words: Words
  private let glyphs: GlyphSet

  init(_ line: Supervision.Line, _ state: State) {
    self.line = line
    words = state.words
    glyphs = state.glyphs
  }

  var lines: [StyledLine] {
    var lines = [backlog]
    guard let oversight = line.oversight else {
      return lines + [label("…", "…")] + models
    }
    lines.append(maturity(oversight.maturity))
    lines.append(calibration(oversight.maturity))
    lines += models
    lines.append(impact(oversight.impact))
    lines.append(regard(oversight.bias, oversight.overturned))
    for (agent, bias) in line.agents.sorted(by: { $0.key < $1.key }) {
      lines.append(self.agent(agent, bias))
    }
    lines.append(agreement(oversight.agreement))
    for sign in oversight.signs {
      lines.append(
        StyledLine("  ") + StyledLine("! ", Style(.warning)) + StyledLine(words(sign.sentence)))
    }
    return lines
  }

  private func label(_ french: String, _ english: String) -> StyledLine {
    StyledLine("  ") + StyledLine(words(french, english).padded(to: 13), Style(.muted))
  }

  private func muted(_ french: String, _ english: String) -> StyledLine {
    StyledLine(words(french, english), Style(.muted))
  }

  private var backlog: StyledLine {
    let counts = line.counts
    return StyledLine(words(line.project.title), Style(.title))
      + StyledLine(
        words(
          "  à examiner \(words.count(counts.open)) · acceptés \(counts.accepted) · rejetés "
            + "\(counts.rejected) · plus tard \(counts.later) · aujourd'hui \(counts.decidedToday) "
            + "· en retard \(counts.overdue)",
          "  to review \(words.count(counts.open)) · accepted \(counts.accepted) · rejected "
            + "\(counts.rejected) · later \(counts.later) · today \(counts.decidedToday) · overdue "
            + "\(counts.overdue)"))
  }

  /// « 0,74 (0,61–0,84) ».
  private func figure(_ interval: ValueInterval) -> StyledLine {
    StyledLine(SafeText(words.decimal(interval.value, 2)), Style(.title))
      + StyledLine(
        SafeText(
          " (\(words.decimal(interval.low, 2))–\(words.decimal(interval.high, 2)))"), Style(.muted))
  }

  private func maturity(_ maturity: Maturity) -> StyledLine {
    var out = label("Maturité", "Maturity")
    if let top = maturity.topPrecision {
      out.append(words("précision des 20 premiers ", "precision of the top 20 "))
      out = out + figure(top)
      let trend = maturity.versions.map { $0.precision?.value }
      if trend.count > 1 {
        out.append(" ")
        out = out + Sparkline.line(trend, width: min(12, trend.count), range: 0...1, glyphs: glyphs)
      }
    } else {
      let count = maturity.versions.last?.count ?? 0
      out =
        out
        + muted(
          "précision : pas assez de données (\(count) jugés en tête sur \(Maturity.fewest))",
          "precision: not enough data (\(count) judged at the top of \(Maturity.fewest))")
    }
    out.append(words.dot)
    if let recall = maturity.estimate.recall {
      out.append(words("rappel estimé ", "estimated recall "))
      out = out + figure(recall)
    } else {
      let estimate = maturity.estimate
      out =
        out
        + muted(
          "rappel : \(estimate.drawnCount) tirés au hasard jugés sur \(PropensityEstimate.fewest)",
          "recall: \(estimate.drawnCount) random rows judged of \(PropensityEstimate.fewest)")
    }
    return out
  }

  private func calibration(_ maturity: Maturity) -> StyledLine {
    let out = label("Étalonnage", "Calibration")
    guard let error = maturity.calibrationError else {
      return out
        + muted("pas assez de décisions sous un modèle", "not enough decisions under a model")
    }
    return out
      + Sparkline.line(
        maturity.calibration.map(\.predicted), width: 10, range: 0...1, style: Style(.muted),
        glyphs: glyphs)
      + StyledLine(words(" dit ", " said "))
      + Sparkline.line(
        maturity.calibration.map(\.observed), width: 10, range: 0...1, glyphs: glyphs)
      + StyledLine(
        words(
          " constaté · écart moyen \(words.decimal(error, 2))",
          " seen · mean gap \(words.decimal(error, 2))"))
  }

  private var models: [StyledLine] {
    guard !line.models.isEmpty else {
      return [
        label("Modèles", "Models")
          + muted(
            "aucun : le classement vient de règles", "none: the ranking comes from rules")
      ]
    }
    return line.models.prefix(2).flatMap { model in
      [label("Modèles", "Models") + StyledLine(ModelView.title(model, words), Style(.accent))]
        + model.summary.figures.prefix(2).map {
          StyledLine("               ") + ModelView.figure($0, words)
        }
    }
  }

  private func impact(_ impact: Impact) -> StyledLine {
    var out = label("Travail", "Work")
    if let seconds = impact.medianSeconds {
      let time = words.duration(seconds: seconds)
      out.append(words("médiane \(time) par examen", "median \(time) a review"))
    } else {
      out = out + muted("aucune durée mesurée", "no time measured")
    }
    if let lift = impact.lift, let spared = impact.spared {
      out.append(
        words(
          " · \(words.decimal(lift, 1)) fois le hasard, \(words.count(spared)) examens épargnés",
          " · \(words.decimal(lift, 1)) times chance, \(words.count(spared)) reviews spared"))
    }
    out.append(words(" · par semaine ", " · by week "))
    return out
      + Sparkline.line(
        impact.weekly.map { Double($0) }, width: Impact.weeks, glyphs: glyphs)
  }

  private func regard(_ bias: AutomationBias, _ overturned: Int) -> StyledLine {
    var out = label("Regard", "Oversight")
    guard bias.count >= AutomationBias.fewest else {
      return out
        + muted(
          "acceptation selon le score : pas assez de décisions (\(bias.count) sur "
            + "\(AutomationBias.fewest))",
          "acceptance by score: not enough decisions (\(bias.count) of \(AutomationBias.fewest))")
    }
    out.append(words("acceptés selon le score 0→1 ", "accepted by score 0→1 "))
    out =
      out
      + Sparkline.line(
        bias.bins.map { $0.share?.value }, width: 10, range: 0...1, glyphs: glyphs)
    if let sure = bias.sureAcceptance {
      let share = words.percent(sure.value)
      out.append(words(" · au-dessus de 90 % : \(share)", " · above 90%: \(share)"))
    }
    if let hasty = bias.hastyShare {
      let share = words.percent(hasty.value)
      out.append(words(" · en moins de 2 s : \(share)", " · within 2 s: \(share)"))
    }
    let share = words.percent(Double(overturned) / Double(max(1, bias.count + overturned)))
    out.append(words(" · annulés \(share)", " · overturned \(share)"))
    return out
  }

  /// « marie  62 décisions · 71 % acceptés · au-dessus de 90 % : 98 % · médiane 14 s ».
  private func agent(_ name: String, _ bias: AutomationBias) -> StyledLine {
    var out = StyledLine("    ") + StyledLine(SafeText(name).padded(to: 11), Style(.accent))
    out.append(
      SafeText(
        words.count(bias.count, fr: ("décision", "décisions"), en: ("decision", "decisions"))))
    guard bias.count >= AutomationBias.fewest else {
      return out
        + muted(
          " : pas assez pour conclure (\(AutomationBias.fewest))",
          ": not enough to conclude (\(AutomationBias.fewest))")
    }
    if let share = bias.acceptance {
      let percent = words.percent(share.value)
      out.append(words(" · \(percent) acceptés", " · \(percent) accepted"))
    }
    if let sure = bias.sureAcceptance {
      let percent = words.percent(sure.value)
      out.append(words(" · au-dessus de 90 % : \(percent)", " · above 90%: \(percent)"))
    }
    if let seconds = bias.seconds {
      let time = words.duration(seconds: seconds.median)
      out.append(words(" · médiane \(time)", " · median \(time)"))
    }
    if let hasty = bias.hastyShare {
      let percent = words.percent(hasty.value)
      out.append(words(" · en moins de 2 s : \(percent)", " · within 2 s: \(percent)"))
    }
    return out
  }

  private func agreement(_ report: AgreementReport) -> StyledLine {
    var out = label("Accord", "Agreement")
    if let kappa = report.kappa {
      out.append("κ ")
      out = out + figure(kappa)
    } else {
      out =
        out
        + muted(
          "κ : \(report.pairCount) doubles lectures sur \(AgreementReport.fewest)",
          "κ: \(report.pairCount) double readings of \(AgreementReport.fewest)")
    }
    if let alpha = report.alpha {
      out.append(" · α ")
      out = out + figure(alpha)
    }
    if let engine = report.engine {
      out.append(words(" · avec le moteur κ ", " · with the engine κ "))
      out = out + figure(engine)
    }
    if let repeats = report.repeats {
      out.append(words(" · avec soi ", " · with oneself "))
      out = out + figure(repeats)
    }
    if report.openDisagreements > 0 {
      out.append(
        words(
          " · \(report.openDisagreements) désaccords à trancher",
          " · \(report.openDisagreements) disagreements to settle"), Style(.warning))
    }
    return out
  }
}
