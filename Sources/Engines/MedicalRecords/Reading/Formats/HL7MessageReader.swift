import Review

/// Reads HL7 v2 messages (ORU, MDM): one note for each message, its text from OBX segments.
enum HL7MessageReader {
  /// The most messages of a file.
  static let messageLimit = 100_000

  static func isMessage(_ text: String) -> Bool { text.hasPrefix("MSH|") || text.hasPrefix("FHS|") }

  /// The notes of a file.
  static func read(_ text: String, file: String, patient: String) -> [PatientNote] {
    var notes: [PatientNote] = []
    var message: [(line: Int, fields: [String])] = []
    let segments = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let fields = segment.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if fields.first == "MSH", !message.isEmpty {
        notes += note(message, file: file, patient: patient).map { [$0] } ?? []
        message = []
        if notes.count >= messageLimit { return notes }
      }
      if !segment.isEmpty { message.append((index + 1, fields)) }
    }
    notes += note(message, file: file, patient: patient).map { [$0] } ?? []
    return notes
  }

  private static func note(
    _ message: [(line: Int, fields: [String])], file: String, patient: String
  ) -> PatientNote? {
    guard let first = message.first, first.fields.first == "MSH" else { return nil }
    var identity = PatientIdentity()
    var lines: [String] = []
    var title = ""
    var date = field(first.fields, 6).flatMap { day($0) }
    for (_, fields) in message {
      switch fields.first {
      case "PID": identity = self.identity(fields)
      case "OBR":
        if let name = field(fields, 4) { title = component(name, 1) ?? component(name, 0) ?? title }
        date = field(fields, 7).flatMap { day($0) } ?? date
      case "TXA":
        title = field(fields, 2).flatMap { component($0, 1) ?? component($0, 0) } ?? title
        date = field(fields, 4).flatMap { day($0) } ?? date
      case "OBX": lines += observation(fields)
      default: break
      }
    }
    guard !lines.isEmpty else { return nil }
    let key = field(first.fields, 9) ?? "\(first.line)"
    return PatientNote(
      key: "\(file)#\(key)",
      patient: patient.isEmpty ? identity.identifiers.first ?? file : patient,
      date: date, kind: NoteKind.guess(title, file), title: title.isEmpty ? file : title,
      text: lines.joined(separator: "\n"), identity: identity, file: file, line: first.line)
  }

  private static func field(_ fields: [String], _ index: Int) -> String? {
    fields.count > index && !fields[index].isEmpty ? fields[index] : nil
  }

  private static func component(_ field: String, _ index: Int) -> String? {
    let parts = field.split(separator: "^", omittingEmptySubsequences: false)
    guard parts.count > index, !parts[index].isEmpty else { return nil }
    return unescaped(String(parts[index]))
  }

  private static func identity(_ fields: [String]) -> PatientIdentity {
    var identity = PatientIdentity()
    for repetition in (field(fields, 3) ?? "").split(separator: "~") {
      if let id = component(String(repetition), 0) { identity.identifiers.append(id) }
    }
    let name = field(fields, 5) ?? ""
    identity.names = [component(name, 0), component(name, 1)].compactMap { $0 }
    identity.birthDate = field(fields, 7).flatMap { day($0) }
    identity.sex = field(fields, 8) ?? ""
    if let address = field(fields, 11) {
      identity.contacts.append(address.replacing("^", with: " "))
    }
    if let phone = field(fields, 13).flatMap({ component($0, 0) }) {
      identity.contacts.append(phone)
    }
    return identity
  }

  private static func day(_ value: String) -> CalendarDate? {
    let digits = value.prefix(8)
    guard digits.count == 8, digits.allSatisfy(\.isNumber) else { return nil }
    return CalendarDate(
      iso: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
  }

  /// A text block, or « name : value unit (range) » of a result.
  private static func observation(_ fields: [String]) -> [String] {
    let value = field(fields, 5) ?? ""
    guard !value.isEmpty else { return [] }
    let type = field(fields, 2) ?? ""
    if ["TX", "FT", "ED"].contains(type) {
      return value.split(separator: "~", omittingEmptySubsequences: false).flatMap {
        unescaped(String($0)).split(separator: "\n", omittingEmptySubsequences: false).map(
          String.init)
      }
    }
    let name = field(fields, 3).flatMap { component($0, 1) ?? component($0, 0) } ?? ""
    let unit = field(fields, 6).flatMap { component($0, 0) } ?? ""
    let range = field(fields, 7).map { " (\($0))" } ?? ""
    return ["\(name) : \(unescaped(value)) \(unit)\(range)"]
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var out = text
    for (code, mark) in [
      ("\\.br\\", "\n"), ("\\F\\", "|"), ("\\S\\", "^"), ("\\T\\", "&"), ("\\R\\", "~"),
      ("\\E\\", "\\"),
    ] {
      out = out.replacing(code, with: mark)
    }
    return out
  }
}
