import Yams

/// Reads themes from YAML.
///
/// ```yaml
/// name: evening
/// inherits: dark
/// assumes: { foreground: "#e6e6e6", background: "#101418" }
/// roles:
///   title: { foreground: "#ffffff", attributes: [bold] }
/// ```
///
/// `assumes` says what the terminal's own colours are taken for when contrasts are counted. A role
/// that a file names keeps what it does not say; the colours given to `text` hold for every role
/// without its own.
public enum ThemeFile {
  /// The largest file, in bytes.
  public static let maximumBytes = 64 * 1024

  /// Reads a theme.
  /// - Parameters:
  ///   - yaml: The file's text.
  ///   - file: The file's name, for errors.
  ///   - parent: Finds the theme that `inherits` names; the built-in ones are known without it.
  public static func read(
    _ yaml: String, file: String, parent: (String) throws -> Theme? = { _ in nil }
  ) throws -> Theme {
    let reader = ThemeReader(file: file)
    guard yaml.utf8.count <= maximumBytes else {
      throw reader.error(nil, "", found: "\(yaml.utf8.count) bytes", "at most \(maximumBytes)")
    }
    let root = try reader.root(of: yaml)
    var theme = Theme.standard
    if let node = root["inherits"] {
      let name = try reader.string(node, "inherits")
      guard let found = try Theme.builtIn(name) ?? parent(name) else {
        throw reader.error(node, "inherits", found: name, "a known theme")
      }
      theme = found
    }
    theme.usesColours = true
    return try reader.apply(root, to: theme)
  }

  /// Reads a theme and the themes it inherits from, eight generations at most.
  /// - Parameter text: Gives the text of the theme file of a name, if there is one.
  public static func read(named name: String, text: (String) throws -> String?) throws -> Theme? {
    try read(named: name, text: text, generation: 0)
  }

  private static func read(
    named name: String, text: (String) throws -> String?, generation: Int
  ) throws -> Theme? {
    guard generation < 8, let yaml = try text(name) else { return nil }
    return try read(yaml, file: name + ".yaml") {
      try read(named: $0, text: text, generation: generation + 1)
    }
  }
}

extension Theme {
  /// The built-in theme of a name: `default`, `default-light` or `mono`.
  public static func builtIn(_ name: String) -> Theme? {
    [standard, standardLight, mono].first { $0.name == name }
  }
}
