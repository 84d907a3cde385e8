import ArgumentParser
import Review

/// `vigie search`: full text search over the documents of a project.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: Tongue.say("Chercher dans les textes.", "Search the texts."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Argument(
    parsing: .remaining,
    help: ArgumentHelp(Tongue.say("Les mots.", "The words.")))
  var words: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(Tongue.say("Nombre de textes au plus.", "Number of texts at most.")))
  var limit = 20

  func run() throws {
    let context = try Context(options, readOnly: true)
    let hits = try context.store.search(
      words.joined(separator: " "), project: project, limit: limit)
    for hit in hits {
      let day = hit.date.map { $0.iso + "  " } ?? ""
      Console.print("\(hit.document)  \(day)\(hit.title)")
      Console.print("    " + hit.snippet)
    }
    guard hits.isEmpty else { return }
    if let correction = try context.store.correction(words.joined(separator: " ")) {
      Console.note(
        Tongue.say(
          "rien trouvé ; vouliez-vous dire « \(correction) » ?",
          "nothing found; did you mean “\(correction)”?"))
    } else {
      Console.note(Tongue.say("rien trouvé", "nothing found"))
    }
  }
}
