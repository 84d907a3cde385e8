/// Words that say nothing about the question.
enum StopWords {
  /// Hesitations and greetings.
  static let fillers: Set<String> = [
    "euh", "heu", "hum", "hein", "ben", "bah", "bonjour", "bonsoir", "allo", "alors", "voila",
    "enfin", "bon", "merci", "svp", "quoi", "donc", "genre", "hm", "mmh", "oh", "ah", "eh",
  ]

  /// Grammar words, left out of stems.
  static let grammar: Set<String> = Set(
    """
    a ai au aux avec ce ces c cette d dans de des du elle en est et eu il ils j je l la le les leur \
    lui m ma mais me mes mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses si son \
    sont sur t ta te tes toi ton tu un une vos votre vous y ca ete etre cela donc peut peux puis \
    fait faire faut avez avons ont dois doit comment quoi quel quelle quels quelles
    """.split(separator: " ").map(String.init))
}
