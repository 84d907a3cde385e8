import Language

/// The name of an establishment reduced to what tells it from others.
///
/// « SARL LE RESTAURANT L'ÉTOILE » and « Restaurant L'Etoile » have the same words.
struct PlaceName: Equatable {
  /// The words that tell, folded, in order; all the words when nothing else is left.
  let words: [[UInt8]]
  /// The words that tell, without spaces between them.
  let joined: [UInt8]
  /// The same without words that say what kind of place it is (bar, pizzeria…); equal to `joined`
  /// when nothing else is left.
  let core: [UInt8]
  /// Whether the name says only what kind of place it is: many share it.
  let isGeneric: Bool

  /// Legal forms, articles and words that stand in every second name.
  private static let dropped: Set<String> = [
    "sarl", "sas", "sasu", "eurl", "eirl", "sa", "snc", "scop", "sci", "earl", "gaec", "scea", "ei",
    "ste", "societe", "ets", "etablissement", "etablissements", "restaurant", "restaurants",
    "resto",
    "le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "au", "aux", "a", "et", "en",
    "the",
    "chez", "and",
  ]

  private static let kinds: Set<String> = [
    "bar", "cafe", "brasserie", "pizzeria", "pizza", "bistrot", "bistro", "hotel", "snack",
    "traiteur",
    "creperie", "grill", "auberge", "kebab", "sushi", "tabac", "salon", "the", "boulangerie",
    "patisserie", "boucherie", "charcuterie", "cantine", "ecole", "mairie", "primaire", "publique",
    "elementaire", "maternelle", "college", "lycee", "creche", "food", "truck", "lounge", "club",
    "franco", "italien", "chinois", "japonais", "indien", "asiatique", "buffet", "rapide",
  ]

  /// Reduces a name.
  ///
  /// - Parameter commune: the establishment's commune; its words tell nothing among neighbours.
  init(_ name: String, commune: String = "") {
    let all = Self.split(name)
    let town = Set(Self.split(commune))
    var telling = all.filter { !Self.dropped.contains($0) }
    let local = telling.filter { !town.contains($0) }
    if !local.isEmpty { telling = local }
    if telling.isEmpty { telling = all }
    let core = telling.filter { !Self.kinds.contains($0) }
    isGeneric = core.isEmpty
    words = telling.map { Array($0.utf8) }
    joined = words.flatMap { $0 }
    self.core = core.isEmpty ? joined : core.flatMap { Array($0.utf8) }
  }

  /// How alike two names are, 0…1: Jaro-Winkler over the whole names and over their cores, or the
  /// words of the shorter found in the longer.
  func similarity(to other: PlaceName) -> Double {
    let whole = JaroWinkler.similarity(joined, other.joined)
    if whole == 1 { return 1 }
    var best = whole
    if !isGeneric, !other.isGeneric {
      best = max(best, Self.kindPenalty * JaroWinkler.similarity(core, other.core))
    }
    let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
    if !short.isGeneric, short.joined.count >= 5, short.isContained(in: long) {
      best = max(best, Self.containment)
    }
    return best
  }

  /// What names are worth that agree but for the kind of place.
  private static let kindPenalty = 0.98
  /// What a name is worth that is contained in a longer one.
  private static let containment = 0.92

  private func isContained(in other: PlaceName) -> Bool {
    words.allSatisfy { word in other.words.contains { $0 == word } }
  }

  private static func split(_ text: String) -> [String] {
    text.folded.utf8.split { byte in
      !((0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80)
    }.map { String(decoding: $0, as: UTF8.self) }
  }
}
