import Foundation
import Review

/// The language in which the command speaks, known before arguments are parsed because help texts
/// are written in it too.
enum Tongue {
  /// The language asked for by `--language`, else by the locale.
  static let language: InterfaceLanguage = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--language="),
        let asked = InterfaceLanguage(rawValue: String(argument.dropFirst("--language=".count)))
      {
        return asked
      }
      if argument == "--language", index + 1 < arguments.count,
        let asked = InterfaceLanguage(rawValue: arguments[index + 1])
      {
        return asked
      }
    }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
      .lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return InterfaceLanguage(locale: locale)
  }()

  /// Picks the text of the language.
  static func say(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }
}
