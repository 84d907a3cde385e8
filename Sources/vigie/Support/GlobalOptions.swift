import ArgumentParser
import Foundation
import Review

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Le magasin de données.", "The store."), valueName: "path"))
  var store: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("La langue, fr ou en.", "The language, fr or en."), valueName: "fr|en"))
  var language: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      Tongue.say("L'agent qui agit.", "The agent who acts."), valueName: "agent"))
  var agent: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Ne rien dire d'autre que le résultat.", "Say nothing but the result.")))
  var quiet = false

  /// Refuses a language that is neither French nor English.
  func validate() throws {
    if let language, InterfaceLanguage(rawValue: language) == nil {
      throw ValidationError(
        Tongue.say(
          "--language : « \(language) » trouvé, fr ou en attendu",
          "--language: found “\(language)”, expected fr or en"))
    }
  }

  /// The agent's login name: `--as`, else the system's user name.
  var agentName: String {
    let environment = ProcessInfo.processInfo.environment
    let name = agent ?? environment["USER"] ?? environment["LOGNAME"] ?? ""
    return name.isEmpty ? NSUserName() : name
  }

  /// The file of the store: `--store`, else `VIGIE_STORE`, else the user's data folder.
  var storePath: String {
    if let store { return store }
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["VIGIE_STORE"], !path.isEmpty { return path }
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? (environment["HOME"] ?? ".") + "/.local/share"
    return data + "/vigie/vigie.sqlite"
  }
}

extension Project: ExpressibleByArgument {}
