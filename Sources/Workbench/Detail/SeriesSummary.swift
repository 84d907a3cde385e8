import Display
import Review

/// A series in one sentence, for those who do not see charts, and to give what a chart cannot: the
/// figures.
struct SeriesSummary {
  private let series: SeriesEvidence
  private let points: [SeriesEvidence.Point]
  private let words: Words

  init(_ series: SeriesEvidence, points: [SeriesEvidence.Point], words: Words) {
    self.series = series
    self.points = points
    self.words = words
  }

  var text: SafeText {
    guard let first = points.first, let last = points.last else {
      return words("aucune valeur", "no value") + source
    }
    var text = words.count(points.count, fr: ("valeur", "valeurs"), en: ("value", "values"))
    text += words.say(
      ", \(day(first)) à \(day(last)) ; ", ", \(day(first)) to \(day(last)); ")
    text += extremes
    text += words.say(", dernière \(figure(last))", ", last \(figure(last))")
    return SafeText(text) + SafeText(aboveThresholds + censored) + source
  }

  private func day(_ point: SeriesEvidence.Point) -> String {
    series.form == .bars ? words.month(point.date) : words.day(point.date)
  }

  private func figure(_ point: SeriesEvidence.Point) -> String {
    (point.isCensored ? "< " : "") + words.shortNumber(point.value)
  }

  private var extremes: String {
    if series.form == .bars {
      let total = words.shortNumber(points.reduce(0) { $0 + $1.value })
      let top = points.max { $0.value < $1.value }
      let highest = top.map { "\(figure($0)) (\(day($0)))" } ?? ""
      return words.say("total \(total), maximum \(highest)", "total \(total), highest \(highest)")
    }
    let known = points.filter { !$0.isCensored }
    guard let low = known.min(by: { $0.value < $1.value }),
      let high = known.max(by: { $0.value < $1.value })
    else { return words.say("toutes sous la limite", "all below the limit") }
    return words.say(
      "de \(figure(low)) à \(figure(high)) (\(day(high)))",
      "from \(figure(low)) to \(figure(high)) (\(day(high)))")
  }

  private var aboveThresholds: String {
    series.thresholds.filter(\.value.isFinite).map { level in
      let count = points.count { !$0.isCensored && $0.value > level.value }
      let name = words.say(level.label) + " " + words.shortNumber(level.value)
      return words.say(" ; \(count) au-dessus de \(name)", "; \(count) above \(name)")
    }.joined()
  }

  private var censored: String {
    let count = points.count(where: \.isCensored)
    guard count > 0 else { return "" }
    return words.say(
      " ; ○\u{A0}\(count) sous la limite de quantification",
      "; ○\u{A0}\(count) below the quantification limit")
  }

  private var source: SafeText {
    let name = words.say(series.source)
    return name.isEmpty ? "" : SafeText(words.typeset(" · \(name)"))
  }
}
