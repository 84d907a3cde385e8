import ArgumentParser
import Foundation
import Review

/// `vigie`: the workbench on the store.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: Tongue.say("Ouvrir l'atelier (par défaut).", "Open the workbench (the default)."))

  @OptionGroup var options: GlobalOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    if !FileManager.default.fileExists(atPath: options.storePath), !screen.linear,
      isatty(STDIN_FILENO) == 1
    {
      Console.note(
        Tongue.say(
          "Pas encore de magasin. « vigie demo » en montre un, « vigie analyse restaurants "
            + "FICHIER… » remplit le vôtre. En créer un vide ? o / n",
          "No store yet. “vigie demo” shows one, “vigie analyse restaurants FILE…” fills "
            + "yours. Make an empty one? y / n"))
      guard let answer = readLine(), ["o", "y"].contains(answer.lowercased().prefix(1)) else {
        return
      }
    }
    let context = try Context(options)
    let status = try WorkbenchLauncher.run(context, screen: screen)
    if status != 0 { throw ExitCode(status) }
  }
}
