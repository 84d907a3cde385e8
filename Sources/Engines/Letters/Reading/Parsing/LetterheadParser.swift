import Foundation
import Language
import Review

/// Reads the fields of a letterhead into a letter.
struct LetterheadParser {
  private let head: Letterhead

  init(_ head: Letterhead) { self.head = head }

  /// Fills the fields that the letterhead gives.
  func fill(_ letter: inout Letter) {
    letter.inspection = own(.inspection)
    letter.reference = own(.letter)
    letter.date = date
    letter.division = division
    letter.visitDates = visitDates
    letter.theme = theme
    let place = SitePlace(head)
    letter.site = place.site
    letter.installations = place.installations
    letter.operatorName = SitePlace.operatorName(letter.site)
    letter.sector = sector(letter)
    letter.citations = head.references
  }

  // MARK: Numbers

  /// The letter's own number: the one on a line that says so, else the first outside references.
  private func own(_ kind: LetterNumber.Kind) -> String {
    var first: String?
    for line in head.lines where !head.isReference(line) {
      let numbers = LetterNumber.numbers(in: line.text).filter { $0.kind == kind }
      guard let number = numbers.first else { continue }
      if Self.isForeign(line.folded) { continue }
      if first == nil { first = number.text }
      if Self.saysOwn(line.folded, kind) { return number.text }
    }
    return first ?? acrossLines(kind) ?? ""
  }

  /// A number that an end of line cuts.
  private func acrossLines(_ kind: LetterNumber.Kind) -> String? {
    let text = head.lines.filter { !head.isReference($0) && !Self.isForeign($0.folded) }
      .map(\.text).joined(separator: "\n")
    return LetterNumber.numbers(in: text).first { $0.kind == kind }?.text
  }

  private static func isForeign(_ folded: String) -> Bool {
    ["v/ref", "vos ref", "votre ref", "precedente", "votre courrier", "vos references"]
      .contains { folded.contains($0) }
  }

  private static func saysOwn(_ folded: String, _ kind: LetterNumber.Kind) -> Bool {
    let words =
      kind == .letter
      ? ["n/ref", "nos ref", "notre ref", "reference courrier", "ref. courrier", "codep"]
      : ["inspection n", "reference a rappeler", "n° dossier", "no dossier", "identifiant"]
    return words.contains { folded.contains($0) }
  }

  // MARK: Dates

  /// The day on the line of town and date, else the first day that is not the inspection's.
  private var date: CalendarDate? {
    for line in head.beforeSalutation.prefix(60)
    where line.folded.utf8.count <= 80 && !head.isReference(line) {
      guard let le = line.folded.range(of: ", le ") ?? line.folded.range(of: " le ") else {
        continue
      }
      let town = line.folded[..<le.lowerBound]
      guard !town.contains(":"), town.split(separator: " ").count <= 5,
        !town.contains("inspection")
      else { continue }
      if let found = FrenchDates.dates(in: line.text).first { return found.date }
    }
    for line in head.beforeSalutation.prefix(40)
    where !line.folded.contains("inspection") && !head.isReference(line) {
      if let found = FrenchDates.dates(in: line.text).first, line.folded.utf8.count <= 60 {
        return found.date
      }
    }
    return nil
  }

  /// The days that lines about the inspection name.
  private var visitDates: [CalendarDate] {
    var days: [CalendarDate] = []
    let lines = Array(head.lines)
    for (index, line) in lines.enumerated()
    where line.folded.contains("inspection") && !head.isReference(line) {
      let next = index + 1 < lines.count ? " " + lines[index + 1].text : ""
      for found in FrenchDates.dates(in: line.text + next) where !days.contains(found.date) {
        days.append(found.date)
      }
      if !days.isEmpty { break }
    }
    return Array(days.sorted().prefix(31))
  }

  // MARK: Words

  private var division: String {
    for line in head.lines.prefix(40) where line.folded.hasPrefix("division de ") {
      let name = line.text.dropFirst("division de ".count)
      return Self.title(String(name.prefix(40)))
    }
    return ""
  }

  /// Capitals to title case: « CHÂLONS-EN-CHAMPAGNE » → « Châlons-en-Champagne ».
  private static func title(_ name: String) -> String {
    let small: Set<String> = ["en", "sur", "de", "la", "le", "les", "du"]
    var out = ""
    var word = ""
    func flush(isFirst: Bool) {
      out +=
        !isFirst && small.contains(word) ? word : word.prefix(1).uppercased() + word.dropFirst()
      word = ""
    }
    for character in name.lowercased() {
      if character == "-" || character == " " || character == "'" || character == "’" {
        flush(isFirst: out.isEmpty)
        out.append(character)
      } else {
        word.append(character)
      }
    }
    flush(isFirst: out.isEmpty)
    return out.trimmingCharacters(in: .whitespaces)
  }

  /// The theme: in quotes after « thème », else what follows the colon.
  private var theme: String {
    let lines = Array(head.beforeSalutation)
    for (index, line) in lines.enumerated() {
      guard let word = line.folded.range(of: "theme") else { continue }
      let next = index + 1 < lines.count ? " " + lines[index + 1].text : ""
      let offset = line.folded.distance(from: line.folded.startIndex, to: word.lowerBound)
      let rest = (line.text + next).dropFirst(offset)
      if let quoted = Self.quoted(String(rest)) { return quoted }
      let isField = line.folded.hasPrefix("theme") && line.text.contains(":")
      if isField { return Self.bare(Letterhead.afterColon(line.text)) }
    }
    return ""
  }

  private static func quoted(_ text: String) -> String? {
    guard let open = text.firstIndex(where: { "«“\"".contains($0) }) else { return nil }
    let rest = text[text.index(after: open)...]
    guard let close = rest.firstIndex(where: { "»”\"".contains($0) }) else { return nil }
    let inside = bare(String(rest[..<close]))
    return inside.isEmpty || inside.count > 200 ? nil : inside
  }

  private static func bare(_ text: String) -> String {
    String(text.trimmingCharacters(in: .init(charactersIn: " \u{A0}\u{202F}.;:«»\"")).prefix(200))
  }

  private func sector(_ letter: Letter) -> String {
    if letter.inspection.hasPrefix("INSNP") { return "NPX" }
    let site = letter.site.folded
    if site.contains("cnpe") || site.contains("centrale nucleaire") { return "REP" }
    let isINB = letter.inspection.hasPrefix("INSSN") || !letter.installations.isEmpty
    return isINB ? "LUDD" : ""
  }
}
