import Testing

@testable import Language

@Suite struct SentenceTests {
  /// The sentences of a text as words, with `?` and `!` for how they end.
  static func sentences(_ source: String) -> [String] {
    let text = TokenizedText(source)
    let map = SentenceMap(text)
    return map.sentences.map { sentence in
      sentence.words.map { text.folded(map.words[$0]) }.joined(separator: " ")
        + (sentence.isQuestion ? "?" : "") + (sentence.isExclamation ? "!" : "")
    }
  }

  static let texts: [(String, [String])] = [
    ("Très bon. Sale !", ["tres bon", "sale!"]), ("M. Dupont est venu.", ["m dupont est venu"]),
    ("cf. annexe 2. Voir", ["cf annexe 2", "voir"]), ("Bon... sale", ["bon sale"]),
    ("voir site.fr ici", ["voir site fr ici"]), ("fini.Mais", ["fini", "mais"]),
    ("Quoi ?! Non", ["quoi?!", "non"]), ("a\nb", ["a", "b"]), ("Sale?", ["sale?"]), ("", []),
    ("!!! … ??", []), ("un tel. Jamais", ["un tel jamais"]), ("fini.", ["fini"]),
    ("Mme. Martin, ravie ; merci", ["mme martin ravie merci"]), ("J. P. Martin", ["j p martin"]),
    ("24.5 degrés. Chaud", ["24.5 degres", "chaud"]), ("…\n…\nbon", ["bon"]),
  ]

  @Test(arguments: texts)
  func textsArePartedIntoSentences(source: String, sentences: [String]) {
    #expect(Self.sentences(source) == sentences)
  }

  @Test(arguments: [
    ("a b", SentenceMap.Break.none), ("a-b", .none), ("l'a", .none), ("a € b", .none),
    ("a, b", .soft), ("a : b", .soft), ("a (b", .soft), ("a « b", .soft), ("a - b", .soft),
    ("a ; b", .firm), ("a… b", .firm), ("a.b", .firm), ("a. b", .sentence), ("a! b", .sentence),
    ("a ? b", .sentence), ("a\nb", .sentence), ("a, ; b", .firm), ("a ;\nb", .sentence),
    ("a, € b", .soft),
  ])
  func theBreakBetweenTwoWordsIsTheStrongest(source: String, strength: SentenceMap.Break) {
    let map = SentenceMap(TokenizedText(source))
    #expect(map.breaks == [.sentence, strength])
  }

  /// Every word stands in exactly one sentence, in order.
  @Test(arguments: TokenTableTests.texts + ["A. B! c? d\ne. f… g ; h."])
  func sentencesCoverAllWordsOnce(source: String) {
    let map = SentenceMap(TokenizedText(source))
    #expect(map.sentences.flatMap { Array($0.words) } == Array(map.words.indices))
    for (word, sentence) in map.sentenceOfWord.enumerated() {
      #expect(map.sentences[sentence].words.contains(word))
    }
    for sentence in map.sentences {
      for word in sentence.words.dropFirst() { #expect(map.breaks[word] < .sentence) }
    }
  }

  @Test func breaksAreOrdered() {
    #expect(SentenceMap.Break.none < .soft && SentenceMap.Break.soft < .firm)
    #expect(SentenceMap.Break.firm < .sentence)
  }
}
