import ArgumentParser
import Foundation
import Review
import Session

/// `vigie analyse`: reads sources, ranks, stores.
struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: Tongue.say("Lire des sources et classer.", "Read sources and rank."),
    discussion: Tongue.say(
      "Sans source, refait le classement de ce qui est déjà dans le magasin.",
      "Without a source, ranks again what is already in the store."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Argument(help: ArgumentHelp(Tongue.say("Fichiers ou dossiers.", "Files or folders.")))
  var sources: [String] = []

  func run() throws {
    let engine = try Engines.engine(project)
    let context = try Context(options, isBulk: true)
    let printer = ProgressPrinter(isQuiet: options.quiet)
    let start = Date()
    let result = try AnalysisService(store: context.store, engine: engine).run(
      sources: sources.map { URL(fileURLWithPath: $0) },
      circumstances: try context.circumstances(project), agent: context.agent.id,
      observer: printer)
    printer.finish()
    try keep(printer.columnAnswers, engine, context)
    let seconds = Date().timeIntervalSince(start)
    if !options.quiet { Self.tell(result, seconds: seconds, panel: engine.panel) }
    if result.refused > 0 { throw ExitCode(ExitStatus.partly) }
  }

  /// Keeps what was answered about columns, so that the next file of that kind asks nothing.
  private func keep(
    _ answers: [String: String], _ engine: any AnalysisEngine, _ context: Context
  ) throws {
    guard let table = engine.panel.tables.first(where: { $0.name == KnowledgeTable.columnsName })
    else { return }
    let service = KnowledgeService(store: context.store, project: project, table: table)
    for (column, field) in answers.sorted(by: { $0.key < $1.key }) {
      try service.set(
        [KnowledgeTable.columnColumn: column, KnowledgeTable.fieldColumn: field],
        agent: context.agent.id, now: Clock.now)
    }
  }

  private static func tell(_ result: AnalysisResult, seconds: Double, panel: Panel) {
    let rate = Int(Double(result.rows) / max(seconds, 1e-9))
    let took = String(format: "%.1f", seconds)
    let noun = panel.item.form(result.suggestions, Tongue.language)
    Console.note(
      Tongue.say(
        "\(result.rows) lignes lues, \(result.refused) refusées, \(result.suggestions) \(noun) ; "
          + "\(took.replacingOccurrences(of: ".", with: ",")) s, \(rate) lignes/s, "
          + "mémoire maximale \(ResourceUse.peakMegabytes) Mo",
        "\(result.rows) rows read, \(result.refused) refused, \(result.suggestions) \(noun); "
          + "\(took) s, \(rate) rows/s, peak memory \(ResourceUse.peakMegabytes) MB"))
  }
}
