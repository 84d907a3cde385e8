import Testing

@testable import MedicalRecords

@Suite("TNM")
struct TNMTests {
  @Test(
    "Values and prefixes of each letter",
    arguments: [
      ("pT3N1M0", "3", "1", "0"), ("pT2a pN1 cM0", "2a", "1", "0"), ("cT4cN0M0", "4", "0", "0"),
      ("cT1cN0M0", "1c", "0", "0"), ("pT3bN1a", "3b", "1a", ""), ("T1aNoMx", "1a", "0", "x"),
      ("cT3cN2cM1", "3", "2", "1"), ("pT1b (10 mm) N0(sn) Mx", "1b", "0", "x"),
      ("pT3N0(0/23)L0V0P0G2", "3", "0", ""), ("pT2bpN2M0", "2b", "2", "0"),
      ("cT3 cN+", "3", "+", ""), ("pTis N0", "is", "0", ""), ("cTcT1pN2 pM1", "1", "2", "1"),
      ("T4b N2b M0", "4b", "2b", "0"), ("ypT2 N0 (0/14)", "2", "0", ""),
      ("cT4N2M, stade IVA", "4", "2", ""),
      ("uT2 [40 mm] N négatif", "2", "", ""), ("pT1(m6)", "1", "", ""),
      ("T3, N1b, M0", "3", "1b", "0"),
    ])
  func values(_ text: String, _ tumour: String, _ nodes: String, _ metastases: String) {
    let stages = TNMFinder.stages(ClinicalText("Adénocarcinome de stade " + text + " opéré."))
    #expect(stages.count == 1)
    #expect(stages.first?.tumour.value == tumour)
    #expect(stages.first?.nodes.value == nodes)
    #expect(stages.first?.metastases.value == metastases)
  }

  @Test(
    "What only looks like a stage",
    arguments: [
      "hypersignal T2 de la moelle", "des vertèbres T1 à T3", "atteinte en C7-T1",
      "laminectomie T9-11",
      "TSH 4 et T4 libre normale", "rapport T4/T8 0,1", "T 37,9 ºC", "Tissu mou du psoas",
      "isointense en T1 et hyperintense en T2", "à la 2 heure",
    ])
  func others(_ text: String) {
    #expect(TNMFinder.stages(ClinicalText(text)).isEmpty)
  }

  @Test("A word that follows is not eaten")
  func followingWord() {
    let stages = TNMFinder.stages(ClinicalText("classé pT3 N2 M0 a été opéré"))
    #expect(stages.first?.title == "pT3 N2 M0")
    #expect(stages.first?.span.end == "classé pT3 N2 M0".count)
  }
}
