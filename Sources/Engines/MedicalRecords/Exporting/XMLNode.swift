/// An element of XML that is written, with its attributes in the order given.
struct XMLNode: Sendable {
  /// What stands in an element.
  enum Content: Sendable {
    /// Further elements.
    case nodes([XMLNode])
    /// A text, escaped when it is written.
    case text(String)
  }

  var name: String
  var attributes: [(name: String, value: String)]
  var content: Content

  init(_ name: String, _ attributes: [(String, String)] = [], _ nodes: [XMLNode] = []) {
    self.name = name
    self.attributes = attributes.map { (name: $0.0, value: $0.1) }
    content = .nodes(nodes)
  }

  init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    self.name = name
    self.attributes = attributes.map { (name: $0.0, value: $0.1) }
    content = .text(text)
  }

  /// The lines of the element, indented by so many steps.
  func lines(_ depth: Int) -> [String] {
    let margin = String(repeating: "  ", count: depth)
    let head =
      "<" + name
      + attributes.map { " \($0.name)=\"\(XMLText.escaped($0.value))\"" }.joined()
    switch content {
    case .text(let text): return [margin + head + ">" + XMLText.escaped(text) + "</\(name)>"]
    case .nodes(let nodes) where nodes.isEmpty: return [margin + head + "/>"]
    case .nodes(let nodes):
      return [margin + head + ">"] + nodes.flatMap { $0.lines(depth + 1) } + [
        margin + "</\(name)>"
      ]
    }
  }
}
