import Review

extension FHIRWriter {
  private static let documentSystem = "urn:vigie:medical:document"
  private static let participant =
    "http://terminology.hl7.org/CodeSystem/provenance-participant-type"

  /// Where a statement comes from: the documents it rests on with their spans, the program that
  /// assembled it, and the reader who decided.
  func provenance(
    _ statement: ExportedStatement, of target: String, id: String, record: ExportedRecord
  ) -> Object {
    var agents: [Object] = [
      [
        "type": role("assembler"),
        "who": ["reference": "urn:uuid:\(uuid(record.number, "author"))"],
      ]
    ]
    if !record.reviewer.isEmpty, statement.decision != .open {
      agents.append(["type": role("verifier"), "who": ["display": record.reviewer]])
    }
    var provenance: Object = [
      "resourceType": "Provenance", "id": id,
      "target": [["reference": "urn:uuid:\(target)"]], "recorded": now.iso, "agent": agents,
    ]
    let entities = statement.sources.map { source -> Object in
      [
        "role": "source",
        "what": [
          "identifier": ["system": Self.documentSystem, "value": source.document],
          "display": "\(source.document) [\(source.span.begin), \(source.span.end)[",
        ],
      ]
    }
    if !entities.isEmpty { provenance["entity"] = entities }
    return provenance
  }

  private func role(_ code: String) -> Object {
    ["coding": [["system": Self.participant, "code": code]]]
  }
}
