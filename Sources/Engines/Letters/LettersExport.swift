import Foundation
import Review
import Tables

/// `vigie export letters`: a site's brief, and tables under SIANCE's column names.
struct LettersExport {
  /// The number of points of a brief.
  private static let pointCount = 12

  let request: ExportRequest

  func run(records: any RecordSource) throws -> Data {
    let isOfSite = ["markdown", "json", "csv"].contains(request.format)
    let book = try SiteBook(
      request.circumstances, site: isOfSite ? request.options["site"] : nil, records: records)
    let style: TableWriter.Style = request.options["excel-fr"] == "true" ? .excelFR : .csv
    switch request.format {
    case "siance": return letters(book, style)
    case "siance-demandes": return demands(book, style)
    case "markdown": return Data(try writer(book).markdown.utf8)
    case "json": return try writer(book).json()
    case "csv":
      return request.options["site"] == nil
        ? demands(book, style) : try writer(book).csv(style: style)
    default: throw EngineError.unknownName(request.format)
    }
  }

  private func writer(_ book: SiteBook) throws -> BriefWriter {
    guard book.site != nil else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "ce format porte sur un site : --site NOM",
          en: "this format is about one site: --site NAME"))
    }
    let count = Int(request.options["count"] ?? "") ?? Self.pointCount
    return BriefWriter(
      brief: book.brief(
        count: min(1_000, max(1, count)), language: request.language),
      language: request.language)
  }

  /// The columns that SIANCE writes for letters and for demands alike.
  private static let common = [
    "Lettre", "Date", "Thème", "Entité pilote", "Site", "URA", "Exploitant", "Secteur",
    "Palier (INB)", "Systèmes (REP)", "Isotopes", "Sujets détectés",
  ]

  private func cells(
    _ letter: Letter, _ facts: [ItemFacts]
  ) -> [TableCell] {
    let key = SiteKey.key(letter.site)
    func list(_ values: [String]) -> TableCell {
      .text(Set(values).sorted().joined(separator: ", "))
    }
    return [
      .text(letter.key),
      .text(letter.date?.iso ?? ""), .text(letter.theme), .text(letter.division),
      .text(letter.site), .text(""), .text(letter.operatorName), .text(letter.sector),
      .text(SiteTable.series(key: key, installations: letter.installations)),
      list(facts.flatMap(\.things.systems)), list(facts.flatMap(\.things.isotopes)),
      list(facts.map(\.theme.theme.title.fr)),
    ]
  }

  private func letters(_ book: SiteBook, _ style: TableWriter.Style) -> Data {
    var writer = TableWriter(header: Self.common + ["Demandes A", "Demandes B"], style: style)
    let byLetter = Dictionary(grouping: book.facts, by: \.letter)
    for (place, letter) in book.letters.enumerated() {
      let facts = byLetter[place] ?? []
      let first = facts.count { [.correctiveActions, .priorityRequests].contains($0.item.section) }
      let second = facts.count {
        [.additionalInformation, .otherRequests].contains($0.item.section)
      }
      writer.write(cells(letter, facts) + [.integer(first), .integer(second)])
    }
    return Data(writer.flush())
  }

  private func demands(_ book: SiteBook, _ style: TableWriter.Style) -> Data {
    var writer = TableWriter(
      header: Self.common + ["Type de demande", "Demande", "Synthèse"], style: style)
    for fact in book.facts where fact.item.section.holdsRequests {
      writer.write(
        cells(book.letters[fact.letter], [fact]) + [
          .text(fact.item.section.rawValue), .text(fact.item.text), .text(fact.item.context),
        ])
    }
    return Data(writer.flush())
  }
}
