import Review
import Testing

@testable import Inspections

/// Units as laboratories write them, and the levels that parameters are compared with.
@Suite struct SandreTests {
  @Test(arguments: [
    (Int32(1340), "mg(NO3)/L", Double?.some(1)), (1340, "mg/l", 1), (1340, "MG/L", 1),
    (1340, "mg(N)/L", 4.4268), (1340, "mg (N) / L", 4.4268), (1340, "µg/L", 0.001),
    (1340, "", 1), (1340, "°C", nil), (1340, "Bq/L", nil), (1339, "mg(N)/L", 3.2845),
    (1335, "mg(N)/L", 1.2879), (1433, "mg(P)/L", 3.0662), (1350, "ug/L", 0.001),
    (1506, "µg/L", 1), (1506, "mg/L", 1000), (1506, "ng/L", 0.001), (1382, "µg/L", 1),
    (1382, "mg(Pb)/L", 1000), (1392, "µg(Cu)/L", 0.001), (1449, "n/100mL", 1),
    (1449, "NPP/100mL", 1), (1302, "unité pH", 1), (1303, "mS/cm", 1000), (1295, "NTU", 1),
    (1301, "degC", 1), (1313, "mg/L", 1),
  ])
  func factorsTurnUnitsIntoTheParametersOwn(_ code: Int32, _ unit: String, _ factor: Double?) {
    #expect(SandreTable.parameters[code]?.factor(ofUnit: unit) == factor)
  }

  /// A value and its converted twin are the same water: nitrate from nitrogen weighs 62 / 14.
  @Test(arguments: [
    (Int32(1340), "mg(N)/L", 62.005 / 14.007), (1339, "mg(N)/L", 46.006 / 14.007),
    (1335, "mg(N)/L", 18.039 / 14.007), (1433, "mg(P)/L", 94.971 / 30.974),
  ])
  func factorsAreThoseOfMolarMasses(_ code: Int32, _ unit: String, _ ratio: Double) throws {
    let factor = try #require(SandreTable.parameters[code]?.factor(ofUnit: unit))
    #expect(abs(factor - ratio) / ratio < 0.002)
  }

  @Test(arguments: [
    ("mg(CO3)/L", true), ("mg(SO4)/L", true), ("mg/L", true), ("mg(NO3)/L", true),
    ("µg/L", false), ("°C", false), ("", false),
  ])
  func anotherSubstanceIsASlipAndAnotherKindIsNot(_ unit: String, _ isSlip: Bool) {
    #expect(SandreTable.parameters[1340]?.isSlip(unit) == isSlip)
  }

  @Test(arguments: [
    ("mg(NO3)/L", "mg(no3)/l"), ("µg/L", "ug/l"), ("μg/L", "ug/l"), (" mg / L ", "mg/l"),
    ("m²", "m2"), ("m³/s", "m3/s"), ("", ""), ("É", "É"),
  ])
  func symbolsMeet(_ written: String, _ key: String) {
    #expect(UnitSymbol.key(written) == key)
  }

  @Test(arguments: [
    ("mg(no3)/l", "mg/l"), ("mg/l", "mg/l"), ("n/(100ml)", "n/"), ("(", "("), (")(", ")("),
    ("", ""),
  ])
  func bareSymbolsLoseWhatIsWeighed(_ key: String, _ bare: String) {
    #expect(UnitSymbol.bare(key) == bare)
  }

  @Test func everyParameterIsWhole() {
    #expect(SandreTable.parameters.count > 25)
    for (code, parameter) in SandreTable.parameters {
      #expect(parameter.code == code)
      #expect(!parameter.name.fr.isEmpty && !parameter.name.en.isEmpty && !parameter.unit.isEmpty)
      #expect(parameter.factor(ofUnit: parameter.unit) == 1)
      #expect(parameter.factors.values.allSatisfy { $0 > 0 && $0.isFinite })
      if let threshold = parameter.threshold { #expect(threshold < parameter.highest) }
      if let limit = parameter.limit, let target = parameter.target { #expect(target < limit) }
      #expect(!parameter.levelSource.fr.isEmpty && !parameter.levelSource.en.isEmpty)
      #expect(parameter.distinctFactors == parameter.distinctFactors.sorted())
    }
    #expect(ParameterGroup.allCases.allSatisfy { !$0.title.fr.isEmpty && !$0.title.en.isEmpty })
  }

  @Test(
    arguments: [
      ("pollution diffuse (nitrates)", [.nutrients, .pesticides]),
      ("Phytosanitaires et ZNT", [.pesticides]), ("zones humides et travaux", []),
      ("assainissement collectif", [.nutrients, .organic, .bacteria]), ("eau potable", []),
      ("ICPE élevage", [.metals, .organic, .nutrients, .bacteria]), ("", []),
      ("épandage", [.nutrients, .bacteria]),
    ] as [(String, Set<ParameterGroup>)])
  func themesLookAtTheirParameters(_ theme: String, _ groups: Set<ParameterGroup>) {
    #expect(ThemeParameters.groups(theme) == groups)
  }

  @Test(arguments: [
    (1, Censoring?.some(.none)), (2, .belowDetection), (3, .aboveSaturation), (7, .traces),
    (10, .belowQuantification), (0, nil), (99, nil), (-1, nil),
  ])
  func codesOfRemarksAreRead(_ code: Int, _ censoring: Censoring?) {
    #expect(Censoring(sandreCode: code) == censoring)
  }

  @Test(arguments: [
    ("Résultat < seuil de détection", Censoring?.some(.belowDetection)),
    ("Résultat < au seuil de quantification", .belowQuantification),
    ("Résultat > seuil de quantification et < au seuil de saturation", .some(.none)),
    ("Résultat > au seuil de saturation", .aboveSaturation), ("Traces (< LQ et > LD)", .traces),
    ("Domaine de validité", nil), ("", nil),
  ])
  func wordsOfRemarksAreRead(_ words: String, _ censoring: Censoring?) {
    #expect(Censoring(words: words) == censoring)
  }

  @Test func onlyWhatLiesBelowIsBelow() {
    let below: Set<Censoring> = [.belowDetection, .belowQuantification, .traces]
    for censoring in Censoring.allCases { #expect(censoring.isBelow == below.contains(censoring)) }
  }
}
