import Language
import Review

/// An answer of an operator to a demand.
struct OperatorAnswer: Hashable, Sendable, Codable {
  /// The inspection's number, in canonical form.
  var inspection: String
  /// The item (`A1`, `II.3`, `II3`), without dots; empty when the letter as a whole was answered.
  var item: String
  /// When the answer came, or `nil`.
  var answered: CalendarDate?
  /// When the matter was closed, or `nil`.
  var closed: CalendarDate?

  /// The identifier of the item, as in `LetterItem.id`.
  var itemID: String { "\(inspection)#\(item)" }

  /// Brings `II.3`, « Demande A4 », `a-1` into the form of an item's identifier.
  static func canonicalItem(_ text: String) -> String {
    let words = text.folded.uppercased().split { !($0.isLetter || $0.isNumber) }
    // « Demande d'action corrective A 1 », « observation C.01 »: only the code counts.
    for place in words.indices.reversed() {
      let letters = words[place].prefix { $0.isLetter }
      guard sections.contains(letters) else { continue }
      let own = words[place].dropFirst(letters.count)
      let digits = own.isEmpty && place + 1 < words.count ? words[place + 1] : own
      if !digits.isEmpty, digits.allSatisfy(\.isNumber) {
        return String(letters + digits.drop { $0 == "0" })
      }
    }
    return words.filter { $0 != "DEMANDE" && $0 != "DEMANDES" }.joined()
  }

  private static let sections: Set<Substring> = ["A", "B", "C", "D", "I", "II", "III", "IV"]
}

/// What an export of the case system knows of a letter.
struct CaseRow: Hashable, Sendable, Codable {
  var inspection: String
  var date: CalendarDate?
  var site: String
  var operatorName: String
  var sector: String
  var theme: String
}
