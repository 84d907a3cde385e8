/// A language in which the workbench speaks to its user.
public enum InterfaceLanguage: String, Sendable, Codable, CaseIterable {
  /// French.
  case french = "fr"
  /// English.
  case english = "en"

  /// The language a POSIX locale name (`fr_FR.UTF-8`, `C`) asks for; French when it says nothing,
  /// because Vigie's users work in the French administration.
  public init(locale: String?) {
    let name = locale?.lowercased() ?? ""
    self = name.hasPrefix("en") ? .english : .french
  }
}
