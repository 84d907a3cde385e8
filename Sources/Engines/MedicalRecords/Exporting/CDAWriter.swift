import Review

/// Writes a summary as a CDA R2 document after the form CANCER-FRCP 2022.01 of the ANS: header,
/// sections with narrative and coded entries, `nullFlavor` where the form demands what nobody said.
struct CDAWriter {
  /// The template of the form.
  private static let template = "1.2.250.1.213.1.1.1.8"

  let record: ExportedRecord
  let now: Timestamp

  /// The document.
  var xml: String {
    ([
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<ClinicalDocument xmlns=\"urn:hl7-org:v3\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
    ] + header + body + ["</ClinicalDocument>", ""]).joined(separator: "\n")
  }

  private var stamp: String { now.iso.filter(\.isNumber) }

  private var header: [String] {
    let patient = XMLText.escaped(record.number)
    return [
      "  <realmCode code=\"FR\"/>",
      "  <typeId root=\"2.16.840.1.113883.1.3\" extension=\"POCD_HD000040\"/>",
      "  <templateId root=\"2.16.840.1.113883.2.8.2.1\"/>",
      "  <templateId root=\"1.2.250.1.213.1.1.1.1\"/>",
      "  <templateId root=\"\(Self.template)\" extension=\"2022.01\"/>",
      "  <id root=\"2.25.\(UInt64(StableID.make("cda", record.number), radix: 16) ?? 0)\"/>",
      "  <code code=\"34794-8\" codeSystem=\"2.16.840.1.113883.6.1\" codeSystemName=\"LOINC\""
        + " displayName=\"CR de réunion de concertation pluridisciplinaire\"/>",
      "  <title>Synthèse pour la \(XMLText.escaped(record.specialty))</title>",
      "  <effectiveTime value=\"\(stamp)+0000\"/>",
      "  <confidentialityCode code=\"N\" codeSystem=\"2.16.840.1.113883.5.25\"/>",
      "  <languageCode code=\"fr-FR\"/>",
      "  <setId root=\"2.25.\(UInt64(StableID.make("cda-set", record.number), radix: 16) ?? 0)\"/>",
      "  <versionNumber value=\"1\"/>",
      "  <recordTarget>", "    <patientRole>",
      "      <id extension=\"\(patient)\" root=\"1.2.250.1.213.1.4.99\"/>",
      "      <addr nullFlavor=\"MSK\"/>", "      <telecom nullFlavor=\"MSK\"/>",
      "      <patient>", "        <name nullFlavor=\"MSK\"/>", gender,
      "        <birthTime nullFlavor=\"MSK\"/>", "      </patient>",
      "    </patientRole>", "  </recordTarget>",
      "  <author>", "    <time value=\"\(stamp)+0000\"/>",
      "    <assignedAuthor>", "      <id nullFlavor=\"NI\"/>",
      "      <assignedAuthoringDevice><softwareName>Vigie</softwareName></assignedAuthoringDevice>",
      "    </assignedAuthor>", "  </author>",
      "  <custodian><assignedCustodian><representedCustodianOrganization>"
        + "<id nullFlavor=\"NI\"/></representedCustodianOrganization></assignedCustodian></custodian>",
    ]
  }

  private var gender: String {
    record.sex.isEmpty
      ? "        <administrativeGenderCode nullFlavor=\"UNK\"/>"
      : "        <administrativeGenderCode code=\"\(record.sex)\" codeSystem=\"2.16.840.1.113883.5.1\"/>"
  }

  private var body: [String] {
    var lines = ["  <component>", "    <structuredBody>"]
    for (index, section) in SummarySection.all.enumerated() {
      let own = record.statements.filter { $0.section == index }
      let absent = section.slots.filter { slot in
        Slot.mandatory.contains(slot) && !own.contains { $0.slot == slot }
      }
      guard !own.isEmpty || !absent.isEmpty else { continue }
      lines += self.section(section, own, absent)
    }
    return lines + ["    </structuredBody>", "  </component>"]
  }

  private func section(
    _ section: SummarySection, _ statements: [ExportedStatement], _ absent: [Slot]
  ) -> [String] {
    let code =
      statements.isEmpty
      ? "        <section nullFlavor=\"NI\">" : "        <section>"
    var lines = ["      <component>", code]
    lines += CDAEntries.templates(section.templates).flatMap { $0.lines(5) }
    lines += [
      "          <code code=\"\(section.loinc)\" codeSystem=\"2.16.840.1.113883.6.1\""
        + " codeSystemName=\"LOINC\" displayName=\"\(XMLText.escaped(section.display))\"/>",
      "          <title>\(XMLText.escaped(section.title.fr))</title>", "          <text><list>",
    ]
    for statement in statements {
      let qualifier = statement.qualifiers.isEmpty ? "" : " [\(statement.qualifiers.title.fr)]"
      lines.append(
        "            <item>"
          + XMLText.escaped("\(statement.label) : ")
          + "<content ID=\"\(statement.anchor)\">"
          + XMLText.escaped("\(statement.text)\(qualifier)") + "</content></item>")
    }
    for slot in absent {
      lines.append("            <item>\(XMLText.escaped(slot.title.fr)) : non renseigné</item>")
    }
    lines.append("          </list></text>")
    let entries = CDAEntries(record: record)
    lines += (entries.entries(section.slots) + entries.parts(section.slots)).flatMap { $0.lines(5) }
    return lines + ["        </section>", "      </component>"]
  }
}
