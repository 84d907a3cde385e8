import Language
import Review

extension CDAEntries {
  // MARK: Performance

  /// The codes of the WHO scale, 0 to 4.
  private static let grades = ["MED-240", "MED-264", "MED-265", "MED-266", "MED-267"]

  var performance: XMLNode? {
    let own = record.statements.filter {
      $0.slot == .performance && $0.text.hasPrefix("OMS") && $0.qualifiers.isEmpty
    }
    guard let statement = own.first,
      let grade = statement.text.last?.wholeNumberValue, Self.grades.indices.contains(grade)
    else { return nil }
    return XMLNode(
      "observation", Self.observed,
      Self.templates(Template.performance)
        + [
          id("performance"),
          XMLNode("code", CDACode("MED-239", "Echelle de performance OMS", .agency).attributes),
          Self.text(statement), Self.completed, Self.time("effectiveTime", statement),
          XMLNode(
            "value",
            [("xsi:type", "CD")]
              + CDACode(Self.grades[grade], "Stade \(grade)", .agency).attributes),
        ])
  }

  /// The parts that the section of functional status has: pain, of which the form wants nothing, and
  /// physical functions.
  func parts(_ slots: [Slot]) -> [XMLNode] {
    guard slots.contains(.performance), let performance else { return [] }
    let pain = XMLNode(
      "observation", [("classCode", "OBS"), ("moodCode", "EVN")],
      Self.templates([
        "1.3.6.1.4.1.19376.1.5.3.1.4.13", "1.3.6.1.4.1.19376.1.5.3.1.1.12.3.1",
        "1.2.250.1.213.1.1.3.89",
      ])
        + [
          id("pain"),
          XMLNode("code", CDACode("38208-5", "Sévérité de la douleur", .loinc).attributes),
          Self.completed, XMLNode("effectiveTime", [("nullFlavor", "UNK")]),
          XMLNode("value", [("xsi:type", "CO"), ("nullFlavor", "UNK")]),
        ])
    return [
      part(
        ["1.3.6.1.4.1.19376.1.5.3.1.1.12.2.2", "1.2.250.1.213.1.1.2.112"],
        CDACode("38208-5", "Sévérité de la douleur", .loinc), pain),
      part(
        ["1.3.6.1.4.1.19376.1.5.3.1.1.12.2.5", "1.2.250.1.213.1.1.2.115"],
        CDACode("46006-3", "Problèmes physiques fonctionnels et structurels", .loinc), performance),
    ]
  }

  private func part(_ templates: [String], _ code: CDACode, _ entry: XMLNode) -> XMLNode {
    XMLNode(
      "component", [],
      [
        XMLNode(
          "section", [],
          Self.templates(templates)
            + [
              id("part", code.code), XMLNode("code", code.attributes), XMLNode("text"),
              XMLNode("entry", [], [entry]),
            ])
      ])
  }

  // MARK: Phase and progression

  var phase: [XMLNode] {
    var nodes: [XMLNode] = []
    if let statement = record.statements.first(where: { $0.slot == .phase }) {
      let isRelapse = statement.text.folded.holds("rechute")
      let code =
        isRelapse
        ? CDACode("MED-244", "Rechute du cancer", .agency)
        : CDACode("MED-268", "Phase initiale du cancer", .agency)
      nodes.append(
        simple(
          "phase", CDACode("MED-243", "Phase du cancer", .agency), statement,
          value: XMLNode("value", [("xsi:type", "CD")] + code.attributes)))
    }
    if let progression { nodes.append(progression) }
    return nodes
  }

