import Language
import Review

/// Reads a CDA R2 document: who it is about, when it was written, and its narrative by section.
struct ClinicalDocumentReader {
  private var path: [String] = []
  private var lines: [String] = []
  private var current = ""
  private var identity = PatientIdentity()
  private var date: CalendarDate?
  private var title = ""
  private var tables = 0

  /// The note of a document.
  ///
  /// - Throws: `XMLScanner.Problem` when the document is not XML or holds no CDA.
  static func read(_ text: String, file: String, patient: String) throws -> PatientNote {
    var reader = ClinicalDocumentReader()
    var scanner = XMLScanner(text)
    try scanner.run { try reader.take($0) }
    reader.flush()
    guard reader.sawDocument else {
      throw XMLScanner.Problem(
        line: 1, found: reader.root,
        expected: LocalizedText(fr: "ClinicalDocument (CDA R2)", en: "ClinicalDocument (CDA R2)"))
    }
    let body = reader.lines.joined(separator: "\n")
    return PatientNote(
      key: file, patient: patient.isEmpty ? reader.identity.identifiers.first ?? file : patient,
      date: reader.date, kind: NoteKind.guess(reader.title, file), title: reader.title,
      text: body, identity: reader.identity, file: file, line: 1)
  }

  private var sawDocument = false
  private var root = ""

  private mutating func take(_ event: XMLScanner.Event) throws {
    switch event {
    case .open(let name, let attributes, let isEmpty):
      if path.isEmpty {
        root = name
        sawDocument = name == "ClinicalDocument"
      }
      opened(name, attributes)
      if isEmpty { closed(name) } else { path.append(name) }
    case .close(let name):
      path.removeLast()
      closed(name)
    case .text(let text): characters(text)
    }
  }

  private func isIn(_ name: String) -> Bool { path.contains(name) }

  private mutating func opened(_ name: String, _ attributes: [String: String]) {
    if path.last == "patientRole" || (isIn("patient") && isIn("patientRole")) {
      patientAttributes(name, attributes)
    }
    if name == "effectiveTime", path.count == 1, let value = attributes["value"] {
      date = Self.date(value)
    }
    if name == "br" { flush() }
    if isBlock(name), isNarrative { flush() }
  }

  private mutating func patientAttributes(_ name: String, _ attributes: [String: String]) {
    guard !isIn("guardian"), !isIn("birthplace") else { return }
    switch name {
    case "id":
      if let id = attributes["extension"], path.last == "patientRole" {
        identity.identifiers.append(id)
      }
    case "telecom":
      if let value = attributes["value"] {
        identity.contacts.append(value.split(separator: ":").last.map(String.init) ?? value)
      }
    case "birthTime": identity.birthDate = attributes["value"].flatMap { Self.date($0) }
    case "administrativeGenderCode": identity.sex = attributes["code"] ?? ""
    default: break
    }
  }

  private static func date(_ value: String) -> CalendarDate? {
    let digits = Array(value.prefix(8))
    guard digits.count == 8, digits.allSatisfy(\.isNumber), let year = Int(String(digits[0..<4])),
      let month = Int(String(digits[4..<6])), let day = Int(String(digits[6..<8]))
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Whether the place is inside the narrative of a section.
  private var isNarrative: Bool { path.contains("section") && path.contains("text") }

  private func isBlock(_ name: String) -> Bool {
    ["paragraph", "item", "tr", "list", "table", "caption", "thead", "tbody"].contains(name)
  }

  private mutating func characters(_ text: String) {
    if isIn("patientRole"), !isIn("guardian"), path.last == "family" || path.last == "given" {
      for part in text.split(separator: " ").map(String.init) where !identity.names.contains(part) {
        identity.names.append(part)
      }
      return
    }
    if path.count == 2, path.last == "title" {
      title += text
      return
    }
    if path.last == "title", isIn("section") {
      flush()
      if !lines.isEmpty { lines.append("") }
      let heading = text.withSingleSpaces
      if !heading.isEmpty { lines.append(heading) }
      return
    }
    guard isNarrative else { return }
    append(text)
  }

  private mutating func append(_ text: String) {
    let words = text.withSingleSpaces
    guard !words.isEmpty else {
      if !text.isEmpty, !current.isEmpty, !current.hasSuffix(" ") { current += " " }
      return
    }
    if text.first?.isWhitespace == true, !current.isEmpty, !current.hasSuffix(" ") {
      current += " "
    }
    current += words
    if text.last?.isWhitespace == true { current += " " }
  }

  private mutating func closed(_ name: String) {
    guard path.contains("section") else { return }
    if name == "td" || name == "th" {
      if !current.isEmpty, !current.hasSuffix(" ") { current += " ; " }
    } else if name == "text" || isBlock(name) {
      flush()
    }
  }

  private mutating func flush() {
    let line = current.withoutTail { $0 == " " || $0 == ";" }
    if !line.isEmpty { lines.append(String(line)) }
    current = ""
  }
}

extension String {
  /// The text without the last characters of a kind.
  fileprivate func withoutTail(_ isDropped: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isDropped(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
