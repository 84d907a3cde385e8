import Foundation
import Language

/// The site of a letter and its installations, from the subject or the addressee.
struct SitePlace {
  /// The site as the letter names it, or empty.
  var site = ""
  /// The numbers of the basic nuclear installations, in the order given.
  var installations: [String] = []

  init(_ head: Letterhead) {
    let subject = head.subject
    installations = Self.installations(subject.joined(separator: " – "))
    if installations.isEmpty {
      let text = head.beforeSalutation.map(\.text).joined(separator: " ")
      installations = Self.installations(text)
    }
    site = Self.site(subject) ?? Self.addressee(head) ?? ""
  }

  // MARK: Installations

  /// The numbers after « INB n° »; commas, dashes and « et » part them.
  static func installations(_ text: String) -> [String] {
    // « Contrôle des INB – CNPE du Bugey – INB n° 78 »: the first that numbers follow.
    var rest = Substring(text.folded)
    while let start = rest.range(of: "inb") {
      let isWord = rest[..<start.lowerBound].last?.isLetter != true
      rest = rest[start.upperBound...]
      let numbers = isWord ? numbers(after: rest) : []
      if !numbers.isEmpty { return numbers }
    }
    return []
  }

  /// The most installations of a letter.
  private static let installationLimit = 20

  private static func numbers(after text: Substring) -> [String] {
    var numbers: [String] = []
    for word in text.split(whereSeparator: { " ,-–/;:()".contains($0) }) {
      guard numbers.count < installationLimit else { break }
      let isFiller = ["n°", "n", "no", "nos", "numero", "numeros", "et", "inb", "n°s", "°", "o"]
        .contains(String(word))
      if isFiller { continue }
      // « n°116 » without a space.
      let digits = word.hasPrefix("n") ? word.drop { !$0.isNumber } : word
      guard !digits.isEmpty, digits.count <= 3, let number = Int(digits) else { break }
      if !numbers.contains(String(number)) { numbers.append(String(number)) }
    }
    return numbers
  }

  // MARK: Site

  private static let words = [
    "cnpe", "centrale nucleaire", "cea", "etablissement", "centre", "clinique", "hopital",
    "hopitaux", "polyclinique", "institut", "site", "orano", "areva", "andra", "framatome",
    "usine", "universite", "societe", "cabinet", "chu", "chr", "ch de", "groupe hospitalier",
    "laboratoire", "gie", "scm", "selarl", "iter", "melox", "eurodif", "comurhex", "socatri",
    "ganil", "reacteur", "institut curie", "maternite", "edf",
  ]

  /// The piece of the subject that names a site, else the first that is no phrase of office.
  private static func site(_ subject: [String]) -> String? {
    let pieces = subject.filter { !isOffice($0.folded) }
    let named = pieces.first { piece in
      let folded = " " + piece.folded
      return words.contains { folded.contains(" " + $0) || folded.contains("'" + $0) }
    }
    return (named ?? pieces.first).map { tidy($0) }
  }

  private static func isOffice(_ folded: String) -> Bool {
    let offices = [
      "controle", "inb", "inspection", "lettre de suite", "inb n", "autorite", "surete",
      "installations nucleaires", "radioprotection", "transport de",
    ]
    return offices.contains { folded.hasPrefix($0) }
  }

  /// « Monsieur le directeur du CNPE de Cattenom ».
  private static func addressee(_ head: Letterhead) -> String? {
    for line in head.beforeSalutation where line.folded.contains("directeur") {
      for preposition in ["directeur du ", "directeur de la ", "directeur de l'", "directeur de "] {
        guard let range = line.folded.range(of: preposition) else { continue }
        let offset = line.folded.distance(from: line.folded.startIndex, to: range.upperBound)
        let rest = String(line.text.dropFirst(offset))
        if !rest.isEmpty { return tidy(rest) }
      }
    }
    return nil
  }

  private static func tidy(_ text: String) -> String {
    var text = text
    if let parenthesis = text.range(of: "(INB") { text = String(text[..<parenthesis.lowerBound]) }
    if let inb = text.range(of: ", INB") { text = String(text[..<inb.lowerBound]) }
    return String(text.trimmingCharacters(in: .init(charactersIn: " ,.;:")).prefix(120))
  }

  // MARK: Operator

  /// The operator that a site's name implies, or empty.
  static func operatorName(_ site: String) -> String {
    let folded = site.folded
    let operators = [
      ("cnpe", "EDF"), ("edf", "EDF"), ("centrale nucleaire", "EDF"), ("orano", "Orano"),
      ("la hague", "Orano"), ("areva", "Areva"), ("framatome", "Framatome"), ("andra", "Andra"),
      ("cea", "CEA"), ("iter", "ITER"), ("melox", "Orano"),
    ]
    let words = Set(folded.split { !$0.isLetter }.map(String.init))
    return operators.first { key, _ in
      key.contains(" ") ? folded.contains(key) : words.contains(key)
    }?.1 ?? ""
  }
}
