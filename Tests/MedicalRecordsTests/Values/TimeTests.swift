import Review
import Testing

@testable import MedicalRecords

@Suite("Times")
struct TimeTests {
  @Test(
    "ISO 8601",
    arguments: [
      ("opéré le 12/03/2014", "2014-03-12"), ("en mars 2014", "2014-03"),
      ("le 3 mars 2014", "2014-03-03"),
      ("depuis 03/2014", "2014-03"), ("en 2005", "2005"), ("depuis deux mois", "P2M"),
      ("pendant 1 an et demi", "P1.5Y"), ("pendant 12 semaines + 2 jours", "P12W2D"),
      ("durant 24h", "PT24H"),
      ("à J7", "P7D"), ("toutes les 8 heures", "R/PT8H"), ("une toilette quotidienne", "R/P1D"),
      ("chaque semaine", "R/P1W"), ("quelques jours", "PXD"), ("le 31.12.2020", "2020-12-31"),
      ("Trois mois après", "P3M"), ("pendant 6mois", "P6M"), ("le 1er mai 2020", "2020-05-01"),
    ])
  func values(_ text: String, _ value: String) {
    let times = TimeFinder.times(ClinicalText(text))
    #expect(times.map(\.value) == [value])
  }

  @Test("An age is no duration", arguments: ["Un homme de 55 ans", "Patiente âgée de 47 ans"])
  func ages(_ text: String) {
    #expect(TimeFinder.times(ClinicalText(text)).isEmpty)
  }

  @Test("A patient followed for years has a duration")
  func followed() {
    #expect(TimeFinder.times(ClinicalText("Patient suivi depuis 10 ans")).map(\.value) == ["P10Y"])
  }

  @Test("Impossible dates are no dates", arguments: ["le 31/02/2014", "le 45/13/2014", "0/0/0"])
  func impossible(_ text: String) {
    #expect(TimeFinder.times(ClinicalText(text)).allSatisfy { $0.date == nil })
  }

  @Test(
    "Phases of an operation", arguments: ["postopératoire", "per opératoire", "post-opératoires"])
  func phases(_ text: String) {
    #expect(TimeFinder.times(ClinicalText("en \(text)")).map(\.kind) == [.phase])
  }

  @Test("Offsets count code points, also of decomposed text")
  func offsets() {
    let times = TimeFinder.times(ClinicalText("ope\u{301}re\u{301}e 😀 en mars 2014"))
    #expect(times.first?.span == Span(14, 23))
  }
}
