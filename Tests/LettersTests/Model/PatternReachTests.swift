import Language
import Learning
import Review
import Testing

@testable import Letters

/// Every line of the lexicons finds the words it was written for.
@Suite struct PatternReachTests {
  /// The shortest text that a pattern stands for: first alternatives, gaps and options left out.
  private static func text(_ pattern: String) -> String {
    let words = pattern.split(separator: " ").compactMap { element -> String? in
      let element = String(element)
      switch element.first {
      case "?", ",", "_": return nil
      case "!": return "chose"
      case "@":
        let list = VigilanceLexicon.lists[String(element.dropFirst())] ?? ""
        return list.split(separator: " ").first.map(String.init)
      default:
        let first = element.split(separator: "|").first.map(String.init) ?? element
        return first.replacing("*", with: "")
      }
    }
    return words.joined(separator: " ")
  }

  @Test(arguments: VigilanceCue.allCases)
  func everyPatternOfACueIsReached(cue: VigilanceCue) throws {
    let reader = try PassageReader()
    let patterns = VigilanceLexicon.patterns.first { $0.cue == cue }?.patterns ?? []
    #expect(!patterns.isEmpty && Set(patterns).count == patterns.count, "no line twice")
    for pattern in patterns {
      let text = Self.text(pattern)
      let found = reader.reading(text).hits.map(\.cue)
      // « aucune anomalie » takes back what its words would say.
      let isTakenBack = found.contains(.noProblem)
      #expect(found.contains(cue) || isTakenBack, "\(pattern) → \(text): \(found)")
    }
  }

  @Test func everyListIsUsedAndFolded() {
    let used = VigilanceLexicon.patterns.flatMap(\.patterns).joined(separator: " ")
    for (name, words) in VigilanceLexicon.lists {
      #expect(used.contains("@\(name)"), "\(name)")
      #expect(words == words.folded && !words.contains("  "), "\(name)")
      let parts = words.split(separator: " ")
      #expect(Set(parts).count == parts.count, "\(name) holds a word twice")
    }
    for pattern in VigilanceLexicon.patterns.flatMap(\.patterns) {
      #expect(pattern == pattern.folded, "\(pattern)")
      for element in pattern.split(separator: " ") where element.hasPrefix("@") {
        #expect(VigilanceLexicon.lists[String(element.dropFirst())] != nil, "\(element)")
      }
    }
  }

  @Test(arguments: LetterTheme.allCases)
  func everyPatternOfAThemeIsReached(theme: LetterTheme) throws {
    let finder = try ThemeFinder()
    let place = try #require(LetterTheme.allCases.firstIndex(of: theme))
    for pattern in ThemeLexicon.patterns(theme) {
      #expect(pattern == pattern.folded, "\(pattern)")
      for ending in pattern.hasSuffix("*") ? ["", "s"] : [""] {
        let text = pattern.replacing("*", with: "") + ending
        #expect(finder.counts(TokenizedText(text))[place] > 0, "\(text)")
      }
    }
  }

  @Test func accentsAndCapitalsDoNotMatter() throws {
    let reader = try PassageReader()
    for (left, right) in [
      ("La périodicité n’est pas respectée.", "LA PERIODICITE N'EST PAS RESPECTEE."),
      ("Toutefois, un écart a été relevé.", "toutefois, un ecart a ete releve."),
    ] {
      #expect(reader.reading(left).hits.map(\.cue) == reader.reading(right).hits.map(\.cue))
    }
  }

