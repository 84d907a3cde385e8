import ArgumentParser
import Foundation
import Review

/// The command `vigie`.
struct Vigie: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigie",
    abstract: Tongue.say(
      "Examiner ce que l'intelligence artificielle suggère, preuves à l'appui.",
      "Review what artificial intelligence suggests, with the evidence."),
    discussion: Tongue.say(
      """
      Sans commande, ouvre l'atelier sur le magasin de données. Les résultats vont sur la sortie \
      standard, le reste sur la sortie d'erreur. Statut : 0 fait, 1 échec, 2 mauvais usage, \
      3 fait mais une partie de l'entrée a été refusée.
      """,
      """
      Without a command, opens the workbench on the store. Results go to standard output, the rest \
      to standard error. Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some of the \
      input was refused.
      """),
    version: Version.text,
    subcommands: [
      OpenCommand.self, DemoCommand.self, AnalyseCommand.self, ListCommand.self,
      ShowCommand.self, ExplainCommand.self, DecideCommand.self, TrainCommand.self,
      EvaluateCommand.self, ModelsCommand.self, ExportCommand.self, SearchCommand.self,
      TableCommand.self, DoCommand.self, CallsCommand.self, AgentsCommand.self, AuditCommand.self,
      ReadingsCommand.self, ReplayCommand.self, SurveyCommand.self, NoticeCommand.self,
      RegisterCommand.self, ReportCommand.self, ImportCommand.self,
      DoctorCommand.self, ManualCommand.self, ScenesCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
