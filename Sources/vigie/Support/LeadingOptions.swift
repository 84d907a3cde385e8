import ArgumentParser

/// Global options that stand before the command (`vigie --language en list restaurants`).
///
/// The parser takes them after the command only; they are moved there before it sees them.
enum LeadingOptions {
  private static let withValue = ["--store", "--language", "--as"]
  private static let withoutValue = ["--quiet"]
  /// What the root itself answers; it needs no options, the language is read apart.
  private static let answeredByRoot = ["help", "--help", "-h", "--version"]

  /// The arguments with the global options before the command moved behind it; the same arguments
  /// when there are none, or no command follows them.
  static func moved(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var leading: [String] = []
    while let option = takeOption(from: &rest) { leading += option }
    guard !leading.isEmpty, let first = rest.first else { return arguments }
    if answeredByRoot.contains(first) { return Array(rest) }
    var path: [String] = []
    var commands = Vigie.configuration.subcommands
    while let name = rest.first,
      let command = commands.first(where: { $0.configuration.commandName == name })
    {
      path.append(name)
      rest.removeFirst()
      commands = command.configuration.subcommands
    }
    if path.isEmpty { return arguments }
    // A command that only holds others takes no options: it says which there are.
    return commands.isEmpty ? path + leading + rest : path + rest
  }

  private static func takeOption(from rest: inout ArraySlice<String>) -> [String]? {
    guard let first = rest.first else { return nil }
    if withoutValue.contains(first)
      || withValue.contains(where: { first.hasPrefix($0 + "=") })
    {
      rest.removeFirst()
      return [first]
    }
    guard withValue.contains(first), rest.count > 1 else { return nil }
    let option = Array(rest.prefix(2))
    rest.removeFirst(2)
    return option
  }
}
