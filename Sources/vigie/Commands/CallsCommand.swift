import ArgumentParser
import Calls
import Foundation
import Review
import Session
import Telephone

/// `vigie calls`: the bot itself, on the telephone, in the terminal, as sound.
struct CallsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calls",
    abstract: Tongue.say(
      "Le robot téléphonique : serve, ask, say.", "The telephone bot: serve, ask, say."),
    subcommands: [CallsServeCommand.self, CallsAskCommand.self, CallsSayCommand.self])
}

/// How the bot speaks, for the commands that make it speak.
struct SpeechOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Un autre synthétiseur : le texte arrive sur son entrée, le WAV part de sa sortie.",
        "Another synthesiser: the text comes on its input, the WAV leaves by its output."),
      valueName: "program"))
  var synthesiser: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("La voix d'espeak-ng.", "The voice of espeak-ng."), valueName: "voice"))
  var voice = "fr"

  /// What speaks, or `nil` when nothing is installed.
  var speech: ProgramSpeech? { ProgramSpeech(program: synthesiser, voice: voice) }
}

/// `vigie calls say`: a text as it is said, and its sound.
struct CallsSayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "say",
    abstract: Tongue.say(
      "Écrire un texte comme il se dit, et le faire entendre.",
      "Write a text as it is said, and make its sound."))

  @OptionGroup var options: GlobalOptions
  @OptionGroup var speaking: SpeechOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le texte.", "The text.")))
  var text: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Tongue.say("Le fichier WAV à écrire.", "The WAV file to write."), valueName: "file"))
  var output: String?

  @Flag(name: .long, help: ArgumentHelp(Tongue.say("Montrer le SSML.", "Show the SSML.")))
  var ssml = false

  func run() throws {
    let spoken = SpokenText(text)
    Console.print(ssml ? spoken.ssml : spoken.words)
    guard let output else { return }
    guard let speech = speaking.speech else { throw CallsCommand.noSynthesiser }
    try OutputFile.write(try speech.wave(of: spoken), to: output)
  }
}

extension CallsCommand {
  static var noSynthesiser: Failure {
    Failure(
      "aucun synthétiseur : installez espeak-ng, ou donnez --synthesiser",
      "no synthesiser: install espeak-ng, or give --synthesiser")
  }

  /// The bot's side of a call with the store's active model and tables.
  static func conversation(_ context: Context) throws -> Conversation {
    let circumstances = try context.circumstances(.calls)
    return try CallBot(circumstances).conversation()
  }
}

/// `vigie calls ask`: a question to the bot, in the terminal.
struct CallsAskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: Tongue.say("Parler au robot dans le terminal.", "Talk to the bot in the terminal."),
    discussion: Tongue.say(
      "Sans question, lit une réplique par ligne jusqu'à la fin de l'entrée.",
      "Without a question, reads one turn a line to the end of input."))

  @OptionGroup var options: GlobalOptions
  @OptionGroup var speaking: SpeechOptions

  @Argument(help: ArgumentHelp(Tongue.say("La question.", "The question.")))
  var question: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Écrire la voix du robot ici (WAV).", "Write the bot's voice here (WAV)."),
      valueName: "file"))
  var say: String?

  func run() throws {
    let context = try Context(options, readOnly: true)
    var conversation = try CallsCommand.conversation(context)
    var spoken: [String] = []
    show(conversation.receive(.started), &spoken)
    if let question {
      show(conversation.receive(.heard(question)), &spoken)
    } else {
      while !conversation.isOver, let line = readLine() {
        let key = line.count == 1 ? line.first : nil
        let isKey = key.map { "0123456789".contains($0) } ?? false
        let input: Conversation.Input =
          line.isEmpty ? .silence : isKey ? .key(key ?? "0") : .heard(line)
        show(conversation.receive(input), &spoken)
      }
    }
    guard let say else { return }
    guard let speech = speaking.speech else { throw CallsCommand.noSynthesiser }
    try OutputFile.write(
      try speech.wave(of: SpokenText(spoken.joined(separator: " "))), to: say)
  }

  private func show(_ outputs: [Conversation.Output], _ spoken: inout [String]) {
    for output in outputs {
      switch output {
      case .say(let text):
        spoken.append(text)
        Console.print(text)
      case .listen: break
      case .handOver(let why):
        Console.print("→ " + Tongue.say("un conseiller", "an adviser") + " (\(why))")
      case .hangUp: Console.print("→ " + Tongue.say("fin de l'appel", "end of the call"))
      }
    }
  }
}
