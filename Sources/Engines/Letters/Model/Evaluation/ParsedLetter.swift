import Review

/// A letter in the shape of `assembled/truth.jsonl`.
struct ParsedLetter: Codable, Sendable {
  struct Section: Codable, Sendable {
    var kind: String
    var title: String
  }

  struct Item: Codable, Sendable {
    var id: String
    var section: String
    var text: String
  }

  var file: String
  var inspection: String?
  var reference: String?
  var date: String?
  var site: String?
  var inb: String?
  var theme: String?
  var layout: String
  var sections: [Section]
  var items: [Item]

  init(_ letter: Letter) {
    func known(_ text: String) -> String? { text.isEmpty ? nil : text }
    file = letter.file
    inspection = known(letter.inspection)
    reference = known(letter.reference)
    date = letter.date?.iso
    site = known(letter.site)
    inb = known(Self.list(letter.installations))
    theme = known(letter.theme)
    layout = letter.layout.rawValue
    sections = letter.sections.map { Section(kind: $0.kind.rawValue, title: $0.title) }
    items = letter.items.map { Item(id: $0.id, section: $0.section.rawValue, text: $0.text) }
  }

  /// « 22, 37 et 123 ».
  private static func list(_ numbers: [String]) -> String {
    guard let last = numbers.last, numbers.count > 1 else { return numbers.first ?? "" }
    return numbers.dropLast().joined(separator: ", ") + " et " + last
  }

  /// All keys are written, those without a value as `null`.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(inspection, forKey: .inspection)
    try container.encode(reference, forKey: .reference)
    try container.encode(date, forKey: .date)
    try container.encode(site, forKey: .site)
    try container.encode(inb, forKey: .inb)
    try container.encode(theme, forKey: .theme)
    try container.encode(layout, forKey: .layout)
    try container.encode(sections, forKey: .sections)
    try container.encode(items, forKey: .items)
  }
}
