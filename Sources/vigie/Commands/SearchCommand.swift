import ArgumentParser
import Dispatch
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
  var words: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(Tongue.say("Nombre de textes au plus.", "Number of texts at most.")))
  var limit = 20

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Fichier de recherches, une par ligne : réponses en colonnes, temps à la fin.",
        "File of searches, one a line: answers in columns, times at the end."),
      valueName: "file"))
  var queries: String?

  func run() throws {
    let context = try Context(options, readOnly: true)
    try context.noteReading(of: "", Engines.engine(project).panel, reason: "search")
    if let queries { return try runAll(SearchList.read(queries), context) }
    guard !words.isEmpty else {
      throw ValidationError(
        Tongue.say("donnez des mots, ou --queries FICHIER", "give words, or --queries FILE"))
    }
    try runOne(words.joined(separator: " "), context)
  }

  private func runOne(_ text: String, _ context: Context) throws {
    let hits = try context.store.search(text, project: project, limit: limit)
    for hit in hits {
      let day = hit.date.map { $0.iso + "  " } ?? ""
      Console.print("\(hit.document)  \(day)\(hit.title)")
      Console.print("    " + hit.snippet)
    }
    guard hits.isEmpty else { return }
    if let correction = try context.store.correction(text) {
      Console.note(
        Tongue.say(
          "rien trouvé ; vouliez-vous dire « \(correction) » ?",
          "nothing found; did you mean “\(correction)”?"))
    } else {
      Console.note(Tongue.say("rien trouvé", "nothing found"))
    }
  }

  private func runAll(_ list: [String], _ context: Context) throws {
    var times: [Double] = []
    Console.print("query\trank\tdocument\tdate\ttitle")
    for query in list {
      let start = DispatchTime.now().uptimeNanoseconds
      let hits = try context.store.search(query, project: project, limit: limit)
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
      for (rank, hit) in hits.enumerated() {
        let cells = [query, String(rank + 1), hit.document, hit.date?.iso ?? "", hit.title]
        Console.print(cells.map { SearchList.cell($0) }.joined(separator: "\t"))
      }
    }
    guard let figures = SearchList.figures(times) else { return }
    Console.note(
      Tongue.say(
        "\(list.count) recherches ; médiane \(figures.median) ms, 95e centile \(figures.high) ms",
        "\(list.count) searches; median \(figures.median) ms, 95th centile \(figures.high) ms"))
  }
}
