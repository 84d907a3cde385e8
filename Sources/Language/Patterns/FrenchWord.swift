/// What is known of French words apart from any lexicon.
enum FrenchWord {
  /// Whether a folded byte can stand in a word.
  static func isWordByte(_ byte: UInt8) -> Bool {
    FrenchStemmer.isLetter(byte) || (byte >= 0x30 && byte <= 0x39)
  }

  /// Whether a word could be a slip for another: common words that are one letter away from words
  /// of the lexicons (canards and cafards) are taken for what they are.
  static func mayBeMisspelled(_ letters: ArraySlice<UInt8>) -> Bool {
    !common.contains(String(decoding: letters, as: UTF8.self))
  }

  private static let common: Set<String> = Set(
    """
    canards poussin poussins poissons boissons poissonnerie chevaux bouches couches touches douches \
    grasses hachees cachees fachees lachees gachees arrachees tranches branches planches blanches \
    salades parades malades ballades balades terrines verrines vitrines moulins voisins cousins \
    moisson moissons cuisson cuissons frissons saisons maisons raisons liaisons poisons toisons \
    primeur primeurs premium perigord perimetre parfumee parfumees allumees fumees fermees \
    fermente fermentee fermentees fermentes depliant deplacee deplacees replacees remplacees \
    charmante charmantes gourmande gourmandes gourmand gourmands rencontre rencontres
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
