import Language
import Learning
import Review
import ReviewStore
import Testing

@testable import Letters

/// What the letters of a site say together: repeats, answers, novelty, trends.
@Suite struct SiteTests {
  private static let today = LetterFixture.today

  private static func material(_ answers: [OperatorAnswer] = [], letters: [Letter] = []) throws
    -> LetterMaterial
  {
    var sources = LetterSources()
    sources.answers = answers
    sources.letters = letters.map { ReadLetter(letter: $0, sha256: $0.key) }
    return try LetterMaterial(sources, records: MemoryStore(agent: "m").records)
  }

  private static func history(
    _ facts: [ItemFacts], _ letters: [Letter], answers: [OperatorAnswer] = []
  ) throws -> [ItemFacts] {
    var facts = facts
    _ = SiteHistory(
      &facts, letters: letters, material: try material(answers), today: today,
      wanted: letters.map { _ in true })
    return facts
  }

  private static func answer(_ item: String, answered: String? = nil, closed: String? = nil)
    -> OperatorAnswer
  {
    OperatorAnswer(
      inspection: "INSSN-LYO-2024-0412", item: item,
      answered: answered.flatMap { CalendarDate(iso: $0) },
      closed: closed.flatMap { CalendarDate(iso: $0) })
  }

  private static func deadline(_ iso: String?) -> LetterDeadline? {
    iso.map { LetterDeadline(words: "avant", date: CalendarDate(iso: $0), isImmediate: false) }
  }

  // MARK: Answers and delays

  /// Today is 25 November 2026; a second demand of the site was answered, so its delays are followed.
  @Test(
    arguments: [
      ("2026-11-24", nil, nil, 1), ("2026-11-25", nil, nil, nil), ("2026-11-26", nil, nil, nil),
      ("2025-11-25", nil, nil, 365), ("2024-02-29", nil, nil, 1000), (nil, nil, nil, nil),
      ("2026-11-24", "2026-11-30", nil, nil), ("2026-11-24", nil, "2026-01-01", nil),
    ] as [(String?, String?, String?, Int?)])
  func delaysAreCountedInDays(due: String?, answered: String?, closed: String?, days: Int?) throws {
    let letter = LetterFixture.letter()
    let item = LetterFixture.item(deadline: Self.deadline(due))
    let other = LetterFixture.item("INSSN-LYO-2024-0412#II2")
    var answers = [Self.answer("II2", answered: "2024-09-01")]
    if answered != nil || closed != nil {
      answers.append(Self.answer("II1", answered: answered, closed: closed))
    }
    let facts = try Self.history(
      [LetterFixture.facts(item), LetterFixture.facts(other)], [letter], answers: answers)
    #expect(facts[0].history.overdueDays == days)
    #expect(facts[0].history.answered?.iso == answered && facts[0].history.closed?.iso == closed)
  }

  @Test func withoutAnyAnswerNothingIsLate() throws {
    let item = LetterFixture.item(deadline: Self.deadline("2020-01-01"))
    let facts = try Self.history([LetterFixture.facts(item)], [LetterFixture.letter()])
    #expect(facts[0].history.overdueDays == nil, "nobody gave the answers of this site")
  }

  @Test func observationsAreNeverLate() throws {
    let item = LetterFixture.item(
      "INSSN-LYO-2024-0412#III1", .findings, deadline: Self.deadline("2020-01-01"))
    let facts = try Self.history(
      [LetterFixture.facts(item)], [LetterFixture.letter()],
      answers: [Self.answer("II9", answered: "2024-09-01")])
    #expect(facts[0].history.overdueDays == nil)
  }

  @Test func theLettersDeadlineStandsForItsItems() throws {
    var letter = LetterFixture.letter()
    letter.answerDeadline = Self.deadline("2026-11-20")
    let facts = try Self.history(
      [LetterFixture.facts(), LetterFixture.facts(LetterFixture.item("INSSN-LYO-2024-0412#II2"))],
      [letter],
      answers: [Self.answer("II2", answered: "2024-09-01")])
    #expect(facts.map(\.history.overdueDays) == [5, nil])
  }

