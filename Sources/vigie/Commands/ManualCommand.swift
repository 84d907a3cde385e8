import ArgumentParser
import Foundation
import Workbench

/// `vigie manual`: the manual page, made from the commands' own help.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: Tongue.say("Écrire la page de manuel (roff).", "Write the manual page (roff)."))

  @OptionGroup var options: GlobalOptions

  func run() throws {
    Console.write(Data(Self.page.utf8))
  }

  /// The page in roff, with a section for each command and one for the keys.
  static var page: String {
    var lines = [
      ".TH VIGIE 1 \"\" \"vigie \(Version.text)\" \"\"", ".SH NAME",
      "vigie \\- " + escaped(Vigie.configuration.abstract), ".SH DESCRIPTION",
      escaped(Vigie.configuration.discussion),
    ]
    for subcommand in Vigie.configuration.subcommands where subcommand != ManualCommand.self {
      let name = subcommand.configuration.commandName ?? ""
      lines.append(".SH \"vigie \(name)\"")
      lines.append(".nf")
      let help = Vigie.helpMessage(for: subcommand, columns: 90)
      lines += help.split(separator: "\n", omittingEmptySubsequences: false).map {
        escaped(String($0))
      }
      lines.append(".fi")
    }
    lines += keySection
    return lines.joined(separator: "\n") + "\n"
  }

  /// The keys of the workbench, from the table it dispatches by.
  private static var keySection: [String] {
    [".SH " + Tongue.say("TOUCHES", "KEYS"), ".nf"]
      + KeyMap.bindings.map { binding in
        let keys = binding.keys.map(\.notation).joined(separator: " ")
        let space = String(repeating: " ", count: max(1, 18 - keys.count))
        return escaped(keys + space + binding.title[Tongue.language])
      } + [".fi"]
  }

  /// A backslash, a leading dot or apostrophe would be read as a request by roff.
  static func escaped(_ line: String) -> String {
    let text = line.replacingOccurrences(of: "\\", with: "\\e")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
