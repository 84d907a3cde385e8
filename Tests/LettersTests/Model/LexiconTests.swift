import Language
import Learning
import Review
import Testing

@testable import Letters

/// Lists and rules: complete, folded, and doing what they say.
@Suite struct LexiconTests {
  // MARK: Themes

  @Test(arguments: LetterTheme.allCases)
  func everyThemeIsFoundByItsOwnWords(theme: LetterTheme) throws {
    let patterns = ThemeLexicon.patterns(theme)
    #expect(patterns.count >= 5 && Set(patterns).count == patterns.count)
    let finder = try ThemeFinder()
    let place = try #require(LetterTheme.allCases.firstIndex(of: theme))
    let words = patterns.prefix(3).map { $0.replacing("*", with: "") }.joined(separator: " et ")
    #expect(finder.counts(TokenizedText(words))[place] > 0, "\(words)")
    #expect(!theme.title.fr.isEmpty && !theme.title.en.isEmpty)
  }

  @Test func countsAreBoundedAndOfAllThemes() throws {
    let finder = try ThemeFinder()
    var generator = SplitMix64(seed: 61)
    for _ in 0..<100 {
      let text = (0..<generator.below(60)).map { _ in
        generator.pick(ThemeLexicon.patterns(generator.pick(LetterTheme.allCases))).replacing(
          "*", with: "s")
      }.joined(separator: " ")
      let counts = finder.counts(TokenizedText(text))
      #expect(counts.count == LetterTheme.allCases.count)
      #expect(counts.allSatisfy { (0...ThemeFinder.countLimit).contains($0) })
      let answer = ThemeModel.shipped.answer(TokenizedText(text), counts: counts)
      #expect((0...1).contains(answer.score) && answer.margin >= 0)
      #expect(counts.max() == counts[LetterTheme.allCases.firstIndex(of: answer.theme) ?? 0])
    }
  }

  @Test func titlesOfThemesAreTheirOwn() {
    #expect(Set(LetterTheme.allCases.map(\.title.fr)).count == LetterTheme.allCases.count)
    #expect(Set(LetterTheme.allCases.map(\.title.en)).count == LetterTheme.allCases.count)
  }

  // MARK: Cues

  @Test func everyCueHasPatternsAWeightAndWords() {
    let cues = VigilanceLexicon.patterns.map(\.cue)
    #expect(Set(cues) == Set(VigilanceCue.allCases) && cues.count == VigilanceCue.allCases.count)
    for (cue, patterns) in VigilanceLexicon.patterns { #expect(!patterns.isEmpty, "\(cue)") }
    #expect(Set(VigilanceWeights.weights.keys) == Set(VigilanceCue.allCases))
    #expect(VigilanceWeights.ordered.count == PassageReading.featureCount)
    #expect(VigilanceWeights.shipped.coefficients == VigilanceWeights.ordered)
    for language in [\LocalizedText.fr, \.en] {
      #expect(
        Set(VigilanceCue.allCases.map { $0.title[keyPath: language] }).count
          == VigilanceCue.allCases.count)
    }
  }

  @Test(arguments: [
    ("Les inspecteurs déplorent ce point.", VigilanceCue.concern),
    ("Aucune justification n’a été fournie.", .without), ("faute de moyens", .without),
    ("sans autorisation", .without),
    ("Les engagements n’ont pas été tenus.", .unmet),
    ("L’essai n’est que partiellement fait.", .unmet),
    ("Le retard est important.", .late), ("Ce point avait déjà été relevé.", .repetition),
    ("Il convient de corriger.", .duty),
    ("La formation devrait être renforcée.", .duty), ("Mise en demeure", .urgency),
    ("Malgré cela,", .contrast),
    ("En revanche, rien.", .contrast), ("Nous vous demandons de corriger.", .request),
    ("Je vous saurais gré de", .request),
  ])
  func cuesAreHeard(text: String, cue: VigilanceCue) throws {
    #expect(try PassageReader().reading(text).hits.map(\.cue).contains(cue))
  }

