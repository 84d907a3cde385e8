import Foundation
import Language

/// Writes a text as it is to be said in French: numbers, amounts, days, telephones, company numbers,
/// acronyms and addresses in words, so that no synthesiser has to guess.
public enum FrenchSpeech {
  /// The longest text that is spelled, in characters; the rest is left out.
  public static let longest = 4000

  /// The text in words.
  public static func spell(_ text: String) -> String {
    var text = String(text.prefix(longest))
    text = String(text.map { $0.isWhitespace ? " " : $0 == "’" ? "'" : $0 })
    for rule in rules { text = rule.apply(to: text) }
    return text
  }

  private static let rules: [SpokenRule] =
    addressRules + referenceRules + dateRules + timeRules + moneyRules + codeRules
    + abbreviationRules + quantityRules + acronymRules
}
