import Review

/// What a parameter tells about, which decides the themes of control it counts for.
enum ParameterGroup: String, Sendable, CaseIterable {
  case nutrients
  case organic
  case pesticides
  case metals
  case bacteria
  case general

  /// The name on screen.
  var title: LocalizedText {
    switch self {
    case .nutrients: LocalizedText(fr: "nutriments", en: "nutrients")
    case .organic: LocalizedText(fr: "matières organiques", en: "organic matter")
    case .pesticides: LocalizedText(fr: "pesticides", en: "pesticides")
    case .metals: LocalizedText(fr: "métaux", en: "metals")
    case .bacteria: LocalizedText(fr: "bactéries", en: "bacteria")
    case .general: LocalizedText(fr: "état général", en: "general state")
    }
  }
}
