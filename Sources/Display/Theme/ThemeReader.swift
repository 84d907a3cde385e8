import Yams

/// What reads the parts of a theme file and knows how to complain.
struct ThemeReader {
  let file: String

  /// Makes an error at a place of the file.
  func error(_ node: Node?, _ key: String, found: String, _ expected: String) -> ThemeError {
    ThemeError(
      file: file, line: node?.mark?.line, key: key, found: found, expected: expected)
  }

  /// The file's top mapping.
  func root(of yaml: String) throws -> Node.Mapping {
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _)
    {
      throw ThemeError(
        file: file, line: mark.line, key: "", found: problem, expected: "YAML")
    } catch {
      throw self.error(nil, "", found: "\(error)", "YAML")
    }
    guard let mapping = node?.mapping else {
      throw error(node, "", found: "no mapping", "name, inherits, assumes, roles")
    }
    return mapping
  }

  /// The theme with what the file says.
  func apply(_ root: Node.Mapping, to base: Theme) throws -> Theme {
    var theme = base
    for (node, value) in root {
      switch node.string {
      case "name": theme = theme.renamed(try string(value, "name"))
      case "inherits": break
      case "assumes": try assume(value, in: &theme)
      case "roles": try applyRoles(value, to: &theme)
      default:
        throw error(
          node, node.string ?? "", found: "an unknown key", "name, inherits, assumes or roles")
      }
    }
    return theme
  }

  private func assume(_ node: Node, in theme: inout Theme) throws {
    for (name, value) in try mapping(node, "assumes") {
      let key = "assumes.\(name.string ?? "")"
      let colour = try self.colour(value, key)
      guard case .rgb(let rgb) = colour else {
        throw error(value, key, found: value.string ?? "", "#rrggbb")
      }
      switch name.string {
      case "foreground": theme.assumedForeground = rgb
      case "background": theme.assumedBackground = rgb
      default: throw error(name, key, found: "an unknown key", "foreground or background")
      }
    }
  }

  private func applyRoles(_ node: Node, to theme: inout Theme) throws {
    for (name, value) in try mapping(node, "roles") {
      let key = "roles.\(name.string ?? "")"
      guard let role = Role(name: name.string ?? "") else {
        let known = Role.allCases.map(\.name).joined(separator: ", ")
        throw error(name, key, found: "an unknown role", "one of \(known)")
      }
      theme[role] = try look(value, over: theme[role], key)
    }
    let plain = theme[.text]
    for role in Role.allCases {
      if theme[role].foreground == .standard { theme[role].foreground = plain.foreground }
      if theme[role].background == .standard { theme[role].background = plain.background }
    }
  }

  private func look(_ node: Node, over base: Look, _ key: String) throws -> Look {
    var look = base
    for (name, value) in try mapping(node, key) {
      let own = "\(key).\(name.string ?? "")"
      switch name.string {
      case "foreground": look.foreground = try colour(value, own)
      case "background": look.background = try colour(value, own)
      case "attributes": look.attributes = try attributes(value, own)
      default:
        throw error(name, own, found: "an unknown key", "foreground, background or attributes")
      }
    }
    return look
  }

  private func attributes(_ node: Node, _ key: String) throws -> Attributes {
    let names = Attributes.names.map(\.name).joined(separator: ", ")
    guard let sequence = node.sequence else {
      throw error(node, key, found: node.string ?? "a mapping", "a list of \(names)")
    }
    return try sequence.reduce(into: Attributes()) { attributes, item in
      guard let known = Attributes.names.first(where: { $0.name == item.string }) else {
        throw error(item, key, found: item.string ?? "no word", "one of \(names)")
      }
      attributes.insert(known.value)
    }
  }

  private func colour(_ node: Node, _ key: String) throws -> ThemeColour {
    guard let colour = ThemeColour(notation: node.string ?? "") else {
      throw error(
        node, key, found: node.string ?? "no word",
        "default, a name like red or bright-red, 0…255, or \"#rrggbb\"")
    }
    return colour
  }

  /// The text of a scalar.
  func string(_ node: Node, _ key: String) throws -> String {
    guard let text = node.string else { throw error(node, key, found: "no word", "a word") }
    return text
  }

  private func mapping(_ node: Node, _ key: String) throws -> Node.Mapping {
    guard let mapping = node.mapping else {
      throw error(node, key, found: node.string ?? "a list", "a mapping")
    }
    return mapping
  }
}
