import Foundation
import Imagery
import Review

/// The « fiche de signalement »: one HTML page for each object, both pictures in it.
enum SheetExport {
  /// The most objects of one file.
  static let limit = 200

  static func data(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    var pages: [String] = []
    try CandidateTable.forEach(request.query, records) { suggestion, candidate in
      pages.append(try page(suggestion, candidate, records, request.language))
      return pages.count < limit
    }
    return document(pages, request.language)
  }

  static func document(_ pages: [String], _ language: InterfaceLanguage) -> Data {
    let title = language == .french ? "Fiches de signalement" : "Report sheets"
    let head = """
      <!DOCTYPE html><html lang="\(language == .french ? "fr" : "en")"><head><meta charset="utf-8">
      <title>\(title)</title><style>body{font-family:sans-serif;max-width:52em;margin:2em auto}
      figure{display:inline-block;margin:0 1em 1em 0}img{width:24em;image-rendering:pixelated}
      th{text-align:left;padding-right:1em;vertical-align:top}
      section{page-break-after:always}</style></head><body>

      """
    return Data((head + pages.joined(separator: "\n") + "\n</body></html>\n").utf8)
  }

  /// The page of an object.
  static func page(
    _ suggestion: Suggestion, _ candidate: Candidate, _ records: any RecordSource,
    _ language: InterfaceLanguage
  ) throws -> String {
    let isFrench = language == .french
    var lines = [
      "<section><h1>\(escaped(suggestion.title)) — \(escaped(suggestion.place))</h1>"
    ]
    for (name, date, caption) in [
      (candidate.beforePicture, candidate.beforeDate, isFrench ? "avant" : "before"),
      (candidate.afterPicture, candidate.afterDate, isFrench ? "après" : "after"),
    ] {
      guard
        let record = try records.record(
          project: .parcels, kind: Candidate.pictureKind, key: name)
      else { continue }
      lines.append(
        "<figure><img alt=\"\(caption)\" src=\"data:image/png;base64,"
          + record.content.base64EncodedString()
          + "\"><figcaption>\(caption), \(date.iso)</figcaption></figure>")
    }
    lines.append("<table>")
    for evidence in suggestion.evidence {
      guard case .facts(let facts) = evidence else { continue }
      for fact in facts.facts {
        lines.append(
          "<tr><th>\(escaped(fact.name[language]))</th><td>\(escaped(fact.value[language]))</td></tr>"
        )
      }
    }
    lines.append("</table>")
    lines.append(
      isFrench
        ? "<p>Suggestion d'un programme : un agent assermenté constate et conclut.</p></section>"
        : "<p>Suggested by a program: a sworn agent observes and concludes.</p></section>")
    return lines.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
  }
}
