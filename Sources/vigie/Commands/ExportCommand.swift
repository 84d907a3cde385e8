import ArgumentParser
import Foundation
import Review
import Session

/// `vigie export`: suggestions with their status and decisions, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Tongue.say("Exporter les suggestions.", "Export the suggestions."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("jsonl, csv, ou un format du projet.", "jsonl, csv, or a format of the project.")))
  var format = "jsonl"

  @Flag(
    name: .customLong("excel-fr"),
    help: ArgumentHelp(
      Tongue.say(
        "CSV pour Excel français : point-virgule, BOM, virgule décimale.",
        "CSV for French Excel: semicolon, BOM, decimal comma.")))
  var excelFR = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "open, accepted, rejected, later ou all.", "open, accepted, rejected, later or all.")))
  var status = "all"

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Mots, ou facette=valeur.", "Words, or facet=value.")))
  var filter: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Tongue.say("Le fichier à écrire.", "The file to write."), valueName: "file"))
  var output: String?

  func run() throws {
    let engine = try Engines.engine(project)
    let context = try Context(options, readOnly: true)
    let query = try ListCommand.query(
      project: project, engine: engine, status: status, filter: filter)
    let service = ExportService(store: context.store, engine: engine)
    let data: Data
    switch format {
    case "jsonl": data = try service.jsonLines(query)
    case "csv": data = try service.csv(query, excelFR: excelFR)
    default:
      data = try service.own(
        format, query: query, circumstances: try context.circumstances(project),
        language: Tongue.language)
    }
    try OutputFile.write(data, to: output)
  }
}
