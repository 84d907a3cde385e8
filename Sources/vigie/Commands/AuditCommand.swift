import ArgumentParser
import Foundation
import Review
import ReviewStore

/// `vigie audit`: the ledger, verified and told.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: Tongue.say("Vérifier le registre des décisions.", "Verify the ledger of decisions."),
    subcommands: [Verify.self, Head.self, Log.self])

  /// `vigie audit verify`.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: Tongue.say("Vérifier toute la chaîne.", "Verify the whole chain."))

    @OptionGroup var options: GlobalOptions

    @Option(
      name: .long,
      help: ArgumentHelp(
        Tongue.say(
          "Une tête gardée ailleurs (voir audit head).", "A head kept elsewhere (see audit head)."),
        valueName: "sequence:hash"))
    var head: String?

    func run() throws {
      let context = try Context(options, readOnly: true)
      let expected = try head.map { try AuditCommand.parse($0) }
      let result = try context.store.verify(expectedHead: expected)
      if let fault = result.fault {
        throw Failure(AuditText.fault(fault.kind, at: fault.sequence))
      }
      Console.print(
        Tongue.say(
          "intact : \(result.verified) événements, tête \(result.head)",
          "intact: \(result.verified) events, head \(result.head)"))
    }
  }

  /// `vigie audit head`.
  struct Head: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "head",
      abstract: Tongue.say(
        "Donner la tête à garder ailleurs.", "Give the head to keep elsewhere."))

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let context = try Context(options, readOnly: true)
      let head = try context.store.head()
      Console.print("\(head.sequence):\(head.hash)")
    }
  }

  /// `vigie audit log`.
  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "log",
      abstract: Tongue.say("Lister les événements.", "List the events."))

    @OptionGroup var options: GlobalOptions

    @Option(
      name: .long,
      help: ArgumentHelp(Tongue.say("Nombre d'événements au plus.", "Number of events at most.")))
    var limit = 100

    func run() throws {
      let context = try Context(options, readOnly: true)
      let head = try context.store.head()
      let first = max(0, head.sequence - max(1, limit))
      for event in try context.store.events(after: first, limit: max(1, limit)) {
        let panel = event.payload.project.flatMap { project in
          Engines.all.first { $0.panel.project == project }?.panel
        }
        let subject = event.payload.subject.map { " \($0)" } ?? ""
        Console.print(
          "#\(event.sequence) \(SystemZone.localTime.iso(event.time)) \(event.agent)\(subject) "
            + EventText.sentence(event.payload, panel: panel))
      }
    }
  }

  private static func parse(_ text: String) throws -> LedgerHead {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let sequence = Int(parts[0]),
      let hash = LedgerHash(hexadecimal: String(parts[1]))
    else {
      throw Failure(
        "--head : « \(text) » trouvé, numéro:empreinte attendu",
        "--head: found “\(text)”, expected sequence:hash", status: ExitStatus.usage)
    }
    return LedgerHead(sequence: sequence, hash: hash)
  }
}

/// Faults of the ledger as sentences.
enum AuditText {
  /// What is wrong with a row.
  static func fault(_ kind: LedgerVerification.Fault, at sequence: Int) -> LocalizedText {
    switch kind {
    case .content:
      LocalizedText(
        fr: "événement \(sequence) : son contenu a été modifié",
        en: "event \(sequence): its content was changed")
    case .link:
      LocalizedText(
        fr: "événement \(sequence) : il ne suit pas le précédent",
        en: "event \(sequence): it does not follow the one before")
    case .sequence:
      LocalizedText(
        fr: "événement \(sequence) : un numéro manque ou se répète",
        en: "event \(sequence): a number is missing or repeated")
    case .personal:
      LocalizedText(
        fr: "événement \(sequence) : un texte ne correspond plus à son empreinte",
        en: "event \(sequence): a text no longer matches its digest")
    case .column:
      LocalizedText(
        fr: "événement \(sequence) : une colonne contredit la ligne",
        en: "event \(sequence): a column contradicts the row")
    case .head:
      LocalizedText(
        fr: "la tête gardée (événement \(sequence)) n'est pas dans le registre",
        en: "the kept head (event \(sequence)) is not in the ledger")
    }
  }
}
