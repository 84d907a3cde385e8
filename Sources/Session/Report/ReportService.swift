import Foundation
import Oversight
import Review
import ReviewStore

/// The supervision as a document: Markdown, or HTML with charts.
public struct ReportService {
  private let store: any ReviewStore
  private let engines: [any AnalysisEngine]
  private let language: InterfaceLanguage

  /// Makes a service for a store and its engines.
  public init(
    store: any ReviewStore, engines: [any AnalysisEngine], language: InterfaceLanguage
  ) {
    self.store = store
    self.engines = engines
    self.language = language
  }

  /// One section of the report.
  struct Section {
    var title: String
    var rows: [(name: String, value: String)]
    var charts: [String]
    var remarks: [String]
  }

  private func say(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }

  /// The report in Markdown.
  public func markdown(now: Timestamp) throws -> String {
    var lines = ["# " + title(now), ""]
    for section in try sections(now) {
      lines += ["## " + section.title, "", "| | |", "|---|---|"]
      lines += section.rows.map {
        "| \($0.name) | \($0.value.replacingOccurrences(of: "|", with: "/")) |"
      }
      lines += [""] + section.remarks.map { "- " + $0 } + [""]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as one HTML file without outside parts.
  public func html(now: Timestamp) throws -> String {
    var body = "<h1>\(HTML.escaped(title(now)))</h1>\n"
    for section in try sections(now) {
      body += "<h2>\(HTML.escaped(section.title))</h2>\n<table>\n"
      for row in section.rows {
        body +=
          "<tr><th scope=\"row\">\(HTML.escaped(row.name))</th><td>\(HTML.escaped(row.value))</td></tr>\n"
      }
      body += "</table>\n" + section.charts.joined(separator: "\n") + "\n"
      if !section.remarks.isEmpty {
        body +=
          "<ul>" + section.remarks.map { "<li>\(HTML.escaped($0))</li>" }.joined() + "</ul>\n"
      }
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(HTML.escaped(title(now)))</title>
      <style>body{font-family:sans-serif;max-width:60em;margin:2em auto;color:#111;background:#fff}
      th{text-align:left;padding-right:2em;font-weight:normal;color:#444}svg{margin:.5em 1em .5em 0}</style>
      </head><body>
      \(body)</body></html>

      """
  }

  private func title(_ now: Timestamp) -> String {
    say(
      "Vigie, rapport de supervision du \(now.day.iso)",
      "Vigie, supervision report of \(now.day.iso)")
  }

  private func sections(_ now: Timestamp) throws -> [Section] {
    var sections = try engines.map { try section($0, now) }
    let head = try store.head()
    let result = try store.verify(expectedHead: nil)
    let scores = try SurveyService(store: store).scores()
    sections.append(
      Section(
        title: say("Registre et tests d'usage", "Ledger and user tests"),
        rows: [
          (say("événements", "events"), "\(head.sequence)"), (say("tête", "head"), "\(head.hash)"),
          (
            say("chaîne", "chain"),
            result.isIntact ? say("vérifiée", "verified") : say("ALTÉRÉE", "TAMPERED WITH")
          ),
          (
            say("utilisabilité (SUS)", "usability (SUS)"),
            scores.count >= 5
              ? String(
                format: "%.0f / 100 (n = %d)", scores.reduce(0, +) / Double(scores.count),
                scores.count)
              : say("\(scores.count) réponses, 5 au moins", "\(scores.count) answers, 5 at least")
          ),
        ], charts: [], remarks: []))
    return sections
  }

  private func section(_ engine: any AnalysisEngine, _ now: Timestamp) throws -> Section {
    let panel = engine.panel
    let counts = try store.counts(panel.project, today: now.day)
    let oversight = try OversightService(store: store, panel: panel).oversight(today: now.day)
    let maturity = oversight.maturity
    return Section(
      title: panel.project.title[language], rows: rows(counts, oversight),
      charts: charts(oversight),
      remarks: oversight.signs.map { $0.sentence[language] }
        + maturity.versions.map { version in
          say("modèle \(version.model) : ", "model \(version.model): ")
            + (version.precision.map { OversightText.figure($0) }
              ?? say("pas assez de données", "not enough data")) + " (n = \(version.count))"
        })
  }

  private func rows(
    _ counts: PanelCounts, _ oversight: ProjectOversight
  ) -> [(name: String, value: String)] {
    let (maturity, bias, impact) = (oversight.maturity, oversight.bias, oversight.impact)
    return [
      (say("à examiner", "to review"), "\(counts.open)"),
      (
        say("acceptés, rejetés", "accepted, rejected"), "\(counts.accepted), \(counts.rejected)"
      ), (say("en retard", "overdue"), "\(counts.overdue)"),
      (
        say("précision des 20 premiers", "precision of the top 20"),
        OversightText.figure(maturity.topPrecision)
      ), (say("rappel estimé", "estimated recall"), OversightText.figure(maturity.estimate.recall)),
      (
        say("écart d'étalonnage", "calibration gap"),
        maturity.calibrationError.map { String(format: "%.3f", $0) } ?? "—"
      ),
      (
        say("médiane par examen (s)", "median a review (s)"),
        impact.medianSeconds.map { String(format: "%.1f", $0) } ?? "—"
      ),
      (
        say("fois le hasard, examens épargnés", "times chance, reviews spared"),
        impact.lift.map { String(format: "%.1f, %d", $0, impact.spared ?? 0) } ?? "—"
      ), (say("acceptation", "acceptance"), OversightText.figure(bias.acceptance)),
      (
        say("acceptation au-dessus de 90 %", "acceptance above 90%"),
        OversightText.figure(bias.sureAcceptance)
      ), (say("en moins de 2 s", "within 2 s"), OversightText.figure(bias.hastyShare)),
      ("κ", OversightText.figure(oversight.agreement.kappa)),
      ("α", OversightText.figure(oversight.agreement.alpha)),
      (
        say("accord avec soi", "agreement with oneself"),
        OversightText.figure(oversight.agreement.repeats)
      ),
      (
        say("désaccords à trancher", "disagreements to settle"),
        "\(oversight.agreement.openDisagreements)"
      ), (say("décisions annulées", "decisions taken back"), "\(oversight.overturned)"),
    ]
  }

  private func charts(_ oversight: ProjectOversight) -> [String] {
    var charts = [
      SVGChart.bars(
        oversight.impact.weekly.map { Double($0) },
        title: say("décisions par semaine", "decisions by week"))
    ]
    if oversight.bias.count >= AutomationBias.fewest {
      charts.append(
        SVGChart.bars(
          oversight.bias.bins.map { $0.share?.value ?? 0 },
          title: say("part acceptée selon le score", "share accepted by score"),
          labels: (0..<10).map { "\($0 * 10)" }))
    }
    if !oversight.maturity.calibration.isEmpty {
      charts.append(
        SVGChart.calibration(
          oversight.maturity.calibration,
          title: say("dit et constaté", "said and seen")))
    }
    return charts
  }
}
