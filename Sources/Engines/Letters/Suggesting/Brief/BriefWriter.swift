import Foundation
import Review
import Tables

/// Writes a site's brief in Markdown, JSON or CSV.
struct BriefWriter {
  let brief: SiteBrief
  let language: InterfaceLanguage

  private func say(_ fr: String, _ en: String) -> String { language == .french ? fr : en }

  /// The brief for reading: points to check, themes, what was never inspected.
  var markdown: String {
    let letters = "\(brief.letters) " + Self.followUpLetters.form(brief.letters, language)
    let demands = "\(brief.demands) " + LettersPanel.panel.item.form(brief.demands, language)
    var lines = [
      "# " + say("Points à vérifier : ", "Points to check: ") + Self.plain(brief.site), "",
      say(
        "Établi le \(brief.day) d’après \(letters) (\(brief.firstLetter) → \(brief.lastLetter)) et "
          + "\(demands).",
        "Made on \(brief.day) from \(letters) (\(brief.firstLetter) → \(brief.lastLetter)) and "
          + "\(demands)."), "",
    ]
    for point in brief.points { lines += section(point) }
    lines += themeLines
    if !brief.neverInspected.isEmpty {
      lines += [
        "",
        "## "
          + say("Thèmes sans demande depuis cinq ans", "Themes without a demand for five years"),
        "",
      ]
      lines += brief.neverInspected.map { "- \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static let letters = PluralText(
    one: LocalizedText(fr: "lettre", en: "letter"),
    other: LocalizedText(fr: "lettres", en: "letters"))
  private static let followUpLetters = PluralText(
    one: LocalizedText(fr: "lettre de suite", en: "follow-up letter"),
    other: LocalizedText(fr: "lettres de suite", en: "follow-up letters"))

  private func section(_ point: SiteBrief.Point) -> [String] {
    let state = point.state.isEmpty ? "" : " · **\(point.state)**"
    var lines = [
      "## \(point.rank). \(Self.plain(point.title))", "",
      "\(Self.plain(point.inspection)) · \(point.date) · section \(point.section) · "
        + "\(point.theme)\(state)", "",
    ]
    if !point.priority.isEmpty {
      lines += ["*" + say("Priorité", "Priority") + " : \(point.priority)*", ""]
    }
    if !point.context.isEmpty { lines += ["> " + Self.plain(point.context), ">"] }
    lines += ["> **" + Self.plain(point.demand) + "**", ""]
    if !point.earlier.isEmpty {
      lines += [
        say("Déjà demandé : ", "Asked before: ")
          + Self.plain(point.earlier.joined(separator: ", ")), "",
      ]
    }
    return lines
  }

  private var themeLines: [String] {
    var lines = [
      "## " + say("Thèmes", "Themes"), "",
      say(
        "| thème | demandes | dernière | 3 ans | attendues | rapport (80 %) |",
        "| theme | demands | last | 3 years | expected | ratio (80%) |"),
      "|---|---|---|---|---|---|",
    ]
    for theme in brief.themes {
      let ratio = theme.ratio > 0 ? "×\(theme.ratio) (\(theme.low)–\(theme.high))" : ""
      lines.append(
        "| \(theme.theme) | \(theme.count) | \(theme.lastSeen) | \(theme.recent) | "
          + "\(theme.expected) | \(ratio) |")
    }
    return lines
  }

  /// Letters are text from outside: no mark-up, no lines of their own.
  private static func plain(_ text: String) -> String {
    var safe = ""
    for character in text {
      if character.isNewline {
        safe.append(" ")
      } else if character.unicodeScalars.allSatisfy({ isShown($0) }) {
        if "<>[]*_`|#\\".contains(character) { safe.append("\\") }
        safe.append(character)
      }
    }
    return safe
  }

  /// The brief for other programs.
  /// Controls, which a terminal obeys, and marks that turn the direction of a line are left out.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: false
    case .format: scalar == "\u{200D}" || scalar == "\u{AD}"
    default: true
    }
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(brief)
    data.append(0x0A)
    return data
  }

  /// The points as a table.
  func csv(style: TableWriter.Style) -> Data {
    var writer = TableWriter(
      header: [
        "rank", "site", "title", "item", "inspection", "reference", "date", "section", "theme",
        "state", "priority", "score", "demand", "context", "earlier",
      ], style: style)
    for point in brief.points {
      writer.write([
        .integer(point.rank), .text(brief.site), .text(point.title), .text(point.item),
        .text(point.inspection), .text(point.reference), .text(point.date), .text(point.section),
        .text(point.theme), .text(point.state), .text(point.priority), .number(point.score),
        .text(point.demand), .text(point.context), .text(point.earlier.joined(separator: " ")),
      ])
    }
    return Data(writer.flush())
  }
}
