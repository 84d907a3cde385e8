/// Radionuclides as letters write them: public facts.
enum IsotopeTable {
  /// The symbol of an element's French name, folded.
  static let symbols: [String: String] = [
    "hydrogene": "H", "carbone": "C", "fluor": "F", "sodium": "Na", "phosphore": "P",
    "soufre": "S", "chrome": "Cr", "manganese": "Mn", "fer": "Fe", "cobalt": "Co", "nickel": "Ni",
    "gallium": "Ga", "germanium": "Ge", "selenium": "Se", "krypton": "Kr", "strontium": "Sr",
    "yttrium": "Y", "technetium": "Tc", "molybdene": "Mo", "ruthenium": "Ru", "argent": "Ag",
    "cadmium": "Cd", "indium": "In", "iode": "I", "xenon": "Xe", "cesium": "Cs", "baryum": "Ba",
    "promethium": "Pm", "lutetium": "Lu", "iridium": "Ir", "thallium": "Tl", "plomb": "Pb",
    "polonium": "Po", "radon": "Rn", "radium": "Ra", "thorium": "Th", "uranium": "U",
    "plutonium": "Pu", "americium": "Am", "californium": "Cf", "samarium": "Sm", "erbium": "Er",
  ]

  /// Names that stand for one nuclide.
  static let single: [String: String] = ["tritium": "H-3", "deuterium": "H-2"]
}
