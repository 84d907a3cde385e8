import Review

/// The words of the list's column « État », stored in French and shown in both languages.
enum StateWord {
  static let priority = LocalizedText(fr: "PRIORITAIRE", en: "PRIORITY")
  static let late = LocalizedText(fr: "EN RETARD", en: "OVERDUE")
  static let repeated = LocalizedText(fr: "RÉPÉTÉE", en: "REPEATED")
  static let immediate = LocalizedText(fr: "SANS DÉLAI", en: "AT ONCE")
  static let closed = LocalizedText(fr: "soldée", en: "closed")
  static let madeAgain = LocalizedText(fr: "reprise depuis", en: "made again")
  static let newTheme = LocalizedText(fr: "nouveau thème", en: "new theme")
  static let noText = LocalizedText(fr: "sans texte", en: "no text")

  static let all = [priority, late, repeated, immediate, closed, madeAgain, newTheme, noText]
}
