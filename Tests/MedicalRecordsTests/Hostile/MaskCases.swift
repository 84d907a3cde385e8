import Review
import Testing

@testable import MedicalRecords

/// Identifying words in the places where reports have them; diseases that are named after people.
@Suite("Masks in sentences")
struct MaskCases {
  private static let identity = PatientIdentity(
    names: ["LEFÈVRE", "Anne-Marie"], birthDate: CalendarDate(year: 1961, month: 7, day: 4),
    identifiers: ["8001234567"])

  private static func masked(_ text: String) -> String { IdentityMask(identity).masked(text) }

  @Test(
    "Hidden",
    arguments: [
      ("Madame LEFÈVRE Anne-Marie", ["LEFÈVRE", "Anne", "Marie"]),
      ("Mme Lefèvre va bien.", ["Lefèvre"]), ("lefevre anne-marie", ["lefevre", "anne"]),
      ("née le 04/07/1961", ["04/07"]), ("née le 4 juillet 1961", ["4 juillet"]),
      ("Date de naissance : 04.07.1961", ["04.07"]), ("DDN 04/07/1961", ["04/07"]),
      ("Naissance : 1961-07-04", ["07-04"]), ("née le 04.07.61", ["04.07"]),
      ("IPP 8001234567", ["8001234567"]), ("INS : 261073155512345", ["261073155512345"]),
      ("NIR 2 61 07 31 555 123 45", ["61 07 31"]), ("Tél. 06 12 34 56 78", ["12 34 56"]),
      ("Tel : 0612345678", ["0612345678"]), ("+33 6 12 34 56 78", ["12 34 56"]),
      ("anne.lefevre@exemple.fr", ["anne", "exemple"]),
      ("14 rue des Tilleuls 31400 Toulouse", ["Tilleuls", "31400", "Toulouse"]),
      ("31400 Toulouse", ["31400", "Toulouse"]), ("Dr Paul MERCIER", ["Paul", "MERCIER"]),
      ("le Pr. J. Vidal-Roux", ["Vidal", "Roux"]),
      ("Docteur Sophie de la Tour", ["Sophie", "Tour"]),
      ("M. Dupont, son époux", ["Dupont"]), ("Mlle Claire Petit", ["Claire", "Petit"]),
    ] as [(String, [String])])
  func hidden(_ text: String, _ secrets: [String]) {
    let masked = Self.masked(text)
    for secret in secrets { #expect(!masked.contains(secret), "\(masked)") }
    #expect(masked.unicodeScalars.count == text.unicodeScalars.count)
  }

  @Test(
    "Kept",
    arguments: [
      "maladie de Hodgkin", "lymphome de Hodgkin", "lymphome de Burkitt", "maladie de Parkinson",
      "maladie de Paget du sein", "syndrome de Lynch", "maladie de Crohn", "sarcome d'Ewing",
      "tumeur de Wilms", "score de Gleason 7 (3+4)", "signe de Babinski", "indice de Karnofsky 80",
      "grade SBR II", "stade de Breslow", "Clark III", "drain de Redon", "intervention de Hartmann",
      "opération de Whipple", "test de Coombs", "mutation KRAS G12D", "HER2 positif",
      "pT3 N1b M0 (2/17)", "énoxaparine 4000 UI/j", "FOLFOX 12 cures", "le 14/10/2026 à 10 h",
      "CA 19-9 : 420 U/mL (0-37)", "hémoglobine 9,4 g/dL", "Karnofsky 90 %", "grade IIIb", "J7",
      "64 ans", "60 Gy en 30 fractions", "T 38,5 °C", "vertèbres L4-L5", "", "•",
    ])
  func kept(_ text: String) {
    #expect(Self.masked(text) == text)
  }

  @Test("The year of birth stays: age matters to treatment")
  func year() {
    #expect(Self.masked("née le 04/07/1961").contains("1961"))
  }

  @Test("Another date of the same shape stays")
  func otherDates() {
    #expect(Self.masked("opérée le 05/07/1961") == "opérée le 05/07/1961")
    #expect(Self.masked("scanner du 04/07/2026") == "scanner du 04/07/2026")
  }

  @Test("Masking twice changes nothing more", arguments: ["Mme Anne LEFÈVRE, 06 12 34 56 78", "x"])
  func idempotent(_ text: String) {
    #expect(Self.masked(Self.masked(text)) == Self.masked(text))
  }
}
