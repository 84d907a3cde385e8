import Language
import Review

/// The activities of Alim'confiance, brought together where labels changed between years or are
/// too rare to be learned one by one.
///
/// The raw values stand in frozen features: they are never renumbered, new groups go at the end.
enum ActivityGroup: Int, CaseIterable {
  case other = 0
  case restaurant, collectiveCatering, farmProducer, butcher, bakery, grocery, directSale
  case selfService, caterer, fishmonger, cheeseShop, confectioner, foodCraft
  case meatCounter, fishCounter, cheeseCounter, breadCounter, caterersCounter
  case milkProcessing, meatProcessing, fishProcessing, shellfish
  case poultrySlaughter, ungulateSlaughter, farmSlaughter, meatCutting, mincedMeat
  case poultryCutting, eggPacking, eggProducts, storage, transport, cheeseMaturing
  case compositeProducts, game

  /// The beginnings of labels, folded, and the group each belongs to; the first that fits holds.
  private static let beginnings: [(String, ActivityGroup)] = [
    ("rayon boucherie", .meatCounter), ("rayon poisson", .fishCounter),
    ("rayon fromag", .cheeseCounter), ("rayon pain", .breadCounter),
    ("rayon traiteur", .caterersCounter), ("rayon", .grocery),
    ("restaurant", .restaurant), ("restauration collective", .collectiveCatering),
    ("responsable de restauration", .collectiveCatering),
    ("gestion administrative-restauration", .collectiveCatering),
    ("producteur fermier", .farmProducer), ("boucherie", .butcher), ("boulangerie", .bakery),
    ("patisserie", .bakery), ("alimentation generale", .grocery),
    ("commerce alimentaire", .grocery), ("primeur", .grocery),
    ("vente de denrees", .directSale), ("distribution automatique", .directSale),
    ("autres activites de remise", .directSale), ("libre service", .selfService),
    ("traiteur", .caterer), ("poissonnerie", .fishmonger), ("fromagerie", .cheeseShop),
    ("chocolatier", .confectioner), ("glacier", .confectioner),
    ("metier de bouche", .foodCraft), ("preparation/fabrication", .foodCraft),
    ("transformation de lait", .milkProcessing), ("deshydratation de lait", .milkProcessing),
    ("collecte de lait", .milkProcessing), ("transformation de produits carnes", .meatProcessing),
    ("decoupe de produits de charcuterie", .meatProcessing),
    ("transformation de produits de la peche", .fishProcessing), ("mareyage", .fishProcessing),
    ("halle a m", .fishProcessing), ("plateforme", .fishProcessing), ("vivier", .fishProcessing),
    ("peche", .fishProcessing), ("abattage de produits de l'aqua", .fishProcessing),
    ("production de produits a base d", .fishProcessing), ("purification", .shellfish),
    ("expedition", .shellfish), ("chaine d'abattage de volaille", .poultrySlaughter),
    ("chaine d'abattage", .ungulateSlaughter), ("salle d'abattage", .farmSlaughter),
    ("decoupe de viande de boucherie", .meatCutting), ("production d'abats", .meatCutting),
    ("vh, vsm, preparation viandes volailles", .poultryCutting), ("vh, vsm", .mincedMeat),
    ("decoupe de viandes de volailles", .poultryCutting), ("centre d'emballage", .eggPacking),
    ("production d'oeuf", .eggProducts), ("entreposage", .storage), ("vente en gros", .storage),
    ("transport", .transport), ("caves d'affinage", .cheeseMaturing),
    ("decoupe de fromages", .cheeseMaturing), ("preparation de produits comp", .compositeProducts),
  ]

  /// The group of a label, without regard to case and accents.
  init(label: String) {
    let folded = label.folded
    if let found = Self.beginnings.first(where: { folded.hasPrefix($0.0) }) {
      self = found.1
    } else {
      self = folded.contains("gibier") ? .game : .other
    }
  }

  /// The groups of labels, each once, in the order of the labels; `other` when there is none.
  static func groups(of labels: [String]) -> [ActivityGroup] {
    var groups: [ActivityGroup] = []
    for label in labels {
      let group = ActivityGroup(label: label)
      if !groups.contains(group) { groups.append(group) }
    }
    return groups.isEmpty ? [.other] : groups
  }

  /// The share of non-compliant inspections before anything is learned.
  ///
  /// Source: the whole dump of 2021 (bakery 14.4 %, butcher 8.8 %, restaurant 6.9 %, collective
  /// catering 3.0 %); 5.4 % for what was not told apart there.
  var baseRate: Double {
    switch self {
    case .bakery: 0.144
    case .butcher: 0.088
    case .restaurant: 0.069
    case .collectiveCatering: 0.030
    default: 0.054
    }
  }
}