  @Test(arguments: ["", "Bonjour.", "Les locaux sont propres.", "\u{0}\u{1B}", "👩‍👩‍👧"])
  func plainWordsAreNoAlarm(text: String) throws {
    let found = Set(try PassageReader().reading(text).hits.map(\.cue))
    #expect(
      found.isDisjoint(with: [.unmet, .deviation, .late, .repetition, .urgency, .request, .absence])
    )
  }

  @Test func hitsLieInTheirTextAndDoNotRepeat() throws {
    let reader = try PassageReader()
    var generator = SplitMix64(seed: 62)
    let phrases = [
      "Toutefois", "je vous demande", "n’a pas été réalisé", "aucun écart n’a été relevé",
      "à nouveau", "en retard",
      "l’article 3", "satisfaisante", "est absente", "une fuite", "sans délai", "devra être",
      "les inspecteurs ont constaté",
    ]
    for _ in 0..<200 {
      let text = (0..<generator.below(15)).map { _ in
        generator.pick(phrases) + generator.pick([" ", ". ", ", "])
      }.joined()
      let reading = reader.reading(text)
      let count = text.unicodeScalars.count
      for hit in reading.hits { #expect(hit.span.end <= count && hit.span.count > 0) }
      for (cue, hits) in Dictionary(grouping: reading.hits, by: \.cue) {
        for (place, hit) in hits.enumerated() {
          #expect(hits.dropFirst(place + 1).allSatisfy { !$0.span.overlaps(hit.span) }, "\(cue)")
        }
      }
      #expect(reading.features.count == PassageReading.featureCount)
      #expect(
        reading.features.dropLast().allSatisfy { (0...PassageReading.countLimit).contains($0) })
      #expect(reading.features.last.map { (0...3).contains($0) } == true)
      #expect(reading == reader.reading(text))
    }
  }

  @Test(
    arguments: [
      ([], 0.9, 1), ([.repetition], 0.9, 2), ([.late], 0.9, 2), ([.repetition], 0.49, 0),
      ([.unmet, .finding], 0.5, 2),
      ([.unmet, .finding, .request], 0.9, 1), ([.unmet, .finding, .duty], 0.9, 1),
      ([.unmet], 0.9, 1), ([.finding], 0.9, 1),
      ([.absence, .safety], 0.9, 2), ([.notSuch, .deviation], 0.9, 2), ([.praise], 0.9, 1),
      ([.unmet, .finding], 0.0, 0),
    ] as [([VigilanceCue], Double, Int)])
  func levelsFollowTheirRule(cues: [VigilanceCue], probability: Double, level: Int) {
    #expect(
      PriorityRule.level(LetterFixture.facts(cues: cues).reading, probability: probability) == level
    )
  }

  // MARK: Equipment, radionuclides, sites

  @Test(
    arguments: [
      ("du cobalt. 60 sources", []), ("du césium, 137 fois", []), ("le Co (60)", []),
      ("Cs 137", ["Cs-137"]), ("Cs137", ["Cs-137"]),
      ("Cs‑137", ["Cs-137"]), ("CÉSIUM 137", ["Cs-137"]),
      ("uranium 235 et uranium 238", ["U-235", "U-238"]),
      ("de l’I-131", []), ("l’iode 131", ["I-131"]), ("Tc-99m", ["Tc-99"]),
      ("technétium 99m", ["Tc-99"]), ("tritium et tritium", ["H-3"]),
      ("césium 1", []), ("césium 261", []), ("césium 99999999999999999999", []),
      ("fer 5", ["Fe-5"]), ("En 2014", []),
      ("cobalt\u{A0}60", ["Co-60"]), ("le deutérium", ["H-2"]), ("plomb", []),
    ] as [(String, [String])])
  func radionuclidesTouchTheirMass(text: String, found: [String]) {
    #expect(EquipmentReader.things(in: text).isotopes == found)
  }

  @Test func thingsAreBoundedAndOnce() {
    let many = (1...50).map {
      "la vanne X\(Character(UnicodeScalar(65 + $0 % 26)!))Y 12\($0) VP et le césium \(100 + $0)"
    }
    let things = EquipmentReader.things(in: many.joined(separator: ", "))
    #expect(things.systems.count == 12 && things.isotopes.count == 12)
    #expect(Set(things.systems).count == 12 && Set(things.isotopes).count == 12)
    var generator = SplitMix64(seed: 63)
    for _ in 0..<100 {
      let text = generator.hostileLetter(30)
      #expect(EquipmentReader.things(in: text) == EquipmentReader.things(in: text))
    }
  }

  @Test func tablesAreConsistent() {
    for (name, symbol) in IsotopeTable.symbols {
      #expect(
        name == name.folded && (1...2).contains(symbol.count) && symbol.first?.isUppercase == true)
    }
    #expect(Set(IsotopeTable.symbols.values).count == IsotopeTable.symbols.count)
    for site in SiteTable.sites {
      #expect(SiteTable.series(key: site.key, installations: []) == site.series, "\(site.key)")
      #expect(SiteKey.key(site.key) == site.key || site.key.contains(" "), "\(site.key)")
      for number in site.installations {
        #expect(SiteTable.series(key: "", installations: [number]) == site.series, "\(number)")
      }
    }
    #expect(
      SystemCodes.name("RIS") == "injection de sécurité" && SystemCodes.name("ris") == nil
        && SystemCodes.name("") == nil)
  }

  @Test(arguments: [
    ("chinon a", "démantèlement"), ("chinon", "CPY"), ("chinon b", "CPY"), ("cruas meysse", "CPY"),
    ("bugeyx", ""),
  ])
  func theLongestNameOfASiteCounts(key: String, series: String) {
    #expect(SiteTable.series(key: key, installations: []) == series)
  }

  // MARK: Titles of demands

  @Test(arguments: [
    ("L’ASNR vous demande également de fermer.", "Fermer."),
    ("Je vous invite à fermer.", "Fermer."), ("je vous demande d'agir", "Agir"),
    ("JE VOUS DEMANDE DE FERMER", "DE FERMER"), ("Je vous demande donc de fermer", "Fermer"),
    ("  Je   vous demande   de fermer ", "Fermer"),
    ("de", "De"), ("é", "É"), ("👩‍👩‍👧 porte", "👩‍👩‍👧 porte"),
  ])
  func titlesSayWhatIsAsked(text: String, title: String) {
    #expect(DemandTitle.title(text) == title)
  }

  @Test func titlesAreShortWhateverTheText() {
    var generator = SplitMix64(seed: 64)
    for _ in 0..<200 {
      let title = DemandTitle.title(
        generator.hostileLetter(generator.below(20))
          + String(repeating: "x", count: generator.below(200)))
      #expect(title.count <= 90 && !title.contains("\n"))
    }
  }
}
