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
  /// Which letters and digits `joined` holds, one bit each, to tell unlike names at a glance.
  private let letters: UInt64
  /// The same of `core`.
  private let coreLetters: UInt64

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
    let telling = all.filter { !Self.dropped.contains($0) }
    let whole = PlaceName(words: telling.isEmpty ? all : telling)
    self = whole.leavingOut(Self.words(ofCommune: commune)) ?? whole
  }

  private init(words telling: [String]) {
    let core = telling.filter { !Self.kinds.contains($0) }
    isGeneric = core.isEmpty
    words = telling.map { Array($0.utf8) }
    joined = words.flatMap { $0 }
    self.core = core.isEmpty ? joined : core.flatMap { Array($0.utf8) }
    letters = Self.letters(joined)
    coreLetters = Self.letters(self.core)
  }

  /// The name without some words; `nil` when it has none of them, or nothing else.
  func leavingOut(_ left: Set<String>) -> PlaceName? {
    guard !left.isEmpty else { return nil }
    let names = words.map { String(decoding: $0, as: UTF8.self) }
    let kept = names.filter { !left.contains($0) }
    return kept.isEmpty || kept.count == names.count ? nil : PlaceName(words: kept)
  }

  /// The words of a commune's name, folded.
  static func words(ofCommune commune: String) -> Set<String> {
    commune.isEmpty ? [] : Set(split(commune))
  }

  // MARK: At a glance

  private static func letters(_ name: [UInt8]) -> UInt64 {
    name.prefix(JaroWinkler.comparedBytes).reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// Whether two names may be alike at all: if not, `similarity` is below `leastLikeness`.
  func mayResemble(_ other: PlaceName) -> Bool {
    // One name may be contained in the other.
    if letters & ~other.letters == 0 || other.letters & ~letters == 0 { return true }
    return Self.mayResemble(joined, letters, other.joined, other.letters)
      || Self.mayResemble(core, coreLetters, other.core, other.coreLetters)
  }

  /// A letter that only one of two names has cannot match, which bounds the Jaro similarity;
  /// Winkler's prefix adds at most 0.4 of what is missing to 1.
  private static func mayResemble(
    _ left: [UInt8], _ leftLetters: UInt64, _ right: [UInt8], _ rightLetters: UInt64
  ) -> Bool {
    guard let first = left.first, let otherFirst = right.first else { return false }
    let missing = Double((leftLetters & ~rightLetters).nonzeroBitCount)
    let foreign = Double((rightLetters & ~leftLetters).nonzeroBitCount)
    let lengths = (
      Double(min(left.count, JaroWinkler.comparedBytes)),
      Double(min(right.count, JaroWinkler.comparedBytes))
    )
    // No more bytes can match than the shorter name has.
    let matches = min(lengths.0 - missing, lengths.1 - foreign)
    let jaro = (matches / lengths.0 + matches / lengths.1 + 1) / 3
    return jaro + (first == otherFirst ? 0.4 * (1 - jaro) : 0) >= leastLikeness
  }

  /// Names less alike than this are never joined by name.
  static let leastLikeness = 0.8

  /// How alike two names are, 0…1: Jaro-Winkler over the whole names and over their cores, or the
  /// words of the shorter found in the longer.
  func similarity(to other: PlaceName) -> Double {
    let whole = JaroWinkler.similarity(joined, other.joined)
    if whole == 1 { return 1 }
    var best = whole
    let isReduced = core.count != joined.count || other.core.count != other.joined.count
    if isReduced, !isGeneric, !other.isGeneric {
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
