import Foundation
import Review
import Tables

/// Writes summaries as FHIR R4, CDA, text or a table; accepted statements only unless asked.
struct MedicalExport {
  let request: ExportRequest
  let records: any RecordSource

  func run() throws -> Data {
    let exported = try self.exported()
    switch request.format {
    case MedicalPanel.Format.fhir:
      return try FHIRWriter(language: request.language, now: request.circumstances.now).data(
        exported)
    case MedicalPanel.Format.cda:
      guard exported.count == 1, let record = exported.first else {
        throw EngineError.invalid(
          LocalizedText(
            fr: "un CDA porte sur un seul patient : \(exported.count) choisis (filtrez)",
            en: "a CDA is about one patient: \(exported.count) chosen (filter)"))
      }
      return Data(CDAWriter(record: record, now: request.circumstances.now).xml.utf8)
    case MedicalPanel.Format.text: return Data(text(exported).utf8)
    case MedicalPanel.Format.statements: return table(exported)
    default: throw EngineError.unknownName(request.format)
    }
  }

  private func exported() throws -> [ExportedRecord] {
    var exported: [ExportedRecord] = []
    var ids: [String] = []
    try records.forEachSuggestion(request.query) { suggestion in
      ids.append(suggestion.id)
      return true
    }
    for id in ids {
      guard let detail = try records.detail(id) else { continue }
      exported.append(
        ExportedRecord(
          detail, circumstances: request.circumstances,
          includesAll: request.options["all"] == "true",
          keepsDates: request.options["dates"] == "true"))
    }
    return exported
  }

  // MARK: Text

  private func text(_ exported: [ExportedRecord]) -> String {
    exported.map { record in
      var lines = ["PATIENT \(record.number) — \(record.specialty)"]
      for (section, statements) in record.sections {
        lines += ["", section.title[request.language].uppercased()]
        for statement in statements {
          let qualifiers =
            statement.qualifiers.isEmpty ? "" : " [\(statement.qualifiers.title[request.language])]"
          let date = statement.dateText.map { " (\($0))" } ?? ""
          lines.append("- \(statement.label) : \(statement.text)\(qualifiers)\(date)")
        }
      }
      return lines.joined(separator: "\n") + "\n"
    }
    .joined(separator: "\n\n")
  }

  // MARK: Table

  private func table(_ exported: [ExportedRecord]) -> Data {
    var writer = TableWriter(header: [
      "patient", "section", "slot", "label", "text", "code", "qualifiers", "date", "status",
      "document",
      "begin", "end",
    ])
    for record in exported {
      for statement in record.statements {
        let source = statement.sources.first
        writer.write([
          .text(record.number), .text(SummarySection.all[statement.section].title.fr),
          .text(statement.slot.rawValue), .text(statement.label), .text(statement.text),
          .text(statement.code), .text(statement.qualifiers.letters),
          .text(statement.dateText ?? ""), .text(statement.decision.rawValue),
          .text(source?.document ?? ""), .text(source.map { String($0.span.begin) } ?? ""),
          .text(source.map { String($0.span.end) } ?? ""),
        ])
      }
    }
    return Data(writer.flush())
  }
}