  @Test(arguments: [
    ("Aucun écart n’a été relevé.", true), ("Les inspecteurs n’ont pas relevé d’écart.", true),
    ("Cette visite n’appelle pas de remarque.", true), ("Un écart a été relevé.", false),
    ("Aucune étude n’a été faite.", false), ("L’écart n’est pas corrigé.", false),
  ])
  func nothingWrongIsTold(text: String, isWell: Bool) throws {
    let found = Set(try PassageReader().reading(text).hits.map(\.cue))
    #expect(found.contains(.noProblem) == isWell)
    if isWell { #expect(found.isDisjoint(with: [.deviation, .unmet, .without])) }
  }

  // MARK: Assessing

  @Test func everyCuesShareIsItsWeight() {
    for (place, cue) in VigilanceCue.allCases.enumerated() {
      var reading = LetterFixture.facts(cues: [cue]).reading
      reading.features[place] = 1
      let one = VigilanceModel.shipped.assess(reading, TokenizedText(""))
      #expect(abs(one.cueShares[place] - (VigilanceWeights.weights[cue] ?? 0)) < 1e-6, "\(cue)")
      #expect(abs(one.cueShares.reduce(one.base + one.wordShare, +) - one.logOdds) < 1e-9)
    }
  }

  @Test(arguments: [
    ("Toutefois, la périodicité n’est pas respectée.", "La périodicité est respectée."),
    ("Je vous demande de corriger cet écart.", "Les inspecteurs ont visité le local."),
    ("Les inspecteurs ont à nouveau constaté ce retard.", "L’organisation est satisfaisante."),
    ("La source est absente du coffre.", "Conformément à l’article 3, la source est conforme."),
  ])
  func whatIsWrongRanksAbove(wrong: String, well: String) throws {
    let reader = try PassageReader()
    func value(_ text: String) -> Double {
      let words = TokenizedText(text)
      return VigilanceModel.shipped.assess(reader.reading(words), words).logOdds
    }
    #expect(value(wrong) > value(well))
  }

  // MARK: Training of themes and vigilance

  private static func judged(_ count: Int) -> [JudgedPassage] {
    (0..<count).map { number in
      let isBad = number.isMultiple(of: 2)
      return JudgedPassage(
        id: "\(number)",
        text: isBad ? "Le registre \(number) est zorglub." : "Le registre \(number) est kabouter.",
        level: isBad ? 1 : 0, group: "\(number / 4)")
    }
  }

  @Test func wordsThatNoCueKnowsAreLearned() throws {
    let reader = try PassageReader()
    let rows = VigilanceTraining.rows(Self.judged(60), reader: reader)
    let pool = VigilanceTraining.rows(
      (0..<30).map {
        JudgedPassage(
          id: "p\($0)", text: "Une phrase \($0) sans étiquette.", level: 0, group: "p\($0)")
      },
      reader: reader)
    let measured = try VigilanceTraining(seed: 4).trainMeasured(rows, pool: pool)
    #expect(measured.probabilities.count == 60 && measured.labels == rows.map(\.passage.isVigilant))
    #expect(measured.probabilities.allSatisfy { (0...1).contains($0) })
    func score(_ text: String) -> Double {
      let words = TokenizedText(text)
      return measured.model.assess(reader.reading(words), words).probability
    }
    #expect(score("Le registre est zorglub.") > score("Le registre est kabouter."))
  }

  @Test(arguments: [(0, false), (8, false), (9, false), (10, true), (60, true)])
  func aFewOfEachKindAreNeeded(count: Int, suffices: Bool) throws {
    let reader = try PassageReader()
    let rows = VigilanceTraining.rows(Self.judged(count), reader: reader)
    #expect(VigilanceTraining.suffices(rows) == suffices)
    #expect(try (VigilanceTraining(seed: 1).train(rows, pool: []).words != nil) == suffices)
  }

  @Test func oneKindAloneTeachesNothing() throws {
    let reader = try PassageReader()
    let rows = VigilanceTraining.rows(Self.judged(60).filter(\.isVigilant), reader: reader)
    #expect(try VigilanceTraining(seed: 1).train(rows, pool: rows).words == nil)
    #expect(try VigilanceTraining(seed: 1).trainMeasured(rows, pool: []).probabilities.isEmpty)
  }

  @Test func themesSeenTooSeldomAreNotLearned() throws {
    let finder = try ThemeFinder()
    let passages = (0..<120).map { number in
      ThemedPassage(
        id: "\(number)", text: "Mot\(number % 2 == 0 ? "zorglub" : "kabouter") \(number)",
        group: "\(number / 6)",
        annotated: [number == 0 ? .transport : number.isMultiple(of: 2) ? .fire : .waste],
        predicted: [])
    }
    let model = try ThemeTraining(seed: 2).train(ThemeTraining.rows(passages, finder: finder))
    let place = try #require(LetterTheme.allCases.firstIndex(of: .transport))
    #expect(model.models.count == LetterTheme.allCases.count && model.models[place].weights.isEmpty)
    let words = TokenizedText("motzorglub")
    #expect(model.answer(words, counts: finder.counts(words)).theme == .fire)
  }

  @Test(arguments: [(0.3, 0.0, false), (0.99, 0.0, true), (0.0, 9.0, true)])
  func doubtAbstains(threshold: Double, margin: Double, abstains: Bool) throws {
    var counts = [Int](repeating: 0, count: LetterTheme.allCases.count)
    counts[8] = 2
    let model = ThemeModel(vectors: nil, models: [], threshold: threshold, leastMargin: margin)
    let answer = model.answer(TokenizedText("incendie"), counts: counts)
    #expect(answer.theme == LetterTheme.allCases[8] && answer.abstains == abstains)
    #expect(abs(answer.margin - 2 * ThemeModel.lexiconWeight) < 1e-9)
  }

  @Test func noWordsAreNoTheme() {
    let none = [Int](repeating: 0, count: LetterTheme.allCases.count)
    let answer = ThemeModel.shipped.answer(TokenizedText(""), counts: none)
    #expect(answer.abstains && answer.margin == 0 && abs(answer.score - 0.05) < 1e-9)
  }
}
