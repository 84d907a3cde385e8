import Review

/// Reads XML of a bounded size and depth, without document types: entity bombs and external
/// entities cannot be said, only the five entities of XML and character numbers.
struct XMLScanner {
  /// What is met while reading.
  enum Event {
    case open(name: String, attributes: [String: String], isEmpty: Bool)
    case close(name: String)
    case text(String)
  }

  /// Why a file is refused.
  struct Problem: Error, Hashable {
    var line: Int
    var found: String
    var expected: LocalizedText
  }

  /// The deepest nesting.
  static let depthLimit = 200
  /// The most elements.
  static let elementLimit = 2_000_000
  /// The most attributes of an element.
  static let attributeLimit = 200

  private let bytes: [UInt8]
  private var place = 0
  private var names: [String] = []
  private var elementCount = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Reads everything; names come without their prefix.
  mutating func run(_ body: (Event) throws -> Void) throws {
    while place < bytes.count {
      if bytes[place] == 0x3C {
        try markup(body)
      } else {
        try text(body)
      }
    }
    guard names.isEmpty else {
      throw problem(names.last ?? "", "la fin de l'élément", "the end of the element")
    }
    guard elementCount > 0 else { throw problem("", "un élément", "an element") }
  }

  private var line: Int {
    1 + bytes[..<min(place, bytes.count)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  private func problem(_ found: String, _ fr: String, _ en: String) -> Problem {
    Problem(line: line, found: found, expected: LocalizedText(fr: fr, en: en))
  }

  private func starts(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private mutating func skip(past end: String, _ what: String) throws {
    let mark = Array(end.utf8)
    var index = place
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        place = index + mark.count
        return
      }
      index += 1
    }
    throw problem(what, "« \(end) »", "“\(end)”")
  }

  private mutating func markup(_ body: (Event) throws -> Void) throws {
    if starts("<!--") { return try skip(past: "-->", "<!--") }
    if starts("<?") { return try skip(past: "?>", "<?") }
    if starts("<![CDATA[") {
      place += 9
      let begin = place
      try skip(past: "]]>", "<![CDATA[")
      return try body(.text(String(decoding: bytes[begin..<(place - 3)], as: UTF8.self)))
    }
    if starts("<!") {
      throw problem(
        String(decoding: bytes[place..<min(bytes.count, place + 20)], as: UTF8.self),
        "un fichier XML sans DOCTYPE ni entités", "XML without DOCTYPE or entities")
    }
    if starts("</") { return try close(body) }
    try open(body)
  }

  private mutating func close(_ body: (Event) throws -> Void) throws {
    place += 2
    let name = self.name()
    skipSpace()
    guard place < bytes.count, bytes[place] == 0x3E, names.last == name else {
      throw problem("</\(name)>", "</\(names.last ?? "")>", "</\(names.last ?? "")>")
    }
    place += 1
    names.removeLast()
    try body(.close(name: name))
  }

  private mutating func open(_ body: (Event) throws -> Void) throws {
    place += 1
    let name = self.name()
    guard !name.isEmpty else { throw problem("<", "un nom d'élément", "a name of an element") }
    elementCount += 1
    guard names.count < Self.depthLimit, elementCount <= Self.elementLimit else {
      throw problem(
        name, "\(Self.depthLimit) niveaux et \(Self.elementLimit) éléments au plus",
        "\(Self.depthLimit) levels and \(Self.elementLimit) elements at most")
    }
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      guard place < bytes.count else { throw problem(name, "« > »", "“>”") }
      if bytes[place] == 0x3E {
        place += 1
        names.append(name)
        return try body(.open(name: name, attributes: attributes, isEmpty: false))
      }
      if bytes[place] == 0x2F {
        place += 1
        guard place < bytes.count, bytes[place] == 0x3E else {
          throw problem("/", "« /> »", "“/>”")
        }
        place += 1
        try body(.open(name: name, attributes: attributes, isEmpty: true))
        return
      }
      let (key, value) = try attribute()
      attributes[key] = value
      guard attributes.count <= Self.attributeLimit else {
        throw problem(name, "moins d'attributs", "fewer attributes")
      }
    }
  }

  private mutating func attribute() throws -> (String, String) {
    let key = name()
    skipSpace()
    guard !key.isEmpty, place < bytes.count, bytes[place] == 0x3D else {
      throw problem(key, "un attribut « nom=\"valeur\" »", "an attribute name=\"value\"")
    }
    place += 1
    skipSpace()
    guard place < bytes.count, bytes[place] == 0x22 || bytes[place] == 0x27 else {
      throw problem(key, "une valeur entre guillemets", "a quoted value")
    }
    let quote = bytes[place]
    place += 1
    let begin = place
    while place < bytes.count, bytes[place] != quote { place += 1 }
    guard place < bytes.count else { throw problem(key, "un guillemet", "a quotation mark") }
    let value = try unescaped(bytes[begin..<place])
    place += 1
    return (key, value)
  }

  /// A name without its prefix.
  private mutating func name() -> String {
    var begin = place
    while place < bytes.count {
      let byte = bytes[place]
      let isName =
        byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
        || (byte >= 0x30 && byte <= 0x39)
        || byte == 0x5F || byte == 0x2D || byte == 0x2E
      if byte == 0x3A {
        begin = place + 1
      } else if !isName {
        break
      }
      place += 1
    }
    return String(decoding: bytes[begin..<place], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  private mutating func text(_ body: (Event) throws -> Void) throws {
    let begin = place
    while place < bytes.count, bytes[place] != 0x3C { place += 1 }
    try body(.text(try unescaped(bytes[begin..<place])))
  }

  private func unescaped(_ slice: ArraySlice<UInt8>) throws -> String {
    guard slice.contains(0x26) else { return String(decoding: slice, as: UTF8.self) }
    var out: [UInt8] = []
    var index = slice.startIndex
    while index < slice.endIndex {
      guard slice[index] == 0x26 else {
        out.append(slice[index])
        index += 1
        continue
      }
      guard let end = slice[index...].prefix(12).firstIndex(of: 0x3B) else {
        throw problem("&", "une entité de XML", "an entity of XML")
      }
      let name = String(decoding: slice[(index + 1)..<end], as: UTF8.self)
      guard let scalar = Self.scalar(name) else {
        throw problem(
          "&\(name);", "&amp; &lt; &gt; &quot; &apos; ou un numéro",
          "one of the five entities of XML")
      }
      out += Array(String(scalar).utf8)
      index = end + 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func scalar(_ name: String) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }.map { Character($0) }
  }
}
