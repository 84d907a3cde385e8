import Testing

@testable import MedicalRecords

/// Classifications as reports write them.
@Suite("TNM in sentences")
struct TNMCases {
  struct Case: Sendable, CustomTestStringConvertible {
    var sentence: String
    var words: String
    var prefix: String
    var values: [String]
    var testDescription: String { sentence }

    init(_ sentence: String, _ words: String, _ prefix: String, _ values: String...) {
      self.sentence = sentence
      self.words = words
      self.prefix = prefix
      self.values = values
    }
  }

  static let cases = [
    Case("Tumeur classée pT3 N1b M0.", "pT3 N1b M0", "p", "3", "1b", "0"),
    Case("Stade T2N0M0 selon la 8e édition.", "T2N0M0", "", "2", "0", "0"),
    Case("cT4bN2M1a d'emblée.", "cT4bN2M1a", "c", "4b", "2", "1a"),
    Case("pT1c(m) pN1a(sn) (2/14).", "pT1c(m) pN1a", "p", "1c", "1a", ""),
    Case("ypT0 ypN0.", "ypT0 ypN0", "yp", "0", "0", ""),
    Case("Classification : pTis.", "pTis", "p", "is", "", ""),
    Case("uT3N+ en échoendoscopie.", "uT3N+", "u", "3", "+", ""),
    Case("rT2N0.", "rT2N0", "r", "2", "0", ""),
    Case("pT3pN2bM1.", "pT3pN2bM1", "p", "3", "2b", "1"),
    Case("T3 N2 Mx.", "T3 N2 Mx", "", "3", "2", "x"),
    Case("Classé Tx N1 M0.", "Tx N1 M0", "", "x", "1", "0"),
    Case("Classée pT2 pN0 (0/18) cM0.", "pT2 pN0 (0/18) cM0", "p", "2", "0", "0"),
    Case("Adénocarcinome pT4a, N2b (9/24), L1 V1.", "pT4a, N2b", "p", "4a", "2b", ""),
    Case("TNM : T1 N0 M0.", "T1 N0 M0", "", "1", "0", "0"),
    Case("Carcinome T1mi N0 M0.", "T1mi N0 M0", "", "1mi", "0", "0"),
    Case("Carcinome T1a du rein gauche.", "T1a", "", "1a", "", ""),
    Case("Tumeur T4N3M1b, stade IVA.", "T4N3M1b", "", "4", "3", "1b"),
    Case("Classé pT3,N0,M0.", "pT3,N0,M0", "p", "3", "0", "0"),
    Case("pT3-N1-M0", "pT3-N1-M0", "p", "3", "1", "0"),
    Case("stade pT1bN0M0R0", "pT1bN0M0", "p", "1b", "0", "0"),
    Case(
      "T4 (envahissement du péricarde) N2 M0", "T4 (envahissement du péricarde) N2 M0", "", "4",
      "2", "0"),
    Case("tumeur pTNM : T3 NO MO", "T3 NO MO", "", "3", "0", "0"),
    Case("ycT2N0", "ycT2N0", "yc", "2", "0", ""),
    Case("aT1 à l'autopsie", "aT1", "a", "1", "", ""),
    Case("T2 N0 M0 G2", "T2 N0 M0", "", "2", "0", "0"),
    Case("Stade TxNxM1.", "TxNxM1", "", "x", "x", "1"),
    Case("CT3CN1", "CT3CN1", "c", "3", "1", ""),
  ]

  @Test("Span, prefix and values", arguments: cases)
  func read(_ one: Case) throws {
    let text = ClinicalText(one.sentence)
    let stages = TNMFinder.stages(text)
    let stage = try #require(stages.first)
    #expect(stages.count == 1)
    let scalars = Array(one.sentence.unicodeScalars)
    #expect(
      String(String.UnicodeScalarView(scalars[stage.span.begin..<stage.span.end])) == one.words)
    #expect(stage.tumour.prefix == one.prefix)
    #expect([stage.tumour.value, stage.nodes.value, stage.metastases.value] == one.values)
  }

  @Test(
    "None",
    arguments: [
      "IRM en séquence T1 et T2 sans anomalie.", "Hypersignal T2 de la moelle.",
      "Fracture de T9 et tassement de T12.", "T 37,9 °C à l'entrée.",
      "TSH normale, T3 et T4 normales.", "Vertèbres T4 à T7.", "Le lymphome est de stade IV.",
      "Dose de T4 libre diminuée.", "Drain en T5 axillaire.", "Onde T négative en V2-V4.", "T",
      "pT",
      "T9N9M9", "Lymphocytes T4 abaissés.",
    ])
  func none(_ sentence: String) {
    #expect(TNMFinder.stages(ClinicalText(sentence)).isEmpty)
  }

  @Test("Two stages of one sentence are two")
  func two() {
    let stages = TNMFinder.stages(ClinicalText("pT2N0 puis, en 2019, pT3N1."))
    #expect(stages.map(\.title) == ["pT2 N0", "pT3 N1"])
  }

  @Test("Only a p says that a stage was seen under the microscope")
  func pathological() {
    for (words, isPathological) in [
      ("pT2N0", true), ("ypT2N0", true), ("cT2N0", false), ("T2N0M0", false), ("uT2N0", false),
    ] {
      #expect(
        TNMFinder.stages(ClinicalText("Classé \(words).")).first?.isPathological == isPathological)
    }
  }
}
