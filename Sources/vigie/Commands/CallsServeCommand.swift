import ArgumentParser
import Calls
import Foundation
import Review
import Telephone

/// `vigie calls serve`: answers calls that an Asterisk exchange hands over by FastAGI.
struct CallsServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: Tongue.say(
      "Répondre aux appels qu'Asterisk confie par FastAGI.",
      "Answer calls that Asterisk hands over by FastAGI."),
    discussion: Tongue.say(
      "Dans le plan de numérotation : AGI(agi://127.0.0.1:4573/accueil). Le robot et le standard "
        + "voient le même dossier de sons.",
      "In the dialplan: AGI(agi://127.0.0.1:4573/welcome). The bot and the exchange see the same "
        + "folder of sounds."))

  @OptionGroup var options: GlobalOptions
  @OptionGroup var speaking: SpeechOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("L'adresse écoutée.", "The address listened on."), valueName: "address"))
  var host = "127.0.0.1"

  @Option(
    name: .long, help: ArgumentHelp(Tongue.say("Le port.", "The port."), valueName: "port"))
  var port: UInt16 = 4573

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Le dossier des sons et des dialogues.", "The folder of sounds and dialogues."),
      valueName: "folder"))
  var folder: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Le dossier d'un modèle Vosk.", "The folder of a Vosk model."),
      valueName: "folder"))
  var vosk: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("La bibliothèque libvosk.", "The library libvosk."), valueName: "file"))
  var voskLibrary = "libvosk.so"

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Lire la transcription qu'un autre programme écrit à côté de l'enregistrement (.txt).",
        "Read the transcript that another program writes beside the recording (.txt).")))
  var transcripts = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("La file où passer les appelants.", "The queue to hand callers to."),
      valueName: "queue"))
  var queue: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Le nombre d'appels à la fois.", "The number of calls at once."),
      valueName: "n"))
  var sessions = 64

  func run() throws {
    let context = try Context(options, readOnly: true)
    let bot = try CallBot(try context.circumstances(.calls))
    let place = URL(fileURLWithPath: folder ?? Self.usualFolder)
    let speech = speaking.speech
    let sounds = try SoundLibrary(folder: place, speech: speech, voice: speaking.voice)
    let journal = DialogueJournal(url: place.appendingPathComponent("dialogues.jsonl"))
    let now = Date(timeIntervalSince1970: Double(Clock.now.milliseconds) / 1000)
    let removed = sounds.removeRecordings(olderThan: bot.retentionDays, now: now)
    let forgotten = try journal.remove(olderThan: bot.retentionDays, now: now)
    let recogniser = try recogniser()
    var settings = FastAGIServer.Options()
    settings.host = host
    settings.port = port
    settings.queue = queue
    settings.limits.sessions = max(1, min(1000, sessions))
    let server = try FastAGIServer(
      options: settings, sounds: sounds, recogniser: recogniser, journal: journal,
      conversation: { bot.conversation() }, log: { Console.note($0) })
    tell(bot, speech, recogniser, port: server.port, removed: removed + forgotten)
    for text in bot.texts { _ = try? sounds.path(of: text) }
    server.run()
  }

  private static var usualFolder: String {
    let environment = ProcessInfo.processInfo.environment
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? (environment["HOME"] ?? ".") + "/.local/share"
    return data + "/vigie/calls"
  }

  private func recogniser() throws -> (any SpeechRecognising)? {
    if transcripts { return TranscriptRecogniser() }
    guard let vosk else { return nil }
    do {
      return try VoskRecogniser(modelFolder: vosk, library: voskLibrary)
    } catch {
      throw Failure("Vosk : \(error)", "Vosk: \(error)")
    }
  }

  /// Says plainly what works: nothing is worse than a bot that seems to listen.
  private func tell(
    _ bot: CallBot, _ speech: ProgramSpeech?, _ recogniser: (any SpeechRecognising)?,
    port: UInt16, removed: Int
  ) {
    Console.note(
      Tongue.say("écoute sur agi://\(host):\(port)", "listening on agi://\(host):\(port)"))
    Console.note(
      Tongue.say("voix : ", "voice: ")
        + (speech?.name ?? Tongue.say("aucune (espeak-ng manque)", "none (espeak-ng is missing)")))
    Console.note(
      Tongue.say("écoute : ", "recognition: ")
        + (recogniser?.name
          ?? Tongue.say(
            "aucune ; touches, et message enregistré pour la liste",
            "none; keys, and a message recorded for the list")))
    Console.note(bot.summary[Tongue.language])
    if removed > 0 {
      Console.note(
        Tongue.say(
          "\(removed) enregistrements ou dialogues effacés (plus de \(bot.retentionDays) jours)",
          "\(removed) recordings or dialogues erased (older than \(bot.retentionDays) days)"))
    }
  }
}