  /// Whether the cancer went on, and where; a denied metastasis says that it did not go far.
  private var progression: XMLNode? {
    let own = record.statements.filter {
      $0.slot == .progression && !$0.qualifiers.contains(.family)
    }
    guard let first = own.first else { return nil }
    func isTold(_ statement: ExportedStatement) -> Bool {
      !statement.qualifiers.contains(.negated) && !statement.statesAbsence
    }
    func kind(_ statement: ExportedStatement) -> Int {
      let words = statement.text.folded
      return words.holds("locale") ? 0 : words.holds("regionale") || words.holds("gangli") ? 1 : 2
    }
    let codes = [
      CDACode("MED-246", "Progression locale du cancer", .agency),
      CDACode("MED-247", "Progression régionale du cancer", .agency),
      CDACode("MED-248", "Progression à distance du cancer", .agency),
    ]
    let parts = codes.indices.compactMap { place -> XMLNode? in
      let about = own.filter { !$0.statesAbsence && kind($0) == place }
      guard let statement = about.first(where: isTold) ?? about.first else { return nil }
      return XMLNode(
        "entryRelationship", [("typeCode", "COMP")],
        [simple("progression", codes[place], statement, value: Self.truth(isTold(statement)))])
    }
    return simple(
      "progression", CDACode("MED-245", "Progression du cancer", .agency), first,
      value: Self.truth(own.contains(where: isTold)), parts)
  }

  private static func truth(_ value: Bool) -> XMLNode {
    XMLNode("value", [("xsi:type", "BL"), ("value", value ? "true" : "false")])
  }

  private func simple(
    _ name: String, _ code: CDACode, _ statement: ExportedStatement, value: XMLNode,
    _ parts: [XMLNode] = []
  ) -> XMLNode {
    XMLNode(
      "observation", Self.observed,
      Self.templates(Template.simple)
        + [
          id(name, code.code), XMLNode("code", code.attributes), Self.text(statement),
          Self.completed, Self.time("effectiveTime", statement), value,
        ] + parts)
  }

  // MARK: Treatments

  var treatments: [XMLNode] {
    record.statements.filter {
      ($0.slot == .cancerTreatment || $0.slot == .operation)
        && !$0.qualifiers.contains(.family) && !$0.qualifiers.contains(.hypothesis)
    }
    .enumerated().map { place, statement in
      let isDenied = statement.qualifiers.contains(.negated)
      return XMLNode(
        "procedure",
        [("classCode", "PROC"), ("moodCode", "EVN"), ("negationInd", "false")],
        Self.templates(Template.procedure)
          + [
            id("treatment", String(place), statement.text),
            XMLNode("code", Self.kind(statement).attributes), Self.text(statement),
            XMLNode("statusCode", [("code", isDenied ? "cancelled" : "completed")]),
            Self.interval(statement),
          ])
    }
  }

  /// The kind of treatment in the value set of the form.
  static func kind(_ statement: ExportedStatement) -> CDACode {
    let words = statement.text.folded
    if statement.slot == .operation {
      return CDACode("387713003", "intervention chirurgicale", .snomed)
    }
    for (word, code) in kinds where words.holds(word) { return code }
    if statement.code.hasPrefix("L02") { return CDACode("C547", "Hormonothérapie", .ncit) }
    if statement.code.hasPrefix("L01F") || statement.code.hasPrefix("L01E") {
      return CDACode("C93352", "thérapie ciblée", .ncit)
    }
    if statement.code.hasPrefix("L01") { return CDACode("C15632", "chimiothérapie", .ncit) }
    return CDACode("GEN-092.03.01", "Autre(s) traitement(s)", .agency)
  }

  /// Words of treatments, the more special first.
  private static let kinds: [(String, CDACode)] = [
    ("curietherapie", CDACode("C15195", "curiethérapie", .ncit)),
    ("radiotherapie", CDACode("C15313", "radiothérapie", .ncit)),
    ("irradiation", CDACode("C15313", "radiothérapie", .ncit)),
    ("radiochimiotherapie", CDACode("C15313", "radiothérapie", .ncit)),
    (" gy", CDACode("C15313", "radiothérapie", .ncit)),
    ("immunotherapie", CDACode("C15262", "immunothérapie", .ncit)),
    ("hormonotherapie", CDACode("C547", "Hormonothérapie", .ncit)),
    ("ciblee", CDACode("C93352", "thérapie ciblée", .ncit)),
    ("chimiotherapie", CDACode("C15632", "chimiothérapie", .ncit)),
    ("folf", CDACode("C15632", "chimiothérapie", .ncit)),
    ("soins palliatifs", CDACode("C15252", "soins palliatifs", .ncit)),
    ("soins de support", CDACode("C15747", "soins de support", .ncit)),
    ("surveillance active", CDACode("MED-227", "Surveillance active", .agency)),
    ("surveillance", CDACode("MED-226", "Surveillance seule", .agency)),
  ]
}
