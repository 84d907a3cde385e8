import Foundation
import Language

extension FrenchSpeech {
  /// E-mail and web addresses.
  static let addressRules: [SpokenRule] = [
    SpokenRule(#"\b([\p{L}0-9._-]+)@([\p{L}0-9-]+(?:\.[\p{L}0-9-]+)+)"#) { groups in
      address(groups[1]) + " arobase " + address(groups[2])
    },
    SpokenRule(#"\b(?:https?://)?(www\.[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)+)/?(?![\p{L}0-9])"#) {
      address($0[1])
    },
    SpokenRule(#"\bhttps?://([\p{L}0-9-]+(?:\.[\p{L}0-9-]+)+)\S*"#) { address($0[1]) },
    SpokenRule(#"\b([\p{L}0-9-]+(?:\.[\p{L}0-9-]+)*\.(?:fr|com|org|net|eu))\b"#) { address($0[1]) },
  ]

  private static func address(_ text: String) -> String {
    text.split(separator: ".").map { part in
      part.split(separator: "-").map { piece in
        piece.split(separator: "_").map { addressWord(String($0)) }.joined(separator: " tiret bas ")
      }.joined(separator: " tiret ")
    }.joined(separator: " point ")
  }

  private static func addressWord(_ word: String) -> String {
    if word == "www" { return "trois W" }
    if let value = Int(word), word.count <= 9 {
      return word.hasPrefix("0") ? padded(word) : FrenchNumberSpeller.cardinal(value)
    }
    let isWord = ["com", "org", "net", "gouv"].contains(word)
    let hasVowel = word.lowercased().contains { "aeiouyéèêà".contains($0) }
    let isSpelled =
      Acronyms.spelled.contains(word.uppercased()) || word.count <= 2 || !hasVowel
    return isSpelled && !isWord ? letters(word) : word
  }

  /// Bank accounts, activity codes, articles of law.
  static let referenceRules: [SpokenRule] = [
    SpokenRule(#"\b(FR\d{2})((?: ?[0-9A-Z]{4})+(?: ?[0-9A-Z]{1,3})?)\b"#) { groups in
      let country = "F R " + padded(String(groups[1].dropFirst(2)))
      let body = groups[2].filter { !$0.isWhitespace }
      var rest = Substring(body)
      var parts = [country]
      while !rest.isEmpty {
        let group = rest.prefix(4)
        parts.append(group.allSatisfy(\.isNumber) ? pairs(String(group)) : letters(group))
        rest = rest.dropFirst(4)
      }
      return parts.joined(separator: ", ")
    },
    SpokenRule(#"\b(\d{2})\.?(\d{2})([A-Z])\b"#) { groups in
      pairs(groups[1] + groups[2]) + " " + groups[3]
    },
    SpokenRule(#"\b([LRDA])\.? ?(?:\* ?)?(\d{1,4})((?:-\d{1,4})+)(?!\d)"#) { groups in
      let tail = groups[3].split(separator: "-").compactMap { Int($0) }
        .map { ", tiret " + FrenchNumberSpeller.cardinal($0) }.joined()
      return groups[1] + " " + FrenchNumberSpeller.cardinal(Int(groups[2]) ?? 0) + tail
    },
    SpokenRule(#"\b([LRD])\. ?(\d{1,4})\b"#) { groups in
      groups[1] + " " + FrenchNumberSpeller.cardinal(Int(groups[2]) ?? 0)
    },
  ]

  /// Telephones, SIRET, SIREN, post codes.
  static let codeRules: [SpokenRule] = [
    SpokenRule(#"(?<![\d,])(?:\+33|0033) ?(?:\(0\))? ?([1-9])((?:[ .-]?\d{2}){4})(?!\d)"#) {
      groups in
      grouped("0" + groups[1] + groups[2].filter(\.isNumber), [2, 2, 2, 2, 2])
    },
    SpokenRule(#"(?<![\d,])(0 ?8\d{2})((?:[ .]?\d{3}){2})(?!\d)"#) { groups in
      let head = groups[1].filter(\.isNumber)
      return "zéro " + grouped(head.dropFirst() + groups[2].filter(\.isNumber), [3, 3, 3])
    },
    SpokenRule(#"(?<![\d,])(0[1-9])((?:[ .-]?\d{2}){4})(?!\d)"#) { groups in
      grouped(groups[1] + groups[2].filter(\.isNumber), [2, 2, 2, 2, 2])
    },
    SpokenRule(#"(?<![\d,])(\d{3} ?\d{3} ?\d{3} ?\d{5})(?!\d)"#) { groups in
      grouped(groups[1].filter(\.isNumber), [3, 3, 3, 5])
    },
    SpokenRule(#"\b([Ss][Ii][Rr][Ee][Nn][^\d.]{0,24})(\d{3} ?\d{3} ?\d{3})(?! ?\d)"#) { groups in
      groups[1] + grouped(groups[2].filter(\.isNumber), [3, 3, 3])
    },
    SpokenRule(#"(?<![\d,])(\d{9})(?!\d)"#) { groups in
      CompanyNumber.isSIREN(groups[1]) ? grouped(groups[1], [3, 3, 3]) : nil
    },
    SpokenRule(#"\b(0\d)(\d{3})\b(?= \p{Lu})"#) { groups in
      let rest = Int(groups[2]) ?? 0
      return padded(groups[1]) + (rest == 0 ? " mille" : " " + padded(groups[2]))
    },
    SpokenRule(#"\bC[EÉeé][DdRr][EÉeé][Xx]\b|\bcedex\b"#) { _ in "cédex" },
    SpokenRule(
      #"\b((?:[Cc]omposez|[Aa]ppelez|[Aa]u|[Nn]uméro) (?:le )?)(3\d)(\d{2})(?!\d| ?[€%\p{L}])"#
    ) { groups in groups[1] + pairs(groups[2] + groups[3]) },
  ]
}
