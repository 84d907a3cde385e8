import ArgumentParser
import Foundation
import Review
import ReviewStore
import Session

/// `vigie demo`: a throw-away store filled with invented data, then the workbench.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: Tongue.say(
      "Montrer l'atelier sur des données inventées.", "Show the workbench on invented data."),
    discussion: Tongue.say(
      "Sans terminal, écrit les premières suggestions de chaque panneau.",
      "Without a terminal, prints each panel's first suggestions."))

  @OptionGroup var options: GlobalOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    guard let samples = SharedFiles.folder("SampleData") else {
      throw Failure(
        "le dossier SampleData est introuvable (VIGIE_SHARE le nomme)",
        "the folder SampleData is not to be found (VIGIE_SHARE names it)")
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-demo-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var demo = options
    demo.store = options.store ?? folder.appendingPathComponent("demo.sqlite").path
    let context = try Context(demo)
    Console.note(
      Tongue.say(
        "Démonstration : tout est inventé. Lecture et apprentissage…",
        "Demonstration: everything is invented. Reading and learning…"))
    for engine in Engines.all { try fill(context, engine, samples) }
    let isInteractive = Console.isTerminal && isatty(STDIN_FILENO) == 1
    guard isInteractive || screen.linear else { return try printFirst(context) }
    let status = try WorkbenchLauncher.run(context, screen: screen)
    if status != 0 { throw ExitCode(status) }
  }

  /// Reads the samples, learns and promotes: the whole circle.
  private func fill(
    _ context: Context, _ engine: any AnalysisEngine, _ samples: URL
  ) throws {
    let project = engine.panel.project
    let source = samples.appendingPathComponent(project.rawValue)
    guard FileManager.default.fileExists(atPath: source.path) else { return }
    let printer = ProgressPrinter(isQuiet: true)
    _ = try AnalysisService(store: context.store, engine: engine).run(
      sources: [source], circumstances: try context.circumstances(project),
      agent: context.agent.id, observer: printer)
    let training = TrainingService(store: context.store, engine: engine)
    let model = try training.train(
      circumstances: try context.circumstances(project), agent: context.agent.id,
      observer: printer)
    try training.promote(
      version: model.version, circumstances: try context.circumstances(project),
      agent: context.agent.id, observer: printer)
  }

  private func printFirst(_ context: Context) throws {
    for engine in Engines.all {
      let panel = engine.panel
      Console.print("\(panel.project.number) " + panel.project.title[Tongue.language])
      let window = try context.store.window(
        SuggestionQuery(project: panel.project), anchor: .start, limit: 10)
      for line in ListCommand.table(window.rows, panel: panel).lines { Console.print(line) }
    }
  }
}
