import ArgumentParser
import Foundation
import Review

/// Parses the arguments, runs the command, and turns every error into a sentence and a status.
@main
enum Main {
  static func main() {
    // A reader that goes away (`vigie list | head`) must not kill the command half-way.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Vigie.parseAsRoot(
        LeadingOptions.moved(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      exit(status(of: error))
    }
  }

  /// Tells the error and gives the status it leads to.
  static func status(of error: any Error) -> Int32 {
    if let failure = error as? Failure {
      Console.note("vigie: " + failure.sentence)
      return failure.status
    }
    if let sentence = ErrorSentence.of(error) {
      Console.note("vigie: " + sentence)
      return ExitStatus.failed
    }
    if let code = error as? ExitCode { return code.rawValue }
    let code = Vigie.exitCode(for: error)
    let message = Vigie.fullMessage(for: error)
    if code.isSuccess {
      if !message.isEmpty { Console.print(message) }
      return ExitStatus.done
    }
    if !message.isEmpty { Console.note(message) }
    return code == .validationFailure ? ExitStatus.usage : ExitStatus.failed
  }
}
