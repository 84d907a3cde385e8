import Review
import Testing

@testable import MedicalRecords

@Suite("Privacy")
struct MaskTests {
  static let identity = PatientIdentity(
    names: ["MARTIN", "Jeanne"], birthDate: CalendarDate(year: 1954, month: 3, day: 12))

  @Test(
    "Hidden",
    arguments: [
      ("Mme Jeanne MARTIN, 72 ans", "Mme J••••• M•••••, 72 ans"),
      ("vu par le Dr Paul Durieux ce jour", "vu par le Dr P••• D•••••• ce jour"),
      ("Née le 12/03/1954 à Albi", "Née le ••/••/1954 à Albi"),
      ("le 12 mars 1954", "le •• •••• 1954"), ("Tél : 05 61 00 00 00", "Tél : •• •• •• •• ••"),
      ("IPP : 8004123456", "IPP : ••••••••••"),
      ("2 54 03 31 555 123 45 x", "• •• •• •• ••• ••• •• x"),
      ("12 rue des Lilas 31000 Toulouse", "•• ••• ••• ••••• ••••• ••••••••"),
      ("martin va bien", "m••••• va bien"),
    ])
  func hidden(_ text: String, _ masked: String) {
    #expect(IdentityMask(Self.identity).masked(text) == masked)
  }

  @Test(
    "Kept",
    arguments: [
      "lymphome de Hodgkin", "maladie de Crohn", "syndrome de Lynch", "pT3 N1b M0 (2/17)",
      "énoxaparine 4000 UI par jour", "hémoglobine 9,4 g/dL (12,0-16,0)", "opérée le 14/10/2026",
      "CA 19-9 : 420 U/mL", "Karnofsky 90 %",
    ])
  func kept(_ text: String) {
    #expect(IdentityMask(Self.identity).masked(text) == text)
  }

  @Test("An eponym stays even when it is the patient's name")
  func eponym() {
    let mask = IdentityMask(PatientIdentity(names: ["CROHN"]))
    #expect(mask.masked("M. Crohn a une maladie de Crohn") == "M. C•••• a une maladie de Crohn")
  }

  @Test("Code points are kept, so that offsets stay true")
  func offsets() {
    let text = "Mme MARTIN 😀 e\u{301} née le 12/03/1954\nTél 0561000000 jean@exemple.fr"
    let masked = IdentityMask(Self.identity).masked(text)
    #expect(masked.unicodeScalars.count == text.unicodeScalars.count)
    #expect(
      !masked.contains("MARTIN") && !masked.contains("0561000000") && !masked.contains("jean@"))
  }

  @Test("Dates move together by a constant of the patient that is never zero")
  func shift() {
    let shift = ExportedRecord.shift(of: "patient|1", salt: "s")
    #expect(shift == ExportedRecord.shift(of: "patient|1", salt: "s") && shift != 0)
    #expect(abs(shift) <= ExportedRecord.shiftLimit)
    #expect(
      DateShift.shifted("opéré le 14/10/2026 puis en 2027", by: 10)
        == "opéré le 2026-10-24 puis en 2027")
  }
}