  @Test(arguments: [
    ("INSSN-LYO-2024-0412", "II1", true), ("INSSN-LYO-2024-0412", "", true),
    ("CODEP-LYO-2024-024391", "II1", true),
    ("CODEP-LYO-2024-024391", "", true), ("INSSN-LYO-2024-0412", "II2", false),
    ("INSSN-LYO-2023-0001", "II1", false),
  ])
  func anAnswerNamesItsLetterByEitherNumber(number: String, item: String, isFound: Bool) throws {
    var letter = LetterFixture.letter()
    letter.reference = "CODEP-LYO-2024-024391"
    let answer = OperatorAnswer(inspection: number, item: item, answered: Self.today)
    #expect(
      (try Self.material([answer]).answer(LetterFixture.item(), of: letter) != nil) == isFound)
  }

  @Test func anExportCompletesALetterByEitherNumber() throws {
    for number in ["INSSN-LYO-2024-0412", "CODEP-LYO-2024-024391"] {
      var letter = LetterFixture.letter(site: "", date: nil, sector: "", theme: "")
      letter.reference = "CODEP-LYO-2024-024391"
      var sources = LetterSources()
      sources.letters = [ReadLetter(letter: letter, sha256: "00")]
      sources.cases[number] = CaseRow(
        inspection: number, date: Self.today, site: "CNPE du Val", operatorName: "EDF",
        sector: "REP", theme: "Rejets")
      let done = try LetterMaterial(sources, records: MemoryStore(agent: "m").records).letters[0]
        .letter
      #expect(done.site == "CNPE du Val" && done.date == Self.today && done.sector == "REP")
      #expect(done.operatorName == "EDF" && done.theme == "Rejets")
    }
    var known = LetterSources()
    known.letters = [ReadLetter(letter: LetterFixture.letter(), sha256: "00")]
    known.cases["INSSN-LYO-2024-0412"] = CaseRow(
      inspection: "INSSN-LYO-2024-0412", site: "Autre", operatorName: "", sector: "X", theme: "X")
    let kept = try LetterMaterial(known, records: MemoryStore(agent: "m").records).letters[0].letter
    #expect(kept.site == "CNPE du Val" && kept.theme == "Incendie", "the letter's own words stand")
  }

  // MARK: Novelty

  private static func visits(_ themes: [LetterTheme], site: String = "val") -> (
    [ItemFacts], [Letter]
  ) {
    let letters = themes.indices.map {
      LetterFixture.letter("INSSN-LYO-2020-010\($0)", date: "202\($0)-01-01")
    }
    let facts = themes.enumerated().map { place, theme in
      LetterFixture.facts(
        LetterFixture.item("\(letters[place].key)#II1", text: "Demande \(place) unique."),
        letter: place, site: site,
        theme: theme, systems: place == 3 ? ["RIS"] : ["ASG"])
    }
    return (facts, letters)
  }

  @Test func aThemeIsNewAfterTwoVisitsWithoutIt() throws {
    let (facts, letters) = Self.visits([.fire, .fire, .waste, .waste])
    let found = try Self.history(facts, letters)
    #expect(found.map(\.history.isNewTheme) == [false, false, true, false])
    #expect(found.map(\.history.newSystems) == [[], [], [], ["RIS"]])
  }

  @Test func lettersWithoutASiteAreNotOneSite() throws {
    let (facts, letters) = Self.visits([.fire, .fire, .waste, .transport], site: "")
    let found = try Self.history(facts, letters)
    #expect(found.allSatisfy { !$0.history.isNewTheme && $0.history.newSystems.isEmpty })
    #expect(found.allSatisfy { $0.history.trend == nil && $0.history.repeats.isEmpty })
  }

  @Test func theOrderOfLettersChangesNoHistory() throws {
    let (facts, letters) = Self.visits([.fire, .fire, .waste, .transport])
    let order = [2, 0, 3, 1]
    let moved = order.enumerated().map { place, old in
      var fact = facts[old]
      fact.letter = place
      return fact
    }
    let first = try Self.history(facts, letters)
    let second = try Self.history(moved, order.map { letters[$0] })
    for (place, old) in order.enumerated() {
      #expect(second[place].history.isNewTheme == first[old].history.isNewTheme)
      #expect(second[place].history.newSystems == first[old].history.newSystems)
    }
  }

  // MARK: Trends

  @Test func theSectorIsThatOfTheLettersThatTellIt() throws {
    var letters: [Letter] = []
    var facts: [ItemFacts] = []
    for (site, sectors) in [("CNPE du Val", ["", "REP"]), ("CNPE du Mont", ["REP", ""])] {
      for sector in sectors {
        letters.append(
          LetterFixture.letter(
            "INSSN-LYO-2025-010\(letters.count)", site: site, date: "2025-01-01", sector: sector))
        facts.append(
          LetterFixture.facts(
            LetterFixture.item("\(letters.count)#II1", text: "Unique \(letters.count)."),
            letter: letters.count - 1,
            site: SiteKey.key(site)))
      }
    }
    let found = try Self.history(facts, letters)
    #expect(found.allSatisfy { $0.history.trend?.siteCount == 1 }, "both are reactors")
  }

  @Test func trendsAreOfTheLastYearsAndAlwaysBounded() throws {
    var generator = SplitMix64(seed: 71)
    for _ in 0..<60 {
      let rows = (0..<generator.below(200)).map { _ in
        (
          site: generator.pick(["a", "b", "c"]), theme: generator.pick([LetterTheme.fire, .waste]),
          year: 2015 + generator.below(12)
        )
      }
      let trends = ThemeTrends(rows, groups: ["a": "X", "b": "X", "c": "X"], today: Self.today)
      for site in ["a", "b", "c", "inconnu"] {
        for theme in [LetterTheme.fire, .transport] {
          guard let trend = trends.trend(site: site, theme: theme) else { continue }
          let recent = rows.count { $0.site == site && $0.theme == theme && $0.year >= 2024 }
          #expect(trend.observed == recent && trend.expected >= 0)
          #expect(
            trend.low > 0 && trend.low <= trend.ratio && trend.ratio <= trend.high
              && trend.high.isFinite)
          #expect(trend.years.count == 8 && trend.years.keys.max() == 2026)
          #expect(
            trend.years[2025]
              == rows.count { $0.site == site && $0.theme == theme && $0.year == 2025 })
        }
        #expect(
          !trends.neverInspected(site: site).contains { theme in
            rows.contains { $0.site == site && $0.theme == theme && $0.year >= 2022 }
          })
      }
    }
  }

  @Test func aSiteWithoutAGroupIsComparedWithItsLike() {
    let rows = ["a", "b"].map { (site: $0, theme: LetterTheme.fire, year: 2025) }
    let trends = ThemeTrends(rows, groups: [:], today: Self.today)
    #expect(trends.trend(site: "a", theme: .fire)?.siteCount == 1)
    #expect(
      ThemeTrends(rows, groups: ["a": "X"], today: Self.today).trend(site: "a", theme: .fire) == nil
    )
    #expect(ThemeTrends([], groups: [:], today: Self.today).trend(site: "a", theme: .fire) == nil)
    #expect(ThemeTrends([], groups: [:], today: Self.today).neverInspected(site: "a").isEmpty)
  }

  // MARK: Repeats

  private static let words = [
    "réaliser", "contrôle", "vanne", "porte", "essai", "formation", "registre", "pompe", "alarme",
    "tuyauterie", "rétention",
    "extincteur", "consigne", "dosimètre", "source",
  ]

  private static func demand(
    _ id: String, _ text: String, _ day: String?, site: String = "val", letter: String? = nil
  ) -> SiteDemand {
    SiteDemand(
      id: id, site: site, date: day.flatMap { CalendarDate(iso: $0) }, letter: letter ?? id,
      isRequest: true, text: text)
  }

  @Test func similarityIsSymmetricBoundedAndOneForTheSame() {
    var generator = SplitMix64(seed: 72)
    let texts = (0..<40).map { _ in
      "Je vous demande de "
        + (0..<generator.below(12)).map { _ in generator.pick(Self.words) }.joined(separator: " ")
    }
    for left in texts {
      let own = DemandWords(left)
      for right in texts {
        let other = DemandWords(right)
        let value = own.similarity(other)
        #expect(value == other.similarity(own) && (0...1).contains(value))
        #expect(value <= own.similarity(own) + 1e-9 || own.words.count > other.words.count)
      }
    }
  }

  @Test(arguments: [
    ("Je vous demande.", 0), ("Je vous demande de fermer la porte.", 2), ("", 0), ("123 456", 0),
    ("Portes, porte !", 2),
  ])
  func onlyWordsThatCountAreCompared(text: String, count: Int) {
    #expect(DemandWords(text).words.count == count)
  }

  @Test func endingsDoNotMatter() {
    let one = DemandWords("contrôler les vannes motorisées du circuit")
    let other = DemandWords("contrôler la vanne motorisée du circuit")
    #expect(one.similarity(other) > 0.8)
  }

  @Test func aLongDemandIsBounded() {
    let long = (0..<5000).map { "mot\($0 % 97)unique" }.joined(separator: " ")
    #expect(DemandWords(long).words.count <= 400)
  }

  @Test func repeatsPointBackInTimeWhateverTheOrder() {
    var generator = SplitMix64(seed: 73)
    let demands = (0..<60).map { number in
      Self.demand(
        "d\(number)",
        (0..<5).map { _ in generator.pick(Array(Self.words.prefix(6))) }.joined(separator: " "),
        generator.below(8) == 0
          ? nil : "20\(10 + generator.below(16))-0\(1 + generator.below(9))-01",
        site: generator.pick(["val", "mont", ""]))
    }
    func pairs(_ demands: [SiteDemand]) -> [String: [String]] {
      let found = RepeatFinder.repeats(demands)
      return Dictionary(
        uniqueKeysWithValues: zip(demands, found).map { demand, repeats in
          (demand.id, repeats.map { "\(demands[$0.earlier].id) \($0.similarity)" }.sorted())
        })
    }
    let found = RepeatFinder.repeats(demands)
    for (demand, repeats) in zip(demands, found) {
      #expect(
        repeats.count <= 3 && repeats.map(\.similarity) == repeats.map(\.similarity).sorted(by: >))
      for earlier in repeats.map({ demands[$0.earlier] }) {
        #expect(
          earlier.site == demand.site && !demand.site.isEmpty && earlier.letter != demand.letter)
        #expect((earlier.date?.daysSinceEpoch ?? .min) <= (demand.date?.daysSinceEpoch ?? .min))
      }
      #expect(repeats.allSatisfy { $0.similarity >= RepeatFinder.threshold && $0.similarity <= 1 })
    }
    let first = pairs(demands).mapValues(\.count)
    #expect(
      pairs(generator.permutation(demands.count).map { demands[$0] }).mapValues(\.count) == first)
  }

  @Test func demandsOfOneLetterAreNoRepeats() {
    let text = "contrôler la vanne motorisée du circuit"
    let same = [
      Self.demand("a", text, "2020-01-01", letter: "L"),
      Self.demand("b", text, "2020-01-01", letter: "L"),
    ]
    #expect(RepeatFinder.repeats(same).allSatisfy { $0.isEmpty })
    #expect(RepeatFinder.repeats([]).isEmpty)
  }

  @Test(arguments: [
    ("Je vous demande à nouveau", true), ("de nouveau", true), ("une nouvelle fois", true),
    ("je réitère", true),
    ("comme déjà demandé", true), ("l’ASN rappelle", true), ("une nouvelle vanne", false),
    ("", false),
  ])
  func wordsThatSayAgain(text: String, isAgain: Bool) {
    #expect(RepeatFinder.saysAgain(text) == isAgain)
  }

  @Test(arguments: [
    ("", ""), ("EDF", "edf"), ("CNPE", "cnpe"), ("CNPE de", "cnpe de"),
    ("Site d’EDF", "site d edf"), ("Été 2020", "ete 2020"),
  ])
  func aSiteAlwaysHasAKey(site: String, key: String) {
    #expect(SiteKey.key(site) == key)
    #expect(SiteKey.key(SiteKey.key(site)) == SiteKey.key(site))
  }

  @Test func theMostUsedNameStandsForASite() {
    let letters = ["CNPE du Val", "CNPE du Val", "Centrale nucléaire du Val", ""].map {
      LetterFixture.letter(site: $0)
    }
    #expect(SiteHistory.names(letters) == ["val": "CNPE du Val"])
    let tied = ["CNPE du Val", "Centrale du Val"].map { LetterFixture.letter(site: $0) }
    #expect(SiteHistory.names(tied) == SiteHistory.names(tied.reversed()))
  }

  // MARK: Digests

  @Test func aDigestTellsTheRestOfAnItem() {
    let fact = LetterFixture.facts(
      cues: [.late], severity: 3, theme: .waste, systems: ["RIS"], isotopes: ["Co-60"])
    let back = ItemFacts(fact.item, ItemDigest(fact), at: 4, site: "mont")
    #expect(
      back.theme.theme == .waste && back.things == fact.things && back.letter == 4
        && back.site == "mont")
    #expect(back.reading.hits.isEmpty && back.severity == 0 && back.item == fact.item)
  }

  @Test func itemsAreReadWithTheirContext() throws {
    let reader = try ItemReader(model: .shipped)
    var item = LetterFixture.item(text: "Je vous demande de corriger.")
    item.context = "La détection incendie n’est pas entretenue."
    var letter = LetterFixture.letter(theme: "Transport de colis", items: [item])
    let facts = reader.facts(item, of: letter, at: 0, site: "val")
    #expect(facts.theme.theme == .fire && !facts.theme.abstains)
    #expect(facts.itemStart == item.context.unicodeScalars.count + 1)
    #expect(String(facts.passage.unicodeScalars.dropFirst(facts.itemStart)) == item.text)
    item.context = ""
    letter.items = [item]
    let bare = reader.facts(item, of: letter, at: 0, site: "val")
    #expect(
      bare.theme.theme == .transport, "the letter's theme decides where the words say nothing")
    #expect(bare.itemStart == 0 && bare.severity < facts.severity)
  }

  @Test func digestsOfAnotherNumberOfItemsAreNotUsed() throws {
    let reader = try ItemReader(model: .shipped)
    let letter = LetterFixture.letter(items: [
      LetterFixture.item(text: "Je vous demande de transporter le colis.")
    ])
    let digest = ItemDigest(LetterFixture.facts(theme: .waste))
    func theme(_ digests: [ItemDigest]?, wanted: Bool) -> LetterTheme? {
      reader.facts(ReadLetter(letter: letter, sha256: "", digests: digests), at: 0, wanted: wanted)
        .first?.theme.theme
    }
    #expect(theme([digest], wanted: false) == .waste)
    #expect(theme([digest], wanted: true) == .transport)
    #expect(theme([], wanted: false) == .transport && theme(nil, wanted: false) == .transport)
  }
}
