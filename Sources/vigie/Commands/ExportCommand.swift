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
      Tongue.say(
        "jsonl, csv, label-studio, prodigy, brat, ou un format du projet.",
        "jsonl, csv, label-studio, prodigy, brat, or a format of the project.")))
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
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Le site (formats qui portent sur un site).", "The site (formats about one site).")))
  var site: String?

  @Option(
    name: .customLong("option"),
    help: ArgumentHelp(
      Tongue.say("Option du format : nom=valeur.", "An option of the format: name=value."),
      valueName: "name=value"))
  var formatOptions: [String] = []

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
    try context.noteReading(of: "", engine.panel, reason: "export \(format)")
    let data: Data
    switch format {
    case _ where engine.panel.exportFormats.contains(format):
      data = try service.own(
        format, query: query, options: try ownOptions(),
        circumstances: try context.circumstances(project), language: Tongue.language)
    case "jsonl": data = try service.jsonLines(query)
    case "csv": data = try service.csv(query, excelFR: excelFR)
    case ExchangeService.Format.brat.rawValue where output != nil:
      let count = try ExchangeService(store: context.store).writeBrat(
        query, to: URL(fileURLWithPath: output ?? ""))
      return Console.note(
        Tongue.say("\(count) documents écrits", "\(count) documents written"))
    case _ where ExchangeService.Format(rawValue: format) != nil:
      data = try ExchangeService(store: context.store).data(
        ExchangeService.Format(rawValue: format) ?? .prodigy, query)
    default:
      data = try service.own(
        format, query: query, circumstances: try context.circumstances(project),
        language: Tongue.language)
    }
    try OutputFile.write(data, to: output)
  }

  private func ownOptions() throws -> [String: String] {
    var values = try Assignments.parse(formatOptions)
    if let site { values["site"] = site }
    if excelFR { values["excel-fr"] = "true" }
    return values
  }
}
