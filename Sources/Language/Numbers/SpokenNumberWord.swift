/// What a spoken word may stand for inside a number.
public enum SpokenNumberWord: Hashable, Sendable {
  /// zéro.
  case zero
  /// un … neuf.
  case unit(Int)
  /// dix … seize.
  case teen(Int)
  /// vingt … soixante, and septante, huitante, octante, nonante.
  case ten(Int)
  /// cent, cents.
  case hundred
  /// mille.
  case thousand
  /// million, millions.
  case million
  /// et, between a ten and un or onze.
  case and
  /// double, triple: the next digit two or three times.
  case times(Int)
  /// fois, after a number: the next digit so many times.
  case multiplied
  /// virgule, point.
  case comma
  /// A word that hesitates (euh, alors, attendez).
  case filler
  /// A word that takes back what was said (non, pardon).
  case repair
  /// Digits as written.
  case digits(String)

  /// What a folded word means, or `nil` for a word of another kind.
  public static func of(_ word: String) -> SpokenNumberWord? {
    if let known = table[word] { return known }
    if !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return .digits(word) }
    return nil
  }

  /// What a folded word that sounds like a number may mean: recognisers write « cette » for sept and
  /// « sans » for cent, people « trante ».
  public static func soundingLike(_ word: String) -> SpokenNumberWord? {
    if let known = homophones[word] { return known }
    guard word.utf8.count >= 5 else { return nil }
    return slips.first {
      $0.word.utf8.first == word.utf8.first
        && EditDistance.isAtMostOne(Array($0.word.utf8), Array(word.utf8))
    }?.meaning
  }

  /// Whether the word can begin or continue a number by itself.
  public var isNumeral: Bool {
    switch self {
    case .zero, .unit, .teen, .ten, .hundred, .thousand, .million, .times, .digits: true
    case .and, .multiplied, .comma, .filler, .repair: false
    }
  }

  private static let table: [String: SpokenNumberWord] = {
    var table: [String: SpokenNumberWord] = [
      "zero": .zero, "zeros": .zero, "cent": .hundred, "cents": .hundred, "mille": .thousand,
      "million": .million, "millions": .million, "et": .and, "fois": .multiplied,
      "double": .times(2), "triple": .times(3), "virgule": .comma, "une": .unit(1),
    ]
    let units = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
    for (place, word) in units.enumerated() { table[word] = .unit(place + 1) }
    let teens = ["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"]
    for (place, word) in teens.enumerated() { table[word] = .teen(place + 10) }
    let tens = [
      "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
      "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    ]
    for (word, value) in tens { table[word] = .ten(value) }
    for word in fillers { table[word] = .filler }
    for word in ["non", "pardon", "trompe", "plutot", "excusez", "rectifie", "corrige"] {
      table[word] = .repair
    }
    return table
  }()

  private static let fillers = [
    "euh", "heu", "hum", "hein", "alors", "attendez", "attends", "puis", "ensuite", "donc", "bon",
    "ben", "bah", "voila", "apres", "ah", "oh", "eh", "euhh", "mm", "mmh", "tiret", "espace",
  ]

  private static let homophones: [String: SpokenNumberWord] = [
    "cette": .unit(7), "cet": .unit(7), "set": .unit(7), "sette": .unit(7), "sets": .unit(7),
    "sans": .hundred, "sang": .hundred, "san": .hundred, "sen": .hundred, "s'en": .hundred,
    "si": .unit(6), "scie": .unit(6), "sis": .unit(6), "sisse": .unit(6),
    "oui": .unit(8), "uit": .unit(8), "ouit": .unit(8), "huitre": .unit(8), "wit": .unit(8),
    "vin": .ten(20), "vain": .ten(20), "vint": .ten(20), "vins": .ten(20),
    "de": .unit(2), "deu": .unit(2), "d'eux": .unit(2), "eux": .unit(2),
    "trop": .unit(3), "troi": .unit(3), "toi": .unit(3), "trois-": .unit(3),
    "quatres": .unit(4), "katre": .unit(4), "quat": .unit(4), "cat": .unit(4),
    "saint": .unit(5), "sein": .unit(5), "sain": .unit(5), "cinque": .unit(5), "sync": .unit(5),
    "cinq-": .unit(5), "neufs": .unit(9), "neuve": .unit(9), "oeuf": .unit(9), "nef": .unit(9),
    "dit": .teen(10), "dis": .teen(10), "disse": .teen(10), "onces": .teen(11), "once": .teen(11),
    "ronze": .teen(11), "doux": .teen(12), "douse": .teen(12), "tres": .teen(13),
    "treze": .teen(13), "kinze": .teen(15), "seze": .teen(16), "sieze": .teen(16),
    "hun": .unit(1), "in": .unit(1), "ain": .unit(1), "mil": .thousand, "milles": .thousand,
    "mile": .thousand, "zerot": .zero, "zorro": .zero, "héros": .zero, "heros": .zero,
    "trante": .ten(30), "tente": .ten(30), "est": .and, "ai": .and, "es": .and,
  ]

  private static let slips: [(word: String, meaning: SpokenNumberWord)] = [
    ("trente", .ten(30)), ("quarante", .ten(40)), ("cinquante", .ten(50)),
    ("soixante", .ten(60)), ("quatre", .unit(4)), ("treize", .teen(13)),
    ("quatorze", .teen(14)), ("quinze", .teen(15)), ("seize", .teen(16)), ("douze", .teen(12)),
    ("vingt", .ten(20)), ("mille", .thousand),
  ]
}
