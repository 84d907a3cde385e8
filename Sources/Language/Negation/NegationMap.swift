/// Which words of a French text stand in the scope of a negation.
///
/// Cues: ne … pas, plus, jamais, rien, aucun, personne, guère, ni; the same without « ne »; sans,
/// manque de, absence de, zéro, peu. A scope runs to the next punctuation mark, to an opposing word
/// (mais, par contre, cependant…) or to a new subject after « et ». Not negations: « pas que »,
/// « plus que moyen », « rien à dire », « rien à redire », « pas mal », « un peu », « sans doute ».
public struct NegationMap: Sendable {
  /// A negation and the words it covers.
  public struct Scope: Sendable, Hashable {
    /// The word that negates (pas, sans…), as an index into `SentenceMap.words`.
    public var cue: Int
    /// The words that are negated; « ne » and the verb before the cue are in it.
    public var words: Range<Int>
  }

  /// The scopes, in the order of their cues.
  public private(set) var scopes: [Scope] = []
  /// For each word, the index of the last scope that covers it, or -1.
  private var scopeOfWord: [Int32]

  /// Finds the negations of a text.
  public init(_ text: TokenizedText, _ map: SentenceMap) {
    scopeOfWord = Array(repeating: -1, count: map.words.count)
    let finder = NegationFinder(text, map)
    finder.forEachScope { scope in
      for word in scope.words where word != scope.cue {
        scopeOfWord[word] = Int32(scopes.count)
      }
      scopes.append(scope)
    }
  }

  /// Whether a word is negated.
  public func isNegated(_ word: Int) -> Bool { scopeOfWord[word] >= 0 }

  /// The scope that covers a word, or `nil`.
  public func scope(of word: Int) -> Scope? {
    let index = Int(scopeOfWord[word])
    return index < 0 ? nil : scopes[index]
  }
}
