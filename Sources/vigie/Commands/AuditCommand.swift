import ArgumentParser
import Foundation
import Review
import ReviewStore
import Session

/// `vigie audit`: the ledger, verified and told.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: Tongue.say("Vérifier le registre des décisions.", "Verify the ledger of decisions."),
    subcommands: [
      Verify.self, Head.self, Log.self, AuditProveCommand.self, AuditCheckCommand.self,
      AuditEraseCommand.self, AuditRetainCommand.self,
    ])

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
        valueName: "sequence:hash|file"))
    var head: String?

    @Option(
      name: .long,
      help: ArgumentHelp(
        Tongue.say(
          "La clé publique attendue (64 chiffres hexadécimaux).",
          "The public key expected (64 hexadecimal digits)."), valueName: "key"))
    var key: String?

    func run() throws {
      let context = try Context(options, readOnly: true)
      let expected = try head.map { try KeptHead.read($0, key: key) }
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

    @Flag(
      name: .long,
      help: ArgumentHelp(
        Tongue.say(
          "La signer (Ed25519) ; la clé est faite au premier usage.",
          "Sign it (Ed25519); the key is made at the first use.")))
    var sign = false

    @Option(
      name: .customLong("key-file"),
      help: ArgumentHelp(
        Tongue.say("Le fichier de la clé privée.", "The file of the private key."),
        valueName: "file"))
    var keyFile: String?

    func run() throws {
      let context = try Context(options, readOnly: true)
      guard sign else {
        let head = try context.store.head()
        return Console.print("\(head.sequence):\(head.hash)")
      }
      let key = try SigningKey.load(keyFile ?? SigningKey.defaultPath)
      Console.print(
        try ProofService(store: context.store).signedHead(key: key, now: Clock.now).line)
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
