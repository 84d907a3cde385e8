import Testing

@testable import MedicalRecords

@Suite("Clinical text")
struct TextTests {
  @Test("Tokens, lines, sentences and sections")
  func parts() {
    let text = ClinicalText("Anamnèse\nUn homme. Il va bien.\n\nTraitement : aucun.")
    #expect(text.sections.map(\.kind) == [.history, .treatment])
    #expect(text.sentences.count == 4)
  }
}
