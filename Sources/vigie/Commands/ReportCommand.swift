import ArgumentParser
import Foundation
import Review
import Session

/// `vigie report`: the supervision as a document.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Tongue.say("Écrire le rapport de supervision.", "Write the supervision report."))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown
    case html
  }

  @OptionGroup var options: GlobalOptions

  @Option(name: .long, help: ArgumentHelp(Tongue.say("markdown ou html.", "markdown or html.")))
  var format = Format.markdown

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Tongue.say("Le fichier à écrire.", "The file to write."), valueName: "file"))
  var output: String?

  func run() throws {
    let context = try Context(options, readOnly: true)
    let service = ReportService(
      store: context.store, engines: Engines.all, language: Tongue.language)
    let text =
      format == .html ? try service.html(now: Clock.now) : try service.markdown(now: Clock.now)
    try OutputFile.write(Data(text.utf8), to: output)
  }
}
