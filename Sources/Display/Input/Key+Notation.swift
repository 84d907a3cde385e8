extension Key {
  /// The highest function key.
  public static let lastFunction = 24

  /// The key in notation: `j`, `C-d`, `S-Tab`, `A-Enter`, `F1`, `PageDown`, `Space`.
  public var notation: String {
    var text = ""
    if modifiers.contains(.control) { text += "C-" }
    if modifiers.contains(.alt) { text += "A-" }
    if modifiers.contains(.shift) { text += "S-" }
    switch code {
    case .character(let scalar): text.unicodeScalars.append(scalar)
    case .named(let name): text += name.rawValue
    case .function(let number): text += "F\(number)"
    }
    return text
  }

  /// Reads notation; nothing when it names no key.
  public init?(notation: some StringProtocol) {
    var rest = notation[...]
    var modifiers: Modifiers = []
    while let found = Self.prefix(of: rest) {
      modifiers.insert(found)
      rest = rest.dropFirst(2)
    }
    guard let code = Self.code(String(rest)) else { return nil }
    self.init(code, modifiers)
  }

  private static func prefix(of text: some StringProtocol) -> Modifiers? {
    guard text.count > 2, text.dropFirst().first == "-" else { return nil }
    switch text.first {
    case "C": return .control
    case "A": return .alt
    case "S": return .shift
    default: return nil
    }
  }

  private static func code(_ text: String) -> Code? {
    if let name = Name(rawValue: text) { return .named(name) }
    if text.utf8.count > 1, text.first == "F", let number = Int(text.dropFirst()) {
      return number >= 1 && number <= lastFunction ? .function(number) : nil
    }
    let scalars = text.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return nil }
    return CharacterWidth.of(scalar) > 0 ? .character(scalar) : nil
  }
}

extension Key: CustomStringConvertible {
  /// The key in notation.
  public var description: String { notation }
}

extension Key: ExpressibleByStringLiteral {
  /// Reads the notation of a literal of the program; one that names no key is `Esc`.
  public init(stringLiteral value: StaticString) {
    self = Key(notation: value.description) ?? .named(.escape)
  }
}
