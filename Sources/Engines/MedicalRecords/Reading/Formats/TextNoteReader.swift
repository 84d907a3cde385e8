import Foundation
import Language
import Review
import Tables

/// Reads a report in plain text: title, date and identity from its first lines.
enum TextNoteReader {
  /// The number of lines that may hold the head of a report.
  private static let headLines = 25
  /// No more of a line of the head is read, in characters.
  private static let longestHead = 240
  /// Labels before names in the head of a report.
  private static let nameLabels: Set<String> = [
    "nom", "prenom", "patient", "patiente", "nom de naissance", "nom usuel", "nom d'usage",
    "identite", "concerne", "nom prenom", "nom et prenom",
  ]
  private static let identifierLabels: Set<String> = [
    "ipp", "ins", "nir", "nip", "n ipp", "numero ipp", "nda", "n dossier", "iep", "n secu",
    "ins nir",
  ]
  private static let contactLabels: Set<String> = [
    "adresse", "tel", "telephone", "mail", "courriel", "portable", "domicile",
  ]

  static func read(_ text: String, file: String, patient: String) -> PatientNote {
    let lines = text.split(separator: "\n", maxSplits: 400, omittingEmptySubsequences: false)
    var identity = PatientIdentity()
    var title = ""
    var date: CalendarDate?
    for line in lines.prefix(headLines) {
      // A head has short lines; of a line of prose, its beginning is enough.
      let head = line.utf8.count > longestHead ? line.prefix(longestHead) : line
      let trimmed = head.trimmingCharacters(in: .whitespaces)
      if title.isEmpty, isTitle(trimmed) { title = trimmed }
      for (label, value) in fields(trimmed) { take(label, value, &identity, &date) }
      if date == nil { date = writtenDate(trimmed) }
    }
    let name = (file as NSString).deletingPathExtension
    let owner = patient.isEmpty ? Self.patient(from: name) : patient
    return PatientNote(
      key: file, patient: owner, date: date ?? fileDate(name),
      kind: NoteKind.guess(title, name), title: title.isEmpty ? name : title, text: text,
      identity: identity, file: file, line: 1)
  }

  /// « 0147_cro_2026-10-14 » speaks of patient 0147.
  private static func patient(from name: String) -> String {
    let head = name.prefix { $0 != "_" && $0 != " " }
    return head.contains(where: \.isNumber) && head.count < name.count ? String(head) : name
  }

  private static func isTitle(_ line: String) -> Bool {
    // Long lines are not even counted: no letter takes more bytes than four.
    guard line.utf8.count <= 360, line.count >= 4, line.count <= 90,
      line.contains(where: \.isLetter)
    else { return false }
    let words = line.folded
    return NoteKind.guess(line) != .other
      && !words.hasPrefix("nom") && !words.hasPrefix("patient") && !line.contains(" : ")
  }

  /// « Nom : MARTIN   Prénom : Jeanne » as labels and values.
  private static func fields(_ line: String) -> [(label: String, value: String)] {
    var fields: [(label: String, value: String)] = []
    let parts = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return bornField(line) }
    var label = parts[0]
    for index in 1..<parts.count {
      var value = parts[index].trimmingCharacters(in: .whitespaces)
      var next = ""
      if index + 1 < parts.count, let gap = value.range(of: "  ", options: .backwards) {
        next = String(value[gap.upperBound...])
        value = String(value[..<gap.lowerBound]).trimmingCharacters(in: .whitespaces)
      }
      fields.append((key(label), value))
      label = next
    }
    return fields + bornField(line)
  }

  private static func key(_ label: String) -> String {
    TokenizedText(label).words.joined(separator: " ")
  }

  /// « né le 12/03/1954 », « née le 3 mars 1954 ».
  private static func bornField(_ line: String) -> [(label: String, value: String)] {
    let folded = " " + line.folded
    guard folded.holds(" ne ") || folded.holds(" nee ") || folded.holds("naissance") else {
      return []
    }
    let text = ClinicalText(line)
    guard let time = TimeFinder.times(text).first(where: { $0.precision == .day }),
      let date = time.date, time.tokens.lowerBound >= 2
    else { return [] }
    let before = text.folded(time.tokens.lowerBound - 2)
    guard before == "ne" || before == "nee" || before.hasPrefix("naissance") else { return [] }
    return [(before.hasPrefix("naissance") ? before : before + " le", date.iso)]
  }

  private static func take(
    _ label: String, _ value: String, _ identity: inout PatientIdentity, _ date: inout CalendarDate?
  ) {
    guard !value.isEmpty else { return }
    if identity.sex.isEmpty { identity.sex = sex(label, value) }
    if nameLabels.contains(label) {
      for name in names(value) where !identity.names.contains(name) { identity.names.append(name) }
    } else if identifierLabels.contains(label) {
      let digits = value.filter { $0.isNumber || $0.isLetter }
      if digits.count >= 4 { identity.identifiers.append(String(value.prefix(40))) }
    } else if contactLabels.contains(label) {
      identity.contacts.append(String(value.prefix(120)))
    } else if label.contains("naissance") || label == "ne le" || label == "nee le" {
      identity.birthDate =
        identity.birthDate ?? CalendarDate(iso: value) ?? (try? FieldParser.date(value))
    } else if label == "sexe" {
      identity.sex = value.uppercased().hasPrefix("F") ? "F" : "M"
    } else if label == "date" || label.hasPrefix("date d") {
      date = date ?? CalendarDate(iso: value) ?? (try? FieldParser.date(value))
    }
  }

  /// What a label or a title before a name says of the sex: « Patiente », « née le », « Mme ».
  private static func sex(_ label: String, _ value: String) -> String {
    if label == "patiente" || label == "nee le" { return "F" }
    if label == "ne le" { return "M" }
    guard nameLabels.contains(label), let first = TokenizedText(value).words.first else {
      return ""
    }
    if ["mme", "madame", "mlle", "mademoiselle"].contains(first) { return "F" }
    return ["m", "mr", "monsieur"].contains(first) ? "M" : ""
  }

  /// The words of a name without titles, up to a comma or a parenthesis.
  private static func names(_ value: String) -> [String] {
    let titles: Set<String> = ["m", "mme", "mr", "mlle", "monsieur", "madame", "dr", "ne", "nee"]
    let head = value.prefix { $0 != "," && $0 != "(" && !$0.isNumber }
    return head.split(separator: " ").map(String.init)
      .filter { !titles.contains($0.folded.filter(\.isLetter)) && $0.count > 1 }
      .prefix(4).map { $0 }
  }

  /// « Toulouse, le 14 octobre 2026 », « Date : 14/10/2026 ».
  private static func writtenDate(_ line: String) -> CalendarDate? {
    guard line.utf8.count < 400, line.count < 90 else { return nil }
    let folded = line.folded
    guard
      folded.holds(", le ") || folded.hasPrefix("le ") || folded.holds(" du ")
        || folded.hasPrefix("date"), !folded.holds("naissance"), !folded.holds("ne le"),
      !folded.holds("nee le")
    else { return nil }
    return TimeFinder.times(ClinicalText(line)).first { $0.precision == .day }?.date
  }

  private static func fileDate(_ name: String) -> CalendarDate? {
    let characters = Array(name)
    guard characters.count >= 10 else { return nil }
    for start in 0...(characters.count - 10) {
      if let date = CalendarDate(iso: String(characters[start..<(start + 10)])) { return date }
    }
    return nil
  }
}
