import ArgumentParser
import Foundation
import Review

/// `vigie doctor`: what is present, what is missing and what it would add.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: Tongue.say(
      "Dire ce qui est présent et ce qui manque.", "Say what is present and what is missing."))

  @OptionGroup var options: GlobalOptions

  func run() throws {
    var table = TextTable(heading: [
      Tongue.say("élément", "item"), Tongue.say("état", "state"), Tongue.say("à quoi", "what for"),
    ])
    for row in terminalRows + storeRows + programRows + engineRows { table.add(row) }
    for line in table.lines { Console.print(line) }
  }

  private var terminalRows: [[String]] {
    let environment = ProcessInfo.processInfo.environment
    let term = environment["TERM"] ?? ""
    let encoding = String(cString: nl_langinfo(Int32(CODESET)))
    return [
      [
        Tongue.say("terminal", "terminal"),
        term.isEmpty || term == "dumb"
          ? Tongue.say("sans capacités", "without capabilities") : term,
        Tongue.say("l'atelier ; sinon --linear", "the workbench; else --linear"),
      ],
      [
        Tongue.say("encodage", "encoding"), encoding,
        Tongue.say("UTF-8 pour les accents", "UTF-8 for accents"),
      ],
    ]
  }

  private var storeRows: [[String]] {
    let path = options.storePath
    let state: String
    if FileManager.default.fileExists(atPath: path) {
      do {
        let context = try Context(options, readOnly: true)
        state = try context.storeSummary()
      } catch {
        state = ErrorSentence.of(error) ?? "\(error)"
      }
    } else {
      state = Tongue.say("pas encore créé", "not made yet")
    }
    return [[Tongue.say("magasin", "store"), state, path]]
  }

  private var programRows: [[String]] {
    [
      ("pdftotext", Tongue.say("lire les PDF", "read PDF files")),
      ("espeak-ng", Tongue.say("dire les réponses", "speak answers")),
    ].map { name, use in
      let present = Self.path(of: name)
      return [name, present ?? Tongue.say("absent (facultatif)", "missing (optional)"), use]
    }
  }

  private var engineRows: [[String]] {
    Project.allCases.map { project in
      let engine = Engines.all.first { $0.panel.project == project }
      let state = engine.map { Tongue.say("moteur \($0.version)", "engine \($0.version)") }
      return [
        "\(project.number) \(project.title[Tongue.language])",
        state ?? Tongue.say("pas encore là", "not there yet"), "",
      ]
    }
  }

  private static func path(of program: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
