import ArgumentParser
import Foundation
import Review

/// `vigie evaluate`: trains on some files, predicts others, prints figures.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: Tongue.say("Mesurer un moteur sur des fichiers.", "Measure an engine on files."),
    discussion: Tongue.say(
      """
      Sans --test, une validation croisée groupée est faite sur les fichiers de --train. \
      Rien n'est appris des lignes à prédire.
      """,
      """
      Without --test, grouped cross-validation is done on the files of --train. \
      Nothing is learned from the rows to predict.
      """))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Argument(help: ArgumentHelp(Tongue.say("La tâche.", "The task.")))
  var task: String

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(Tongue.say("Fichiers d'apprentissage.", "Files to learn from.")))
  var train: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(Tongue.say("Fichiers à prédire.", "Files to predict.")))
  var test: [String] = []

  @OptionGroup(title: Tongue.say("Selon la tâche", "Depending on the task"))
  var extras: EvaluationOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Écrire les prédictions ici.", "Write the predictions here."),
      valueName: "file"))
  var predictions: String?

  @Option(
    name: .long,
    help: ArgumentHelp(Tongue.say("table ou json.", "table or json."), valueName: "format"))
  var format = Format.table

  func run() throws {
    let engine = try Engines.engine(project)
    guard engine.panel.evaluationTasks.contains(where: { $0.name == task }) else {
      let known = engine.panel.evaluationTasks.map(\.name).joined(separator: ", ")
      throw Failure(
        "tâche inconnue : « \(task) » ; connues : \(known)",
        "unknown task: “\(task)”; known: \(known)", status: ExitStatus.usage)
    }
    guard !train.isEmpty || !test.isEmpty || !extras.labels.isEmpty else {
      throw Failure(
        "--train ou --test manque", "--train or --test is missing", status: ExitStatus.usage)
    }
    let request = EvaluationRequest(
      task: task, train: train.map { URL(fileURLWithPath: $0) },
      test: test.map { URL(fileURLWithPath: $0) },
      options: extras.values,
      predictions: predictions.map { URL(fileURLWithPath: $0) })
    let printer = ProgressPrinter(isQuiet: options.quiet)
    let start = Date()
    let report = try engine.evaluate(request, observer: printer)
    printer.finish()
    let seconds = Date().timeIntervalSince(start)
    switch format {
    case .table: print(report, seconds: seconds)
    case .json: try printJSON(report, seconds: seconds)
    }
    if printer.refusalCount > 0 { throw ExitCode(ExitStatus.partly) }
  }

  private func print(_ report: EvaluationReport, seconds: Double) {
    Console.print(
      Tongue.say(
        "\(project.rawValue) \(report.task) : \(report.trainCount) lignes apprises, "
          + "\(report.testCount) prédites, \(report.labelledCount) étiquetées, "
          + "\(report.positiveCount) positives",
        "\(project.rawValue) \(report.task): \(report.trainCount) rows learned from, "
          + "\(report.testCount) predicted, \(report.labelledCount) labelled, "
          + "\(report.positiveCount) positive"))
    var table = TextTable(
      heading: [
        Tongue.say("mesure", "figure"), Tongue.say("valeur", "value"), "95 %",
        Tongue.say("définition", "definition"),
      ], rightAligned: [1])
    for figure in report.figures {
      let interval = figure.low.flatMap { low in
        figure.high.map { "\(Self.decimal(low))–\(Self.decimal($0))" }
      }
      table.add([
        figure.name, Self.decimal(figure.value), interval ?? "", figure.definition[Tongue.language],
      ])
    }
    for line in table.lines { Console.print(line) }
    for remark in report.remarks { Console.print("· " + remark[Tongue.language]) }
    Console.print(Self.cost(rows: report.trainCount + report.testCount, seconds: seconds))
  }

  private static func cost(rows: Int, seconds: Double) -> String {
    let rate = Int(Double(rows) / max(seconds, 1e-9))
    let memory = ResourceUse.peakMegabytes
    return Tongue.say(
      "\(decimal(seconds)) s, \(rate) lignes/s, mémoire maximale \(memory) Mo",
      "\(decimal(seconds)) s, \(rate) rows/s, peak memory \(memory) MB")
  }

  private static func decimal(_ value: Double) -> String {
    let text = String(format: "%.4f", value)
    return Tongue.language == .french ? text.replacingOccurrences(of: ".", with: ",") : text
  }

  private struct MeasuredReport: Encodable {
    let report: EvaluationReport
    let seconds: Double
    let peakMegabytes: Int
  }

  private func printJSON(_ report: EvaluationReport, seconds: Double) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let measured = MeasuredReport(
      report: report, seconds: seconds, peakMegabytes: ResourceUse.peakMegabytes)
    Console.write(try encoder.encode(measured))
    Console.print()
  }
}
