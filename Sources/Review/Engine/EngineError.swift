/// Why an engine could not do what was asked.
public enum EngineError: Error, Hashable, Sendable {
  /// A source could not be read at all.
  case unreadable(Refusal)
  /// The engine has no task, action or format of that name.
  case unknownName(String)
  /// What was given does not suffice or does not fit, said in a sentence.
  case invalid(LocalizedText)
  /// A stored model could not be read back.
  case damagedModel(version: Int)

  /// The error as a sentence.
  public var message: LocalizedText {
    switch self {
    case .unreadable(let refusal): refusal.sentence
    case .unknownName(let name):
      LocalizedText(fr: "nom inconnu : \(name)", en: "unknown name: \(name)")
    case .invalid(let sentence): sentence
    case .damagedModel(let version):
      LocalizedText(
        fr: "le modèle \(version) ne peut pas être relu", en: "model \(version) cannot be read back"
      )
    }
  }
}

extension Refusal {
  /// The refusal as a sentence: file, line, what was found, what was expected.
  public var sentence: LocalizedText {
    let lineFr = line.map { ", ligne \($0)" } ?? ""
    let lineEn = line.map { ", line \($0)" } ?? ""
    return LocalizedText(
      fr: "\(file)\(lineFr) : « \(found) » trouvé, \(expected.fr) attendu",
      en: "\(file)\(lineEn): found “\(found)”, expected \(expected.en)")
  }
}
