import Foundation
import Review

/// Writes summaries as FHIR R4 document bundles: a composition with one section for each section of
/// the form, and the resources it refers to. What is negated or of a relative is never an active
/// condition.
struct FHIRWriter {
  /// A piece of JSON.
  typealias Object = [String: Any]

  /// Where the extensions of this program are named.
  static let extensionURL = "urn:vigie:medical:source"
  private static let icdO = "http://terminology.hl7.org/CodeSystem/icd-o-3"
  private static let icd10 = "http://hl7.org/fhir/sid/icd-10"
  private static let atc = "http://www.whocc.no/atc"
  private static let loinc = "http://loinc.org"

  let language: InterfaceLanguage
  let now: Timestamp

  /// One bundle, or a list of bundles as a collection when there are several patients.
  func data(_ records: [ExportedRecord]) throws -> Data {
    let bundles = records.map { bundle($0) }
    let object: Any =
      bundles.count == 1
      ? bundles[0]
      : [
        "resourceType": "Bundle", "type": "collection",
        "entry": bundles.map { ["resource": $0] },
      ] as Object
    return try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
      + Data([0x0A])
  }

  func uuid(_ parts: String...) -> String {
    let first = StableID.make("fhir", parts.joined(separator: "|"))
    let second = StableID.make("fhir2", parts.joined(separator: "|"))
    let all = Array(first + second)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }.joined(separator: "-")
  }

  // MARK: Bundle

  private func bundle(_ record: ExportedRecord) -> Object {
    let patient = uuid(record.number, "patient")
    var entries: [Object] = []
    var provenances: [Object] = []
    var sections: [Object] = []
    for (section, statements) in record.sections {
      var references: [Object] = []
      for (index, statement) in statements.enumerated() {
        let id = uuid(record.number, statement.slot.rawValue, statement.text, String(index))
        entries.append(entry(id, resource(statement, id: id, patient: patient, record: record)))
        let origin = uuid(id, "provenance")
        provenances.append(entry(origin, provenance(statement, of: id, id: origin, record: record)))
        references.append(["reference": "urn:uuid:\(id)"])
      }
      sections.append([
        "title": section.title[language],
        "code": [
          "coding": [
            ["system": Self.loinc, "code": section.loinc, "display": section.display]
          ]
        ],
        "text": narrative(statements.map { "\($0.label) : \($0.text)" }),
        "entry": references,
      ])
    }
    let composition = self.composition(record, patient: patient, sections: sections)
    let first = entry(uuid(record.number, "composition"), composition)
    let person = entry(patient, self.patient(record, id: patient))
    let author = entry(uuid(record.number, "author"), device(record))
    return [
      "resourceType": "Bundle", "type": "document", "timestamp": now.iso,
      "identifier": [
        "system": "urn:ietf:rfc:3986", "value": "urn:uuid:\(uuid(record.number, "bundle"))",
      ],
      "entry": [first, person, author] + entries + provenances,
    ]
  }

  private func entry(_ id: String, _ resource: Object) -> Object {
    ["fullUrl": "urn:uuid:\(id)", "resource": resource]
  }

  private func narrative(_ lines: [String]) -> Object {
    let items = lines.map { "<li>\(XMLText.escaped($0))</li>" }.joined()
    return [
      "status": "generated",
      "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\"><ul>\(items)</ul></div>",
    ]
  }

  private func composition(
    _ record: ExportedRecord, patient: String, sections: [Object]
  ) -> Object {
    var composition: Object = [
      "resourceType": "Composition", "id": uuid(record.number, "composition"),
      "status": "preliminary",
      "type": [
        "coding": [
          [
            "system": Self.loinc, "code": "34794-8",
            "display": "CR de réunion de concertation pluridisciplinaire",
          ]
        ]
      ],
      "subject": ["reference": "urn:uuid:\(patient)"], "date": now.iso,
      "author": [["reference": "urn:uuid:\(uuid(record.number, "author"))"]],
      "title": "Synthèse pour la \(record.specialty)",
    ]
    // A list that is there may not be empty.
    if !sections.isEmpty { composition["section"] = sections }
    return composition
  }

  private func patient(_ record: ExportedRecord, id: String) -> Object {
    var patient: Object = [
      "resourceType": "Patient", "id": id,
      "identifier": [["system": "urn:vigie:medical:pseudonym", "value": record.number]],
    ]
    if !record.sex.isEmpty { patient["gender"] = record.sex == "F" ? "female" : "male" }
    return patient
  }

  private func device(_ record: ExportedRecord) -> Object {
    [
      "resourceType": "Device", "id": uuid(record.number, "author"),
      "deviceName": [["name": "Vigie", "type": "user-friendly-name"]],
    ]
  }

  // MARK: Resources

  private func resource(
    _ statement: ExportedStatement, id: String, patient: String, record: ExportedRecord
  ) -> Object {
    let subject: Object = ["reference": "urn:uuid:\(patient)"]
    if statement.qualifiers.contains(.family) || statement.slot == .familyHistory {
      return familyHistory(statement, id: id, patient: subject)
    }
    // « pas de progression » is observed; it is no condition.
    if statement.statesAbsence, statement.slot != .allergy {
      return observation(statement, id: id, subject: subject)
    }
    switch statement.slot {
    case .morphology, .site, .antecedent, .complication, .progression:
      return condition(statement, id: id, subject: subject)
    case .allergy: return allergy(statement, id: id, subject: subject)
    case .operation: return procedure(statement, id: id, subject: subject)
    case .cancerTreatment, .medicine, .antibiotic, .anticoagulant, .stoppedMedicine:
      return medication(statement, id: id, subject: subject)
    default: return observation(statement, id: id, subject: subject)
    }
  }

  private func base(_ type: String, _ statement: ExportedStatement, _ id: String) -> Object {
    var base: Object = ["resourceType": type, "id": id]
    let sources = statement.sources.map { source -> Object in
      [
        "url": Self.extensionURL,
        "extension": [
          ["url": "document", "valueString": source.document],
          ["url": "begin", "valueInteger": source.span.begin],
          ["url": "end", "valueInteger": source.span.end],
        ],
      ]
    }
    if !sources.isEmpty { base["extension"] = sources }
    return base
  }

  private func concept(_ statement: ExportedStatement) -> Object {
    var concept: Object = ["text": statement.text]
    guard !statement.code.isEmpty else { return concept }
    let system =
      statement.code.contains("/")
      ? Self.icdO
      : [.medicine, .antibiotic, .anticoagulant, .cancerTreatment, .stoppedMedicine, .allergy]
        .contains(statement.slot) ? Self.atc : Self.icd10
    concept["coding"] = [["system": system, "code": statement.code]]
    return concept
  }

  private func status(_ name: String, _ code: String) -> Object {
    ["coding": [["system": "http://terminology.hl7.org/CodeSystem/\(name)", "code": code]]]
  }

  private func condition(
    _ statement: ExportedStatement, id: String, subject: Object
  ) -> Object {
    var condition = base("Condition", statement, id)
    condition["subject"] = subject
    condition["code"] = concept(statement)
    let isNegated = statement.qualifiers.contains(.negated)
    let isDoubtful = statement.qualifiers.contains(.hypothesis) || statement.status == .hypothesis
    condition["verificationStatus"] = status(
      "condition-ver-status", isNegated ? "refuted" : isDoubtful ? "provisional" : "confirmed")
    if !isNegated {
      let isPast = statement.qualifiers.contains(.history)
      condition["clinicalStatus"] = status("condition-clinical", isPast ? "inactive" : "active")
    }
    if let date = statement.dateText { condition["recordedDate"] = date }
    return condition
  }

  private func familyHistory(
    _ statement: ExportedStatement, id: String, patient: Object
  ) -> Object {
    var history = base("FamilyMemberHistory", statement, id)
    history["status"] = "partial"
    history["patient"] = patient
    history["relationship"] = [
      "coding": [
        ["system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "FAMMEMB"]
      ]
    ]
    if !statement.qualifiers.contains(.negated) {
      history["condition"] = [["code": concept(statement)]]
    }
    return history
  }

  private func allergy(_ statement: ExportedStatement, id: String, subject: Object) -> Object {
    var allergy = base("AllergyIntolerance", statement, id)
    allergy["patient"] = subject
    allergy["code"] = concept(statement)
    let isNegated = statement.qualifiers.contains(.negated)
    allergy["verificationStatus"] = status(
      "allergyintolerance-verification", isNegated ? "refuted" : "confirmed")
    // The structure demands a clinical status (ait-1), of what is refuted too.
    allergy["clinicalStatus"] = status(
      "allergyintolerance-clinical", isNegated ? "inactive" : "active")
    return allergy
  }

  private func procedure(_ statement: ExportedStatement, id: String, subject: Object) -> Object {
    var procedure = base("Procedure", statement, id)
    procedure["status"] = statement.qualifiers.contains(.negated) ? "not-done" : "completed"
    procedure["subject"] = subject
    procedure["code"] = ["text": statement.text]
    if let date = statement.dateText { procedure["performedDateTime"] = date }
    return procedure
  }

  private func medication(_ statement: ExportedStatement, id: String, subject: Object) -> Object {
    var medication = base("MedicationStatement", statement, id)
    let isStopped = statement.slot == .stoppedMedicine
    medication["status"] =
      statement.qualifiers.contains(.negated) ? "not-taken" : isStopped ? "stopped" : "unknown"
    medication["subject"] = subject
    medication["medicationCodeableConcept"] = concept(statement)
    if let date = statement.dateText { medication["effectiveDateTime"] = date }
    return medication
  }

  private func observation(_ statement: ExportedStatement, id: String, subject: Object) -> Object {
    var observation = base("Observation", statement, id)
    observation["status"] = statement.status == .hypothesis ? "preliminary" : "final"
    observation["subject"] = subject
    observation["code"] = ["text": statement.label]
    observation["valueString"] = statement.text
    if let date = statement.dateText { observation["effectiveDateTime"] = date }
    return observation
  }
}

/// Text inside XML.
enum XMLText {
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }
}
