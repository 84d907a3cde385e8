import Display
import Review

extension Words {
  /// The digits of a hash that are shown.
  private static let hashDigits = 12

  /// Where a place in a file is: « avis.tsv, ligne 12 ».
  func place(_ provenance: Provenance) -> String {
    guard let row = provenance.row else { return provenance.file }
    return say("\(provenance.file), ligne \(count(row))", "\(provenance.file), row \(count(row))")
  }

  /// Where a suggestion comes from: file, row, hash, engine, model, day, identifier.
  func provenance(_ suggestion: Suggestion) -> SafeText {
    let source = suggestion.provenance
    var text = say("Source : ", "Source: ") + place(source)
    if !source.sha256.isEmpty {
      text += " · SHA-256 " + source.sha256.prefix(Self.hashDigits) + "…"
    }
    text += say(" · moteur \(source.engine)", " · engine \(source.engine)")
    text +=
      source.model.map { say(", modèle \($0)", ", model \($0)") } ?? say(", règles", ", rules")
    let read = day(localTime.day(source.time))
    text += say(" · lu le \(read)", " · read on \(read)")
    return SafeText(typeset(text + " · \(suggestion.id)"))
  }
}
