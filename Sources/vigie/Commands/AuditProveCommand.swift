import ArgumentParser
import Foundation
import Oversight
import Review
import Session

/// `vigie audit prove`: a proof that one event is in the ledger.
struct AuditProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: Tongue.say(
      "Prouver qu'un événement est dans le registre, sans montrer les autres.",
      "Prove that an event is in the ledger, without showing the others."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le numéro de l'événement.", "The event's number.")))
  var sequence: Int

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Le nombre d'événements de la tête signée à retrouver.",
        "The number of events of the signed head to be matched.")))
  var count: Int?

  func run() throws {
    let context = try Context(options, readOnly: true)
    let proof = try ProofService(store: context.store).proof(of: sequence, among: count)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    Console.print(String(decoding: try encoder.encode(proof), as: UTF8.self))
  }
}

/// `vigie audit check`: checks such a proof, without a store.
struct AuditCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Tongue.say(
      "Vérifier une preuve, avec ou sans tête signée.",
      "Check a proof, with or without a signed head."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le fichier de la preuve.", "The proof's file.")))
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("La tête signée (ligne ou fichier).", "The signed head (line or file)."),
      valueName: "head"))
  var head: String?

  func run() throws {
    guard let data = FileManager.default.contents(atPath: file),
      let proof = try? JSONDecoder().decode(InclusionProof.self, from: data)
    else { throw Failure("\(file) : pas une preuve", "\(file): no proof") }
    guard proof.isValid else { throw Failure("la preuve est fausse", "the proof is false") }
    if let head { try match(proof, head) }
    let row = Data(base64Encoded: proof.row) ?? Data()
    for (name, value) in (CanonicalRow(bytes: [UInt8](row))?.fields ?? [:]).sorted(by: <) {
      Console.print("\(name): \(value)")
    }
    Console.note(
      Tongue.say(
        "preuve juste : événement \(proof.sequence) sur \(proof.count), racine \(proof.root)",
        "the proof holds: event \(proof.sequence) of \(proof.count), root \(proof.root)"))
  }

  private func match(_ proof: InclusionProof, _ text: String) throws {
    let line =
      FileManager.default.contents(atPath: text).map {
        String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      } ?? text
    guard let head = SignedHead(line: line), head.isSignatureValid else {
      throw Failure("pas une tête signée", "no signed head")
    }
    guard head.sequence == proof.count, head.root.description == proof.root else {
      throw Failure(
        "la preuve porte sur \(proof.count) événements, la tête sur \(head.sequence), ou leurs "
          + "racines diffèrent",
        "the proof is over \(proof.count) events, the head over \(head.sequence), or their roots "
          + "differ")
    }
  }
}

/// `vigie audit erase`: erases the personal text of an event; the chain still verifies.
struct AuditEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: Tongue.say(
      "Effacer le texte personnel d'un événement ; la chaîne reste juste.",
      "Erase the personal text of an event; the chain still verifies."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le numéro de l'événement.", "The event's number.")))
  var sequence: Int

  @Option(name: .long, help: ArgumentHelp(Tongue.say("La raison.", "The reason.")))
  var reason: String

  func run() throws {
    let context = try Context(options)
    try context.store.erase(
      personalOf: sequence, reason: reason, agent: context.agent.id, now: Clock.now)
    Console.print(
      Tongue.say(
        "texte de l'événement \(sequence) effacé", "text of event \(sequence) erased"))
  }
}
