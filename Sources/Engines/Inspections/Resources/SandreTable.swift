import Review

/// The parameters that the panel knows, by SANDRE code.
///
/// Levels: nitrates 50 mg/L (limit) of directive 91/676/EEC; « bon état » limits of the French order
/// of 25 January 2010 (rivers); limits of quality of the order of 11 January 2007 (drinking water).
/// The knowledge table of thresholds goes before them.
enum SandreTable {
  /// All parameters, by code.
  static let parameters: [Int32: SandreParameter] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.code, $0) })

  private static let goodState = LocalizedText(
    fr: "bon état, arrêté du 25 janvier 2010", en: "good state, order of 25 January 2010")
  private static let drinking = LocalizedText(
    fr: "limite de qualité, arrêté du 11 janvier 2007",
    en: "quality limit, order of 11 January 2007")
  private static let nitratesDirective = LocalizedText(
    fr: "directive nitrates 91/676/CEE ; niveau guide 25", en: "Nitrates Directive; guide level 25")

  private static func make(
    _ code: Int32, _ fr: String, _ en: String, _ unit: String, _ group: ParameterGroup,
    limit: Double? = nil, target: Double? = nil, source: LocalizedText = goodState,
    highest: Double = 1e6, _ factors: [String: Double] = [:]
  ) -> SandreParameter {
    SandreParameter(
      code: code, name: LocalizedText(fr: fr, en: en), unit: unit, factors: factors, limit: limit,
      target: target, levelSource: source, highest: highest, group: group)
  }

  private static let micro: [String: Double] = ["mg/l": 1000, "ng/l": 0.001]
  private static let milli: [String: Double] = ["ug/l": 0.001, "g/l": 1000]

  private static let all: [SandreParameter] = [
    make(
      1340, "nitrates", "nitrates", "mg(NO3)/L", .nutrients, limit: 50, target: 25,
      source: nitratesDirective, highest: 2000,
      ["mg/l": 1, "mg/lno3": 1, "mgno3/l": 1, "mg(n)/l": 4.4268, "ug/l": 0.001]),
    make(
      1339, "nitrites", "nitrites", "mg(NO2)/L", .nutrients, limit: 0.3, highest: 200,
      ["mg/l": 1, "mgno2/l": 1, "mg(n)/l": 3.2845, "ug/l": 0.001]),
    make(
      1335, "ammonium", "ammonium", "mg(NH4)/L", .nutrients, limit: 0.5, highest: 500,
      ["mg/l": 1, "mgnh4/l": 1, "mg(n)/l": 1.2879, "ug/l": 0.001]),
    make(
      1350, "phosphore total", "total phosphorus", "mg(P)/L", .nutrients, limit: 0.2, highest: 200,
      ["mg/l": 1, "mgp/l": 1, "ug/l": 0.001]),
    make(
      1433, "orthophosphates", "orthophosphates", "mg(PO4)/L", .nutrients, limit: 0.5,
      highest: 500, ["mg/l": 1, "mgpo4/l": 1, "mg(p)/l": 3.0662, "ug/l": 0.001]),
    make(
      1313, "DBO5", "BOD5", "mg(O2)/L", .organic, limit: 6, highest: 5000, ["mg/l": 1, "mgo2/l": 1]),
    make(
      1314, "DCO", "COD", "mg(O2)/L", .organic, limit: 30, highest: 20_000,
      ["mg/l": 1, "mgo2/l": 1]),
    make(
      1305, "matières en suspension", "suspended solids", "mg/L", .organic, limit: 50,
      highest: 50_000, milli),
    make(
      6276, "pesticides totaux", "total pesticides", "µg/L", .pesticides, limit: 0.5,
      source: drinking, highest: 10_000, micro),
    make(
      1506, "glyphosate", "glyphosate", "µg/L", .pesticides, limit: 0.1, source: drinking,
      highest: 10_000, micro),
    make(
      1907, "AMPA", "AMPA", "µg/L", .pesticides, limit: 0.1, source: drinking, highest: 10_000,
      micro),
    make(
      8847, "somme de 20 PFAS", "sum of 20 PFAS", "µg/L", .pesticides, limit: 0.1,
      source: drinking, highest: 1000, micro),
    make(
      1382, "plomb", "lead", "µg(Pb)/L", .metals, limit: 10, source: drinking, highest: 1e5,
      ["ug/l": 1, "mg/l": 1000, "mg(pb)/l": 1000]),
    make(
      1369, "arsenic", "arsenic", "µg(As)/L", .metals, limit: 10, source: drinking, highest: 1e5,
      ["ug/l": 1, "mg/l": 1000, "mg(as)/l": 1000]),
    make(
      1388, "cadmium", "cadmium", "µg(Cd)/L", .metals, limit: 5, source: drinking, highest: 1e5,
      ["ug/l": 1, "mg/l": 1000, "mg(cd)/l": 1000]),
    make(
      1386, "nickel", "nickel", "µg(Ni)/L", .metals, limit: 20, source: drinking, highest: 1e5,
      ["ug/l": 1, "mg/l": 1000, "mg(ni)/l": 1000]),
    make(
      1392, "cuivre", "copper", "mg(Cu)/L", .metals, limit: 2, source: drinking, highest: 1000,
      ["mg/l": 1, "ug/l": 0.001, "ug(cu)/l": 0.001]),
    make(
      1393, "fer", "iron", "µg(Fe)/L", .metals, limit: 200, source: drinking, highest: 1e6,
      ["ug/l": 1, "mg/l": 1000, "mg(fe)/l": 1000]),
    make(
      1394, "manganèse", "manganese", "µg(Mn)/L", .metals, limit: 50, source: drinking,
      highest: 1e6, ["ug/l": 1, "mg/l": 1000, "mg(mn)/l": 1000]),
    make(
      1449, "Escherichia coli", "Escherichia coli", "n/(100mL)", .bacteria, limit: 900,
      source: LocalizedText(fr: "directive baignade 2006/7/CE", en: "Bathing Water Directive"),
      highest: 1e9, ["n/100ml": 1, "npp/100ml": 1, "n/(100ml)": 1, "ufc/100ml": 1]),
    make(
      6455, "entérocoques", "enterococci", "n/(100mL)", .bacteria, limit: 330,
      source: LocalizedText(fr: "directive baignade 2006/7/CE", en: "Bathing Water Directive"),
      highest: 1e9, ["n/100ml": 1, "npp/100ml": 1, "n/(100ml)": 1, "ufc/100ml": 1]),
    make(1302, "pH", "pH", "unité pH", .general, highest: 14, ["unitph": 1, "unitéph": 1, "x": 1]),
    make(
      1303, "conductivité à 25 °C", "conductivity at 25 °C", "µS/cm", .general, highest: 200_000,
      ["us/cm": 1, "ms/cm": 1000]),
    make(
      1295, "turbidité", "turbidity", "NFU", .general, highest: 50_000,
      ["nfu": 1, "ntu": 1, "fnu": 1]),
    make(
      1301, "température", "temperature", "°C", .general, limit: 25.5, highest: 60, ["degc": 1]),
    make(
      1337, "chlorures", "chlorides", "mg(Cl)/L", .general, limit: 200, source: drinking,
      highest: 1e5, ["mg/l": 1]),
    make(
      1338, "sulfates", "sulphates", "mg(SO4)/L", .general, limit: 250, source: drinking,
      highest: 1e5, ["mg/l": 1]),
    make(
      1311, "oxygène dissous", "dissolved oxygen", "mg(O2)/L", .general, highest: 60, ["mg/l": 1]),
    make(1312, "saturation en oxygène", "oxygen saturation", "%", .general, highest: 400),
  ]
}
