import Foundation
import Review

/// Words in lower case without accents, each after a space, to test prefixes with `instr`.
enum FoldedWords {
  /// The words of a suggestion's title, place and facets.
  static func text(of suggestion: Suggestion) -> String {
    var parts = [suggestion.title, suggestion.place]
    parts += suggestion.facets.map(\.value)
    return text(parts.joined(separator: " "))
  }

  /// The words of a text, each after a space.
  static func text(_ text: String) -> String {
    words(text).map { " " + $0 }.joined()
  }

  /// The words of a text.
  static func words(_ text: String) -> [String] {
    let folded =
      isPlain(text)
      ? text.lowercased()
      : text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
    return Ligatures.opened(folded).unicodeScalars.split { !isWordPart($0) }.map {
      String($0)
    }
  }

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
