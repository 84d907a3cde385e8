import Testing

@testable import MedicalRecords

@Suite("Measures")
struct MeasureTests {
  @Test(
    "Numbers and units",
    arguments: [
      ("une CRP à 350 mg/l", [350.0], "mg/L"), ("hémoglobine 9,2 g/dl", [9.2], "g/dL"),
      ("une tumeur de 10x5mm", [10, 5], "mm"), ("tension à 110/70 mmHg", [110, 70], "mm[Hg]"),
      ("plaquettes à 163000/mm 3", [163_000], "/mm3"), ("un taux de 4 950 UI/L", [4950], "[IU]/L"),
      ("saturation à 96%", [96], "%"), ("une masse de 21 x 20mm", [21, 20], "mm"),
      ("créatinine à 50 µmol/l", [50], "umol/L"), ("50 μmol/L de créatinine", [50], "umol/L"),
    ] as [(String, [Double], String)])
  func values(_ text: String, _ numbers: [Double], _ unit: String) {
    let measures = MeasureFinder.measures(ClinicalText(text))
    #expect(measures.first?.numbers == numbers)
    #expect(measures.first?.unit == unit)
  }

  @Test("The range in parentheses is a reference, not a second value")
  func reference() {
    let measure = MeasureFinder.measures(ClinicalText("ACE : 14,2 ng/mL (0-5)")).first
    #expect(measure?.reference == 0...5)
    #expect(measure?.isAbnormal == true)
  }

  @Test("Doses are marked", arguments: ["augmentin 500 mg trois fois", "morphine 5 mg/j"])
  func doses(_ text: String) {
    #expect(MeasureFinder.measures(ClinicalText(text)).first?.isDose == true)
  }

  @Test("Words of result follow what was examined")
  func words() {
    #expect(MeasureFinder.measures(ClinicalText("L'échographie est normale.")).count == 1)
    #expect(MeasureFinder.measures(ClinicalText("Un jour normal.")).isEmpty)
  }

  @Test("Comparators")
  func comparators() {
    let measure = MeasureFinder.measures(ClinicalText("PSA < 0,04 ng/ml")).first
    #expect(measure?.comparator == .less)
  }
}
