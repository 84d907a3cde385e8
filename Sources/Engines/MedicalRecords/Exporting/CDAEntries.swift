import Foundation
import Review

/// The coded entries (level 3) of a section, for the fields of the form that have codes: the
/// diagnosis with morphology, site, side and clinical TNM; performance; phase; progression;
/// treatments.
///
/// Templates and codes are those of the official example of CANCER-FRCP 2022.01.
struct CDAEntries {
  /// Templates of the form.
  enum Template {
    static let concern = [
      "2.16.840.1.113883.10.20.1.27", "1.3.6.1.4.1.19376.1.5.3.1.4.5.1",
      "1.3.6.1.4.1.19376.1.5.3.1.4.5.2", "1.2.250.1.213.1.1.3.39", "1.2.250.1.213.1.1.3.39.1",
    ]
    static let diagnosis = [
      "2.16.840.1.113883.10.20.1.28", "1.3.6.1.4.1.19376.1.5.3.1.4.5", "1.2.250.1.213.1.1.3.37",
      "1.3.6.1.4.1.19376.1.7.3.1.4.14.1", "1.2.250.1.213.1.1.3.113",
    ]
    static let stage = ["1.3.6.1.4.1.19376.1.7.3.1.4.14.2"]
    static let simple = ["1.3.6.1.4.1.19376.1.5.3.1.4.13", "1.2.250.1.213.1.1.3.48"]
    static let performance = [
      "1.3.6.1.4.1.19376.1.5.3.1.4.13", "2.16.840.1.113883.10.20.1.31",
      "1.3.6.1.4.1.19376.1.5.3.1.1.12.3.6", "1.2.250.1.213.1.1.3.25",
    ]
    static let procedure = [
      "1.3.6.1.4.1.19376.1.5.3.1.4.19", "2.16.840.1.113883.10.20.1.29", "1.2.250.1.213.1.1.3.62",
    ]
  }

  let record: ExportedRecord

  /// The entries of the section with these fields.
  func entries(_ slots: [Slot]) -> [XMLNode] {
    var entries: [XMLNode] = []
    if slots.contains(.morphology), let diagnosis { entries.append(diagnosis) }
    if slots.contains(.phase) { entries += phase }
    if slots.contains(.cancerTreatment) { entries += treatments }
    return entries.map { XMLNode("entry", [], [$0]) }
  }

  /// Statements that are neither denied nor a relative's.
  private func own(_ slot: Slot) -> [ExportedStatement] {
    record.statements.filter {
      $0.slot == slot && !$0.qualifiers.contains(.negated) && !$0.qualifiers.contains(.family)
    }
  }

  /// An identifier that is the same in every export.
  func id(_ parts: String...) -> XMLNode {
    let words = parts.joined(separator: "|")
    let digits = Array(
      (StableID.make("cda", record.number, words) + StableID.make("cda2", record.number, words))
        .uppercased())
    let text = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
    return XMLNode("id", [("root", text)])
  }

  static func templates(_ roots: [String]) -> [XMLNode] {
    roots.map { XMLNode("templateId", [("root", $0)]) }
  }

  /// A date as exactly as it is known, or what says that it is not.
  static func time(_ name: String, _ statement: ExportedStatement?) -> XMLNode {
    guard let text = statement?.dateText else { return XMLNode(name, [("nullFlavor", "UNK")]) }
    return XMLNode(name, [("value", text.filter(\.isNumber))])
  }

  static func interval(_ statement: ExportedStatement?) -> XMLNode {
    XMLNode("effectiveTime", [], [time("low", statement)])
  }

  /// Points to the words in the narrative.
  static func reference(_ statement: ExportedStatement) -> XMLNode {
    XMLNode("reference", [("value", "#" + statement.anchor)])
  }

  static func text(_ statement: ExportedStatement) -> XMLNode {
    XMLNode("text", [], [reference(statement)])
  }

  static let completed = XMLNode("statusCode", [("code", "completed")])

  // MARK: Diagnosis

