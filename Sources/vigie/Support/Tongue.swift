import Foundation
import Review

/// The language in which the command speaks, known before arguments are parsed because help texts
/// are written in it too.
enum Tongue {
  /// The language asked for by `--language`, else by the locale.
  static let language = chosen(
    arguments: Array(CommandLine.arguments.dropFirst()),
    environment: ProcessInfo.processInfo.environment)

  /// The language that arguments and environment ask for: the last `--language` before `--`, then
  /// `LC_ALL`, `LC_MESSAGES` and `LANG`.
  static func chosen(
    arguments: [String], environment: [String: String]
  ) -> InterfaceLanguage {
    let options = arguments.prefix { $0 != "--" }
    var asked: InterfaceLanguage?
    for (index, argument) in options.enumerated() {
      if argument.hasPrefix("--language=") {
        asked = InterfaceLanguage(rawValue: String(argument.dropFirst(11))) ?? asked
      } else if argument == "--language", index + 1 < options.count {
        asked = InterfaceLanguage(rawValue: options[index + 1]) ?? asked
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
      .lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return asked ?? InterfaceLanguage(locale: locale)
  }

  /// Picks the text of the language.
  static func say(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }
}
