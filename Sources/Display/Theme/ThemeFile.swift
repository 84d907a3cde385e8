import Yams

/// Reads themes from YAML.
///
/// ```yaml
/// name: dark
/// inherits: default
/// background: "#101418"     # assumed where a role leaves the terminal's own
/// foreground: "#e6e6e6"
/// roles:
///   title: { foreground: "#ffffff", bold: true }
/// ```
public enum ThemeFile {
  /// What is wrong with a theme file.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public let file: String
    /// Where in the file: a key, or a line.
    public let place: String
    /// What was found.
    public let found: String
    /// What was expected.
    public let expected: String

    /// The problem as a sentence.
    public var description: String { "\(file): \(place): \(found), expected \(expected)" }
  }

  /// The longest theme file, in bytes.
  public static let sizeLimit = 64 * 1024

  /// Reads a theme.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - file: its name, for errors.
  ///   - base: finds the theme that `inherits` names.
  public static func read(
    _ text: String, file: String, base: (String) -> Theme?
  ) throws(Problem) -> Theme {
    guard text.utf8.count <= sizeLimit else {
      throw Problem(file: file, place: "file", found: "over 64 KiB", expected: "a small file")
    }
    let root = try mapping(text, file: file)
    let parent = root["inherits"] as? String ?? "default"
    guard var theme = base(parent) else {
      throw Problem(file: file, place: "inherits", found: parent, expected: "a known theme")
    }
    theme.name = root["name"] as? String ?? file
    for (key, value) in root {
      switch key {
      case "name", "inherits": break
      case "background": theme.assumedBackground = try rgb(value, key, file)
      case "foreground": theme.assumedForeground = try rgb(value, key, file)
      case "roles": try apply(value, to: &theme, file: file)
      default:
        throw Problem(
          file: file, place: key, found: "an unknown key",
          expected: "name, inherits, background, foreground or roles")
      }
    }
    return theme
  }

  private static func mapping(
    _ text: String, file: String
  ) throws(Problem) -> [String: Any] {
    do {
      if let root = try Yams.load(yaml: text) as? [String: Any] { return root }
    } catch {
      throw Problem(file: file, place: "file", found: "\(error)", expected: "YAML")
    }
    throw Problem(file: file, place: "file", found: "no mapping", expected: "name, roles…")
  }

  private static func apply(
    _ value: Any, to theme: inout Theme, file: String
  ) throws(Problem) {
    guard let roles = value as? [String: Any] else {
      throw Problem(file: file, place: "roles", found: "\(value)", expected: "a mapping")
    }
    for (name, look) in roles {
      guard let role = Style.Role(rawValue: name) else {
        let known = Style.Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem(file: file, place: "roles.\(name)", found: "unknown", expected: known)
      }
      guard let values = look as? [String: Any] else {
        throw Problem(
          file: file, place: "roles.\(name)", found: "\(look)", expected: "a mapping")
      }
      theme[role] = try self.look(values, over: theme[role], place: "roles.\(name)", file: file)
    }
  }

  private static func look(
    _ values: [String: Any], over base: Theme.Look, place: String, file: String
  ) throws(Problem) -> Theme.Look {
    var look = base
    for (key, value) in values {
      let here = "\(place).\(key)"
      switch key {
      case "foreground": look.foreground = try color(value, here, file)
      case "background": look.background = try color(value, here, file)
      case "bold": look.isBold = try flag(value, here, file)
      case "underline": look.isUnderlined = try flag(value, here, file)
      case "reverse": look.isReversed = try flag(value, here, file)
      case "dim": look.isDim = try flag(value, here, file)
      default:
        throw Problem(
          file: file, place: here, found: "an unknown key",
          expected: "foreground, background, bold, underline, reverse or dim")
      }
    }
    return look
  }

  private static func color(
    _ value: Any, _ place: String, _ file: String
  ) throws(Problem) -> ThemeColor {
    guard let color = ThemeColor("\(value)") else {
      throw Problem(
        file: file, place: place, found: "\(value)",
        expected: "default, a name like red or bright-red, 0…255, or #rrggbb")
    }
    return color
  }

  private static func rgb(
    _ value: Any, _ place: String, _ file: String
  ) throws(Problem) -> Style.RGB {
    guard let rgb = try color(value, place, file).rgb else {
      throw Problem(file: file, place: place, found: "\(value)", expected: "a colour")
    }
    return rgb
  }

  private static func flag(_ value: Any, _ place: String, _ file: String) throws(Problem) -> Bool {
    guard let flag = value as? Bool else {
      throw Problem(file: file, place: place, found: "\(value)", expected: "true or false")
    }
    return flag
  }
}
