/// Recognises the titles of a letter's sections, whatever their case, accents, numbering and dash.
enum SectionTitle {
  /// The longest line that can be a title, in folded bytes.
  private static let longest = 130

  /// The section that a folded line opens, or `nil`.
  static func kind(_ folded: String) -> SectionKind? {
    guard folded.utf8.count <= longest, !folded.isEmpty else { return nil }
    let (numbering, words) = split(folded)
    guard let kind = kind(ofWords: words) else { return nil }
    // « Observations » alone may be any heading: it needs its letter, or to stand all alone.
    return kind == .observations && numbering.isEmpty && words != "observations" ? nil : kind
  }

  /// Whether a line goes on with a title that was cut at the end of the line before.
  static func continues(_ folded: String, after title: String) -> Bool {
    guard title.utf8.count >= 45, folded.utf8.count <= 40 else { return false }
    let tails = [
      "l'asn", "l'asnr", "a l'asn", "a l'asnr", "reponse", "de reponse", "pas de reponse",
    ]
    return tails.contains { folded.hasPrefix($0) }
  }

  private static func kind(ofWords words: String) -> SectionKind? {
    for (beginning, kind) in beginnings where words.hasPrefix(beginning) {
      let rest = words.dropFirst(beginning.count)
      if isTitleEnd(rest) { return kind }
    }
    return nil
  }

  /// After its key words a title may only go on with what titles go on with.
  private static func isTitleEnd(_ rest: Substring) -> Bool {
    let rest = rest.trimmingPrefix { " .:;-".contains($0) }
    return rest.isEmpty || endings.contains { rest.hasPrefix($0) }
  }

  private static let endings = [
    "de l'inspection", "de l'asn", "de la visite", "d'information", "d'informations", "et ",
    "n'appelant", "a l'asn", "de reponse", "complementaires", "correctives", "(", "du controle",
    "de l'autorite", "sur ",
  ]

  /// Longer beginnings stand before those they contain.
  private static let beginnings: [(String, SectionKind)] = [
    ("synthese de l'inspection", .synthesis), ("synthese de la visite", .synthesis),
    ("synthese du controle", .synthesis), ("synthese generale", .synthesis),
    ("synthese", .synthesis), ("appreciation globale", .synthesis),
    ("conclusions de l'inspection", .synthesis), ("conclusion de l'inspection", .synthesis),
    ("demandes d'actions correctives", .correctiveActions),
    ("demande d'actions correctives", .correctiveActions),
    ("demandes d'action corrective", .correctiveActions),
    ("demande d'action corrective", .correctiveActions),
    ("demandes de mise en conformite", .correctiveActions),
    ("actions correctives", .correctiveActions), ("demandes correctives", .correctiveActions),
    ("description des ecarts", .correctiveActions),
    ("demandes d'engagements", .correctiveActions),
    ("demandes de complements d'informations", .additionalInformation),
    ("demandes de complements d'information", .additionalInformation),
    ("demandes de complement d'information", .additionalInformation),
    ("demande de complements d'information", .additionalInformation),
    ("demande de complement d'information", .additionalInformation),
    ("demandes de complements", .additionalInformation),
    ("demandes complementaires", .additionalInformation),
    ("demandes d'informations complementaires", .additionalInformation),
    ("demandes d'information", .additionalInformation),
    ("complements d'informations", .additionalInformation),
    ("complements d'information", .additionalInformation),
    ("complement d'information", .additionalInformation),
    ("informations complementaires", .additionalInformation),
    ("demandes a traiter prioritairement", .priorityRequests),
    ("demande a traiter prioritairement", .priorityRequests),
    ("demandes prioritaires", .priorityRequests),
    ("autres demandes", .otherRequests), ("autre demande", .otherRequests),
    ("constats ou observations", .findings), ("constats et observations", .findings),
    ("constat ou observation", .findings), ("observations ou constats", .findings),
    ("constats d'ecart ou observations", .findings),
    ("constats d'ecarts et observations", .findings),
    ("constats n'appelant pas de reponse", .findings),
    ("observations n'appelant pas de reponse", .findings),
    ("observations et recommandations", .observations), ("observations", .observations),
    ("observation", .observations), ("remarques", .observations),
  ]

  /// A line parted into its numbering (`a`, `ii`, `3`, `b)`) and its words.
  private static func split(_ folded: String) -> (numbering: Substring, words: String) {
    let marks: Set<Character> = [".", ")", "-", ":", " ", "/"]
    let head = folded.prefix { $0.isLetter || $0.isNumber }
    let rest = folded[head.endIndex...]
    let isNumbering =
      numberings.contains(String(head)) || (head.count <= 2 && head.allSatisfy(\.isNumber))
    guard isNumbering, !head.isEmpty, let mark = rest.first, marks.contains(mark) else {
      return (folded.prefix(0), String(folded.trimmingPrefix { marks.contains($0) }))
    }
    return (head, String(rest.trimmingPrefix { marks.contains($0) }))
  }

  private static let numberings: Set<String> = [
    "a", "b", "c", "d", "i", "ii", "iii", "iv", "v",
  ]
}
