import Testing

@testable import Language

/// What the tokenizer makes of texts, token by token.
@Suite struct TokenTableTests {
  /// A token as a letter for its kind and its folded form: `w:odeur`.
  static func shapes(_ source: String) -> [String] {
    let text = TokenizedText(source)
    return text.tokens.indices.map { index in
      let kind =
        switch text.tokens[index].kind {
        case .word: "w"
        case .number: "n"
        case .punctuation: "p"
        case .joiner: "j"
        case .symbol: "s"
        case .lineBreak: "b"
        }
      return kind + ":" + text.folded(index)
    }
  }

  @Test(arguments: [
    ("L'odeur", ["w:l", "w:odeur"]), ("C’EST", ["w:c", "w:est"]),
    ("aujourd'hui", ["w:aujourd'hui"]), ("prud'homme", ["w:prud'homme"]),
    ("presqu’île", ["w:presqu", "w:ile"]), ("jusqu'à", ["w:jusqu", "w:a"]),
    ("l'", ["w:l", "p:'"]), ("'oui'", ["p:'", "w:oui", "p:'"]), ("d'''a", ["w:d", "p:'''", "w:a"]),
  ])
  func elidedWordsArePartedFromWhatFollows(source: String, shapes: [String]) {
    #expect(Self.shapes(source) == shapes)
  }

  @Test(arguments: [
    ("24,50 €", ["n:24,50", "s:€"]), ("18h30", ["n:18h30"]), ("3.14.", ["n:3.14", "p:."]),
    ("1,", ["n:1", "p:,"]), ("1,2,3", ["n:1,2,3"]), ("-5", ["p:-", "n:5"]),
    ("2ème", ["n:2eme"]), ("T1aa", ["w:t1aa"]), ("100%", ["n:100", "s:%"]),
    ("1 000", ["n:1", "n:000"]), ("10/10", ["n:10", "p:/", "n:10"]),
    ("5-6", ["n:5", "j:-", "n:6"]),
  ])
  func numbersKeepTheirSeparators(source: String, shapes: [String]) {
    #expect(Self.shapes(source) == shapes)
  }

  @Test(arguments: [
    ("porte-manteau", ["w:porte", "j:-", "w:manteau"]), ("a - b", ["w:a", "p:-", "w:b"]),
    ("mot-", ["w:mot", "p:-"]), ("y a-t-il", ["w:y", "w:a", "j:-", "w:t", "j:-", "w:il"]),
    ("a--b", ["w:a", "p:--", "w:b"]), ("!-a", ["p:!", "p:-", "w:a"]),
    ("é–è", ["w:e", "j:-", "w:e"]),
  ])
  func hyphensJoinOnlyWords(source: String, shapes: [String]) {
    #expect(Self.shapes(source) == shapes)
  }

  @Test(arguments: [
    ("!!!!!!", ["p:!!!"]), ("?!", ["p:?", "p:!"]), ("a...b", ["w:a", "p:...", "w:b"]),
    ("a…", ["w:a", "p:..."]), ("\r\n\n", ["b:\n\n\n"]),
    ("a\n\n\n\n\nb", ["w:a", "b:\n\n\n", "w:b"]),
    ("«\u{A0}bon\u{A0}»", ["p:\"", "w:bon", "p:\""]),
    ("a@b.fr", ["w:a", "s:@", "w:b", "p:.", "w:fr"]),
    ("👍👍👎", ["s:👍👍", "s:👎"]), ("a\tb", ["w:a", "w:b"]), ("\u{1B}[0m", ["p:[", "n:0m"]),
  ])
  func marksAreRunsOfOneSign(source: String, shapes: [String]) {
    #expect(Self.shapes(source) == shapes)
  }

  @Test(arguments: [
    ("trèèèès", "tres"), ("éééé", "e"), ("Soooo", "so"), ("baaarbeee", "barbe"), ("aa", "aa"),
    ("e\u{301}te\u{301}", "ete"), ("x\u{200B}y\u{AD}z", "xyz"), ("œuf", "oeuf"),
    ("Straße", "strasse"),
    ("111", "111"), ("www", "w"), ("création", "creation"), ("crééée", "cree"),
  ])
  func lettersAreFoldedAndStretchesWrittenOnce(source: String, folded: String) {
    let text = TokenizedText(source)
    #expect(text.tokens.count == 1)
    #expect(text.folded(0) == folded)
    #expect(text.tokens[0].hash == StableHash.of(folded))
  }