  private var diagnosis: XMLNode? {
    guard let morphology = own(.morphology).first else { return nil }
    let date = own(.diagnosisDate).first ?? morphology
    var nodes =
      Self.templates(Template.diagnosis)
      + [
        id("diagnosis"),
        XMLNode(
          "code", CDACode("282291009", "interprétation diagnostique", .snomed).attributes),
        Self.text(morphology), Self.completed, Self.interval(date),
        coded(morphology, as: .icdO),
      ]
    if let site = own(.site).first { nodes.append(target(site)) }
    if let stage = own(.clinicalStage).first, let node = clinicalStage(stage) {
      nodes.append(
        XMLNode("entryRelationship", [("typeCode", "SUBJ"), ("inversionInd", "false")], [node]))
    }
    let observation = XMLNode("observation", Self.observed, nodes)
    return XMLNode(
      "act", [("classCode", "ACT"), ("moodCode", "EVN")],
      Self.templates(Template.concern)
        + [
          id("concern"), XMLNode("code", [("nullFlavor", "NA")]),
          XMLNode("statusCode", [("code", "active")]), Self.interval(date),
          XMLNode(
            "entryRelationship", [("typeCode", "SUBJ"), ("inversionInd", "false")], [observation]),
        ])
  }

  static let observed = [("classCode", "OBS"), ("moodCode", "EVN"), ("negationInd", "false")]

  /// A value with its code, or with words only when it has none.
  private func coded(_ statement: ExportedStatement, as system: CDACode.System) -> XMLNode {
    let words = XMLNode("originalText", [], [Self.reference(statement)])
    guard !statement.code.isEmpty else {
      return XMLNode("value", [("xsi:type", "CD"), ("nullFlavor", "OTH")], [words])
    }
    let code = CDACode(statement.code, statement.words, system)
    return XMLNode("value", [("xsi:type", "CD")] + code.attributes, [words])
  }

  private func target(_ site: ExportedStatement) -> XMLNode {
    let words = XMLNode("originalText", [], [Self.reference(site)])
    guard !site.code.isEmpty else {
      return XMLNode("targetSiteCode", [("nullFlavor", "OTH")], [words])
    }
    var nodes = [words]
    if let side = Self.side(site.words) {
      nodes.append(
        XMLNode(
          "qualifier", [],
          [
            XMLNode("name", CDACode("20228-3", "Latéralité", .loinc).attributes),
            XMLNode("value", side.attributes),
          ]))
    }
    return XMLNode(
      "targetSiteCode", CDACode(site.code, site.words, .icd10).attributes, nodes)
  }

  /// The side that the words of a site end with.
  private static func side(_ words: String) -> CDACode? {
    switch words.split(separator: " ").last {
    case "droit", "droite": CDACode("24028007", "droit", .snomed)
    case "gauche": CDACode("7771000", "gauche", .snomed)
    case "bilatéral", "bilatérale": CDACode("51440002", "bilatéral", .snomed)
    default: nil
    }
  }

  private func clinicalStage(_ statement: ExportedStatement) -> XMLNode? {
    guard let stage = TNMFinder.stages(ClinicalText(statement.text)).first else { return nil }
    let letters = [
      ("T", "21905-5", stage.tumour), ("N", "21906-3", stage.nodes),
      ("M", "21907-1", stage.metastases),
    ]
    let components = letters.filter { !$0.2.value.isEmpty }.map { letter, loinc, component in
      XMLNode(
        "entryRelationship", [("typeCode", "COMP")],
        [
          XMLNode(
            "observation", [("classCode", "OBS"), ("moodCode", "EVN")],
            Self.templates(Template.simple)
              + [
                id("stage", letter, statement.text),
                XMLNode("code", CDACode(loinc, "TNM Clinique \(letter)", .loinc).attributes),
                Self.text(statement), Self.completed,
                XMLNode("effectiveTime", [("nullFlavor", "NA")]),
                XMLNode(
                  "value",
                  [("xsi:type", "CD")]
                    + CDACode(
                      letter + component.value, letter + component.value, .tnm
                    ).attributes),
              ])
        ])
    }
    return XMLNode(
      "observation", Self.observed,
      Self.templates(Template.stage)
        + [
          XMLNode("code", CDACode("75620-5", "Stade TNM Clinique", .loinc).attributes),
          Self.text(statement), Self.completed, Self.interval(statement),
          XMLNode("value", [("xsi:type", "CD"), ("nullFlavor", "UNK")]),
        ] + components)
  }
}
