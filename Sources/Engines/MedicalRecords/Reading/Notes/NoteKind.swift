import Language
import Review

/// What kind of report a note is; a specimen's report weighs more than a letter that quotes it.
enum NoteKind: String, Sendable, CaseIterable, Codable {
  case pathology
  case molecular
  case operative
  case discharge
  case meeting
  case imaging
  case endoscopy
  case biology
  case consultation
  case prescription
  case nursing
  case other

  /// The kind in words.
  var title: LocalizedText {
    switch self {
    case .pathology: LocalizedText(fr: "CR anatomopathologie", en: "pathology report")
    case .molecular: LocalizedText(fr: "CR génétique moléculaire", en: "molecular report")
    case .operative: LocalizedText(fr: "CR opératoire", en: "operative report")
    case .discharge: LocalizedText(fr: "lettre de sortie", en: "discharge letter")
    case .meeting: LocalizedText(fr: "fiche RCP", en: "meeting form")
    case .imaging: LocalizedText(fr: "CR imagerie", en: "imaging report")
    case .endoscopy: LocalizedText(fr: "CR endoscopie", en: "endoscopy report")
    case .biology: LocalizedText(fr: "biologie", en: "laboratory")
    case .consultation: LocalizedText(fr: "consultation", en: "consultation")
    case .prescription: LocalizedText(fr: "ordonnance", en: "prescription")
    case .nursing: LocalizedText(fr: "soins", en: "nursing note")
    case .other: LocalizedText(fr: "document", en: "document")
    }
  }

  /// How much its statements weigh, 0…1.
  var weight: Double {
    switch self {
    case .pathology, .molecular: 1
    case .operative: 0.85
    case .biology, .imaging, .endoscopy: 0.7
    case .discharge, .meeting: 0.6
    case .consultation, .prescription: 0.5
    case .nursing, .other: 0.35
    }
  }

  private static let cues: [(NoteKind, [String])] = [
    (
      .pathology,
      [
        "anatomopatholog", "anatomie patholog", "anapath", "anatomocyto", "histolog", "acp",
        "cr-acp",
      ]
    ),
    (.molecular, ["genetique", "moleculaire", "cr-gm"]),
    (.operative, ["operatoire", "cro", "bloc"]),
    (.meeting, ["rcp", "concertation", "frcp"]),
    (.imaging, ["scanner", "irm", "tdm", "echograph", "radio", "imagerie", "tep", "mammograph"]),
    (
      .endoscopy,
      ["coloscop", "endoscop", "fibroscop", "gastroscop", "bronchoscop", "cystoscop", "rectoscop"]
    ),
    (.biology, ["biolog", "laboratoire", "bilan", "cr-bio", "hemogramme"]),
    (.discharge, ["sortie", "liaison", "hospitalisation", "crh", "sejour", "ldl"]),
    (.prescription, ["ordonnance", "prescription", "traitement"]),
    (.nursing, ["infirm", "ide", "soins", "transmission", "surveillance"]),
    (.consultation, ["consultation", "lettre", "courrier", "avis", "cs"]),
  ]

  /// The kind that a title, a file name or a class names.
  static func guess(_ names: String...) -> NoteKind {
    for name in names where !name.isEmpty {
      let text = TokenizedText(name.replacingOccurrences(of: "_", with: " "))
      let words = text.words
      let folded = " " + words.joined(separator: " ")
      for (kind, cues) in cues {
        for cue in cues {
          let isFound = cue.count <= 3 ? words.contains(cue) : folded.contains(" " + cue)
          if isFound { return kind }
        }
      }
    }
    return .other
  }
}
