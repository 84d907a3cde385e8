import Review

/// The words of the list's columns, stored in French and shown in both languages.
enum CaseWord {
  static let nobody = LocalizedText(fr: "personne n'a compris", en: "not understood")
  static let silent = LocalizedText(fr: "sans message", en: "no message")
  static let closed = LocalizedText(fr: "répondu depuis", en: "answered since")
  static let elsewhere = LocalizedText(fr: "hors domaine", en: "out of scope")
  static let message = LocalizedText(fr: "message laissé", en: "message left")
  static let robot = LocalizedText(fr: "robot", en: "robot")
  static let call = LocalizedText(fr: "appel", en: "call")
  static let calls = LocalizedText(fr: "appels", en: "calls")
  static let days = LocalizedText(fr: "j", en: "d")
}