  static let marks: [(String, Token.Marks)] = [
    ("sale", Token.Marks.spaced), ("Salé", [.spaced, .capital, .accented, .endsAcute]),
    ("SALÉE", [.spaced, .capital, .allCapitals, .accented, .endsAcute]),
    ("salées", [.spaced, .accented, .endsAcute]),
    ("sale\u{301}s", [.spaced, .accented, .endsAcute]),
    ("évite", [.spaced, .accented]), ("père", [.spaced, .accented]),
    ("OK", [.spaced, .capital, .allCapitals]),
    ("A", [.spaced, .capital]), ("iPhone", .spaced), ("bieeen", [.spaced, .stretched]),
    ("cœur", [.spaced, .accented]), ("é", [.spaced, .accented, .endsAcute]),
    ("és", [.spaced, .accented, .endsAcute]),
    ("d'été", [.spaced, .elided]), ("ses", .spaced), ("ees", .spaced),
  ]

  @Test(arguments: marks)
  func marksSayHowAWordWasWritten(source: String, marks: Token.Marks) {
    #expect(TokenizedText(source).tokens[0].marks == marks)
  }

  static let texts = [
    "Très sale, l'odeur !!! 24,50 €", "🍽️ e\u{301}cœurant…", "\u{202E}abc\u{0}", "a\r\nb\u{2028}c",
    "ééééé l’’’ --- d'aujourd'hui", "日本語テスト", "\u{FEFF}\u{200B}", "x'y'z l'l'l'", "𝒜𝒷𝟙",
    "٣٤ ½ №5 ﬁn",
    "e\u{301}\u{301}\u{301}e\u{301}", "1.2.3,,4", "-a-b--c-", "''''", "😀😀😀😀 ¿qué?", "ŒŒŒŒ ßßßß",
  ]

  /// Tokens stand in order, do not overlap, and their two kinds of offsets mean the same place.
  @Test(arguments: texts)
  func offsetsAgree(source: String) {
    let text = TokenizedText(source)
    let map = CodePointMap(source)
    #expect(text.codePointCount == map.count)
    var end = 0
    var folded = 0
    for index in text.tokens.indices {
      let token = text.tokens[index]
      #expect(Int(token.begin) >= end && token.begin < token.end)
      #expect(Int(token.foldedBegin) == folded)
      #expect(map.byte(at: Int(token.begin)) == Int(token.byteBegin))
      #expect(map.byte(at: Int(token.end)) == Int(token.byteEnd))
      #expect(token.hash == StableHash.of(text.folded(index)), "\(text.folded(index))")
      end = Int(token.end)
      folded = Int(token.foldedEnd)
    }
    #expect(folded == text.bytes.count)
    #expect(end <= map.count)
  }

  @Test func theStorageIsReusedWithoutARest() {
    let tokenizer = Tokenizer()
    var text = TokenizedText()
    for source in Self.texts + ["", "fin"] {
      tokenizer.tokenize(source, into: &text)
      let fresh = tokenizer.tokenize(source)
      #expect(text.tokens == fresh.tokens && text.bytes == fresh.bytes)
      #expect(text.codePointCount == fresh.codePointCount)
    }
    #expect(text.words == ["fin"])
  }

  @Test func spansCoverTheirTokens() {
    let text = TokenizedText("un très bon plat")
    #expect(text.span(1..<3).range == 3..<11)
    #expect(text.span(2..<2).count == 0)
  }

  /// A megabyte of one letter or one mark is read in one pass.
  @Test(arguments: ["a", "!", "é", "'", "-", "1", " ", "\n", "👍"])
  func longRunsAreLinear(piece: String) {
    let text = TokenizedText(String(repeating: piece, count: 200_000))
    #expect(text.tokens.count <= 1)
    #expect(text.codePointCount == 200_000)
  }
}
