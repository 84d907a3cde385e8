/// What a word is for the recognition of negations.
enum NegationWord: Sendable {
  case ne, pas, plus, jamais, rien, aucun, nobody, ni, hardly, without, lack, little, que
  /// Words that end a scope: mais, cependant, car…
  case opposing
  /// Words that open a new subject after « et »: le, une, nous, mon…
  case subject
  case and, of, to

  /// The meaning of a folded word by its hash.
  static func of(_ hash: UInt64) -> NegationWord? { table[hash] }

  /// Whether the word completes « ne ».
  var completesNe: Bool {
    switch self {
    case .pas, .plus, .jamais, .rien, .aucun, .nobody, .ni, .hardly: true
    default: false
    }
  }

  private static let lists: [(NegationWord, String)] = [
    (.ne, "ne n"), (.pas, "pas"), (.plus, "plus"), (.jamais, "jamais jamai"), (.rien, "rien"),
    (.aucun, "aucun aucune aucuns aucunes nul nulle"), (.nobody, "personne nullement"),
    (.ni, "ni"), (.hardly, "guere point"), (.without, "sans"),
    (.lack, "manque manquait manquent absence zero 0 defaut"), (.little, "peu"), (.que, "que qu"),
    (
      .opposing,
      """
      mais cependant pourtant toutefois neanmoins sauf hormis excepte car donc alors contre \
      revanche puis ensuite lorsque puisque tandis sinon quoique heureusement malheureusement
      """
    ),
    (
      .subject,
      """
      le la les l un une des du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs \
      ce cet cette ces je j nous vous il ils elle elles on tout tous toute toutes que qu ca c
      """
    ),
    (.and, "et"), (.of, "de d du"), (.to, "a"),
  ]

  private static let table: [UInt64: NegationWord] = {
    var table: [UInt64: NegationWord] = [:]
    for (meaning, words) in lists {
      for word in words.split(separator: " ") where table[StableHash.of(word)] == nil {
        table[StableHash.of(word)] = meaning
      }
    }
    return table
  }()

  /// A set of words by their hashes.
  static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { StableHash.of($0) })
  }

  /// Words after « pas » that turn it into praise: « pas mal », « pas mauvais ».
  static let praisedByPas = set("mal mauvais mauvaise mauvaises vilain vilaine deguelasses")
  /// Words after « rien à » that praise: « rien à redire ».
  static let praisedByRien = set("dire redire reprocher signaler envier critiquer ajouter jeter")
  /// Words after « sans » that make no negation: « sans doute », « sans oublier ».
  static let emptyAfterSans = set(
    "doute compter parler oublier cesse arret exception faute plus aucun hesiter mentir exagerer")
  /// Words before « pas » that make it a step: « à deux pas ».
  static let countsOfSteps = set("un deux trois quatre quelques premier premiers faux le ce chaque")
  /// Words before « peu » and after it that make no negation: « un peu », « peu importe ».
  static let beforeHarmlessPeu = set("un quelque a sous depuis dans")
  static let afterHarmlessPeu = set("importe apres avant pres a")
  /// Words after a bare « plus » that make it negative: « plus rien », « plus aucun ».
  static let afterNegativePlus = set("rien aucun aucune jamais personne")
}
