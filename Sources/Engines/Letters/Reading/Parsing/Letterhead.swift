import Foundation
import Language
import Review

/// The lines of a letter before its first section, as fields are looked for in them.
struct Letterhead {
  /// A line with its words.
  struct Line {
    var folded: String
    var text: String
    var isBlank: Bool { folded.isEmpty }
  }

  /// How many lines of a letter without sections are taken for its head.
  private static let lineLimit = 120

  /// The lines, page furniture left out.
  let lines: [Line]

  init(_ source: LetterLines, head: Range<Int>) {
    lines = head.prefix(Self.lineLimit).compactMap { index in
      let line = source.lines[index]
      guard !line.isFurniture else { return nil }
      let text = source.text(line.range).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      return Line(folded: line.folded, text: text)
    }
  }

  /// The lines up to « Monsieur le directeur, », where the letter itself begins.
  var beforeSalutation: ArraySlice<Line> {
    let end = lines.firstIndex { line in
      let begins = ["monsieur", "madame", "mesdames", "messieurs", "docteur", "maitre"]
      return begins.contains { line.folded.hasPrefix($0) } && line.folded.hasSuffix(",")
    }
    return lines[..<(end ?? lines.count)]
  }

  /// The lines of the numbered references (« Réf. [1] … »), by number.
  var references: [String] {
    var references: [String] = []
    for line in beforeSalutation {
      if let start = Self.reference(in: line) {
        references.append(start)
      } else if line.isBlank {
        if !references.isEmpty { break }
      } else if !references.isEmpty {
        references[references.count - 1] += " " + line.text
      }
    }
    return references.map { String($0.prefix(400)) }
  }

  private static func reference(in line: Line) -> String? {
    guard let open = line.text.firstIndex(of: "[") else { return nil }
    let rest = line.text[open...]
    guard let close = rest.firstIndex(of: "]"),
      rest[rest.index(after: open)..<close].allSatisfy(\.isNumber),
      rest.distance(from: open, to: close) <= 3
    else { return nil }
    let before = String(line.text[..<open]).folded
    let isOpening = before.isEmpty || before.hasPrefix("ref")
    return isOpening ? String(rest) : nil
  }

  /// Whether a line belongs to the references, which quote the numbers of other letters.
  func isReference(_ line: Line) -> Bool {
    line.folded.hasPrefix("[") || line.folded.contains(" [")
  }

  /// The words of the subject, joined, in the pieces that dashes and ends of line make of them.
  var subject: [String] {
    var pieces: [String] = []
    var isInside = false
    var goesOn = false
    for line in beforeSalutation {
      if line.folded.hasPrefix("objet") {
        isInside = true
        goesOn = false
      } else if isInside, line.isBlank || Self.endsSubject(line.folded) {
        break
      }
      guard isInside else { continue }
      let text = line.folded.hasPrefix("objet") ? Self.afterColon(line.text) : line.text
      var parts = Self.parts(text)
      if goesOn, let first = parts.first, let last = pieces.indices.last {
        pieces[last] += " " + first
        parts.removeFirst()
      }
      pieces += parts
      // « INB n° 124, 125 et » goes on; a piece that ends a line of full width does too.
      let last = line.folded
      goesOn = last.count > 80 || last.hasSuffix(",") || last.hasSuffix(" et")
    }
    return pieces
  }

  private static func endsSubject(_ folded: String) -> Bool {
    let endings = [
      "inspection", "lettre de suite", "theme", "ref", "n/ref", "[", "n° ", "code :", "identifiant",
      "date de",
    ]
    return endings.contains { folded.hasPrefix($0) }
  }

  /// What follows the first colon, or the whole.
  static func afterColon(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":") else { return text }
    return text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }

  private static func parts(_ text: String) -> [String] {
    var text = text
    for dash in [" – ", " — ", " - "] { text = text.replacingOccurrences(of: dash, with: "\u{1}") }
    return text.split(separator: "\u{1}").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
