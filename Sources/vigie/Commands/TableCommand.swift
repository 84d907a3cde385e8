import ArgumentParser
import Foundation
import Oversight
import Review
import Session

/// `vigie table`: the knowledge tables of a project.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: Tongue.say(
      "Lire et écrire une table de connaissances.", "Read and write a knowledge table."),
    discussion: Tongue.say(
      "set COLONNE=VALEUR… écrit une ligne ; remove CLÉ l'enlève ; import et export : JSON Lines.",
      "set COLUMN=VALUE… writes a row; remove KEY takes it away; import and export: JSON Lines."))

  enum Verb: String, ExpressibleByArgument, CaseIterable {
    case list
    case set
    case remove
    case `import`
    case export
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Argument(help: ArgumentHelp(Tongue.say("Le nom de la table.", "The table's name.")))
  var name: String

  @Argument(help: ArgumentHelp("list, set, remove, import, export."))
  var verb: Verb

  @Argument(help: ArgumentHelp(Tongue.say("Valeurs, clé ou fichier.", "Values, key or file.")))
  var arguments: [String] = []

  func run() throws {
    let engine = try Engines.engine(project)
    guard let table = engine.panel.allTables.first(where: { $0.name == name }) else {
      throw KnowledgeError.unknownTable(name)
    }
    let context = try Context(options, readOnly: verb == .list || verb == .export)
    let service = KnowledgeService(store: context.store, project: project, table: table)
    switch verb {
    case .list: try list(table, service)
    case .export:
      for row in try service.rows() { Console.print(try Self.json(row.values)) }
    case .set:
      try service.set(
        try Assignments.parse(arguments), agent: context.agent.id, now: Clock.now)
    case .remove:
      for key in arguments {
        try service.remove(key, agent: context.agent.id, now: Clock.now)
      }
    case .import: try importRows(service, context)
    }
  }

  private func list(_ table: KnowledgeTable, _ service: KnowledgeService) throws {
    var text = TextTable(heading: table.columns.map { $0.title[Tongue.language] })
    for row in try service.rows() { text.add(table.columns.map { row.values[$0.name] ?? "" }) }
    for line in text.lines { Console.print(line) }
  }

  private func importRows(_ service: KnowledgeService, _ context: Context) throws {
    var refused = 0
    for path in arguments {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Failure("impossible de lire \(path)", "cannot read \(path)")
      }
      let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
        do {
          let values = try JSONDecoder().decode([String: String].self, from: Data(line))
          try service.set(values, agent: context.agent.id, now: Clock.now)
        } catch {
          refused += 1
          let why =
            ErrorSentence.of(error)
            ?? Tongue.say("un objet JSON de textes attendu", "expected a JSON object of texts")
          Console.note("\(path):\(index + 1): \(why)")
        }
      }
    }
    if refused > 0 { throw ExitCode(ExitStatus.partly) }
  }

  private static func json(_ values: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(values), as: UTF8.self)
  }
}
