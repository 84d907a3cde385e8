import Testing

@testable import MedicalRecords

/// Results as reports write them.
@Suite("Measures in sentences")
struct MeasureCases {
  struct Case: Sendable, CustomTestStringConvertible {
    var sentence: String
    var words: String
    var numbers: [Double]
    var unit: String
    var testDescription: String { sentence }

    init(_ sentence: String, _ words: String, _ numbers: [Double], _ unit: String) {
      self.sentence = sentence
      self.words = words
      self.numbers = numbers
      self.unit = unit
    }
  }

  static let cases = [
    Case("Hémoglobine 9,4 g/dL (12,0-16,0).", "9,4 g/dL", [9.4], "g/dL"),
    Case("CRP à 125 mg/l.", "125 mg/l", [125], "mg/L"),
    Case("Température à 38,5 °C.", "38,5 °C", [38.5], "Cel"),
    Case("TA : 140/90 mmHg.", "140/90 mmHg", [140, 90], "mm[Hg]"),
    Case("Fréquence cardiaque à 95 bpm.", "95 bpm", [95], "/min"),
    Case("Poids 72 kg.", "72 kg", [72], "kg"),
    Case("Taille 1,68 m.", "1,68 m", [1.68], "m"),
    Case("IMC 25,5 kg/m².", "25,5 kg/m²", [25.5], "kg/m2"),
    Case("Créatinine 85 µmol/L.", "85 µmol/L", [85], "umol/L"),
    Case("PSA < 0,04 ng/mL.", "< 0,04 ng/mL", [0.04], "ng/mL"),
    Case("CA 19-9 : 420 U/mL (0-37).", "420 U/mL", [420], "U/mL"),
    Case("CA 125 à 35 U/mL.", "35 U/mL", [35], "U/mL"),
    Case("CA 15-3 à 22 UI/mL.", "22 UI/mL", [22], "[IU]/mL"),
    Case("ACE 12 ng/ml.", "12 ng/ml", [12], "ng/mL"),
    Case("Leucocytes 12 500/mm3.", "12 500/mm3", [12500], "/mm3"),
    Case("Plaquettes à 250 G/L.", "250 G/L", [250], "10*9/L"),
    Case("Hématies 4,2 T/L.", "4,2 T/L", [4.2], "10*12/L"),
    Case("Albumine 28 g/l.", "28 g/l", [28], "g/L"),
    Case("Nodule de 12 mm.", "12 mm", [12], "mm"),
    Case("Lésion de 3 x 2 x 1,5 cm.", "3 x 2 x 1,5 cm", [3, 2, 1.5], "cm"),
    Case("Kaliémie 3,5 mmol/l.", "3,5 mmol/l", [3.5], "mmol/L"),
    Case("Natrémie 140.", "140", [140], ""),
    Case("Saturation à 94 % en air ambiant.", "94 %", [94], "%"),
    Case("FEVG à 60 %.", "60 %", [60], "%"),
    Case("Glycémie 1,26 g/L.", "1,26 g/L", [1.26], "g/L"),
    Case("INR 2,5.", "2,5", [2.5], ""),
    Case("TSH 4 950 mUI/L (0,35-4,95).", "4 950 mUI/L", [4950], "m[IU]/L"),
    Case("pH 7,38.", "7,38", [7.38], ""),
    Case("Clairance supérieure à 60 ml/min.", "60 ml/min", [60], "mL/min"),
    Case("DFG 58 mL/min/1,73 m².", "58 mL/min/1,73 m²", [58], "mL/min/{1.73_m2}"),
    Case("Lactates à 4.2 mmol/L.", "4.2 mmol/L", [4.2], "mmol/L"),
    Case("Troponine 0,5 µg/L.", "0,5 µg/L", [0.5], "ug/L"),
    Case("60 Gy en 30 fractions.", "60 Gy", [60], "Gy"),
    Case("Ki-67 à 20 %.", "20 %", [20], "%"),
    Case("SUVmax à 8,2.", "8,2", [8.2], ""),
  ]

  @Test("Span, numbers and UCUM unit of the first result", arguments: cases)
  func read(_ one: Case) throws {
    let text = ClinicalText(one.sentence)
    let measure = try #require(MeasureFinder.measures(text).first)
    #expect(text.string(measure.tokens) == one.words)
    #expect(measure.numbers == one.numbers && measure.unit == one.unit)
  }

  @Test(
    "Reference ranges and what lies outside them",
    arguments: [
      ("Hémoglobine 9,4 g/dL (12,0-16,0)", true), ("Hémoglobine 13,4 g/dL (12,0-16,0)", false),
      ("CA 19-9 : 420 U/mL (0-37)", true), ("ACE : 2,1 ng/mL (0-5)", false),
    ])
  func references(_ sentence: String, _ isAbnormal: Bool) {
    #expect(MeasureFinder.measures(ClinicalText(sentence)).first?.isAbnormal == isAbnormal)
  }

  @Test("No range, no judgement")
  func unjudged() {
    #expect(MeasureFinder.measures(ClinicalText("CRP 12 mg/L")).first?.isAbnormal == nil)
  }

  @Test(
    "No results",
    arguments: [
      "Opérée le 12/03/2014.", "Femme de 54 ans.", "Classé pT3 N1 M0.", "Vu en 2014.", "",
      "Le CA 19-9 est demandé.", "Marquage par le Ki-67.",
    ])
  func none(_ sentence: String) {
    #expect(MeasureFinder.measures(ClinicalText(sentence)).isEmpty)
  }

  @Test(
    "Doses are no results",
    arguments: [
      "Énoxaparine 4000 UI par jour.", "Paracétamol 1 g x 4/j.", "Amoxicilline 500 mg.",
      "Morphine 10 mg.",
    ])
  func doses(_ sentence: String) {
    #expect(MeasureFinder.measures(ClinicalText(sentence)).allSatisfy { $0.isDose })
  }
}
