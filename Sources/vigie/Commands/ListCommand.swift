import ArgumentParser
import Foundation
import Review
import ReviewStore
import Session

/// `vigie list`: the ranked suggestions of a project.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Tongue.say("Lister les suggestions classées.", "List the ranked suggestions."))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Option(name: .long, help: ArgumentHelp(Tongue.say("table, json ou csv.", "table, json or csv.")))
  var format = Format.table

  @Option(
    name: .long,
    help: ArgumentHelp(Tongue.say("Nombre de lignes au plus.", "Number of rows at most.")))
  var limit = 20

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Mots cherchés, ou facette=valeur (répétable).", "Words, or facet=value (repeatable)."),
      valueName: "words|facet=value"))
  var filter: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "open, accepted, rejected, later ou all.", "open, accepted, rejected, later or all.")))
  var status = "open"

  func validate() throws {
    guard (1...1_000_000).contains(limit) else {
      throw ValidationError(
        Tongue.say(
          "--limit : \(limit) trouvé, 1 à 1000000 attendu",
          "--limit: found \(limit), expected 1 to 1000000"))
    }
  }

  func run() throws {
    let context = try Context(options, readOnly: true)
    let engine = try Engines.engine(project)
    let query = try Self.query(project: project, engine: engine, status: status, filter: filter)
    switch format {
    case .table:
      let window = try context.store.window(query, anchor: .start, limit: limit)
      printTable(window, panel: engine.panel)
    case .json, .csv:
      let rows = try context.store.window(query, anchor: .start, limit: limit).rows
      if format == .json { return try Self.printJSON(rows) }
      var table = RowTable(facets: engine.panel.facets.map(\.name), excelFR: false)
      for row in rows { table.add(row) }
      Console.write(table.flush())
    }
  }

  /// The query that options describe; a facet that the panel does not have is a usage error.
  static func query(
    project: Project, engine: any AnalysisEngine, status: String, filter: [String]
  ) throws -> SuggestionQuery {
    var query = SuggestionQuery(project: project)
    if status == "all" {
      query.statuses = []
    } else if let one = ReviewStatus(rawValue: status) {
      query.statuses = [one]
    } else {
      throw Failure(
        "--status : « \(status) » trouvé, open, accepted, rejected, later ou all attendu",
        "--status: found “\(status)”, expected open, accepted, rejected, later or all",
        status: ExitStatus.usage)
    }
    var words: [String] = []
    for item in filter {
      guard let equals = item.firstIndex(of: "=") else {
        words.append(item)
        continue
      }
      let name = String(item[..<equals])
      guard let facet = engine.panel.facets.first(where: { $0.name == name }) else {
        let known = engine.panel.facets.map(\.name).joined(separator: ", ")
        throw Failure(
          "--filter : facette inconnue « \(name) » ; connues : \(known)",
          "--filter: unknown facet “\(name)”; known: \(known)", status: ExitStatus.usage)
      }
      let value = facet.stored(String(item[item.index(after: equals)...]), Tongue.language)
      query.facets.append(Facet(name, value))
    }
    query.text = words.joined(separator: " ")
    return query
  }

  private func printTable(_ window: SuggestionWindow, panel: Panel) {
    guard !window.rows.isEmpty else {
      Console.note(panel.feedingHint[Tongue.language])
      return
    }
    for line in Self.table(window.rows, panel: panel).lines { Console.print(line) }
    if !options.quiet {
      let noun = panel.item.form(window.total, Tongue.language)
      Console.note(
        Tongue.say(
          "\(window.rows.count) sur \(window.total) \(noun)",
          "\(window.rows.count) of \(window.total) \(noun)"))
    }
  }

  /// Rows as a table to be read.
  static func table(_ rows: [SuggestionRow], panel: Panel) -> TextTable {
    var table = TextTable(
      heading: [
        "id", Tongue.say("score", "score"), Tongue.say("titre", "title"),
        Tongue.say("lieu", "place"),
      ]
        + panel.columns.map { name in
          panel.facets.first { $0.name == name }?.title[Tongue.language] ?? name
        }, rightAligned: [1])
    for row in rows {
      table.add(
        [row.id, ScoreText.short(row.score), row.title, row.place]
          + panel.columns.map { name in
            row.facet(name).map { panel.shown(Facet(name, $0), Tongue.language) } ?? ""
          })
    }
    return table
  }

  private static func printJSON(_ rows: [SuggestionRow]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for row in rows {
      Console.write(try encoder.encode(row))
      Console.print()
    }
  }
}
