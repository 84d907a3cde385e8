import Foundation
import Language
import Learning
import Review
import ReviewStore
import Testing

@testable import Letters

/// A demand as it is ranked and shown: words, facets, evidence, in both languages.
@Suite struct ItemShownTests {
  private static let letters = [
    LetterFixture.letter("INSSN-LYO-2014-0688", date: "2014-03-03"), LetterFixture.letter(),
  ]

  private static func history(_ change: (inout ItemHistory) -> Void) -> ItemHistory {
    var history = ItemHistory()
    change(&history)
    return history
  }

  private static let earlier = LetterFixture.facts(
    LetterFixture.item("INSSN-LYO-2014-0688#A1", .correctiveActions), letter: 0)

  private static func trail(_ fact: ItemFacts) -> PriorityTrail {
    PriorityTrail(fact, letters: letters, all: [earlier, fact])
  }

  private static func composer(_ facts: [ItemFacts], decisions: Int = 0, version: Int? = nil)
    -> ItemComposer
  {
    ItemComposer(
      evidence: ItemEvidence(
        letters: letters, facts: facts, names: ["val": "CNPE du Val"], today: LetterFixture.today),
      hashes: ["aa", "bb"],
      model: LettersModel(vigilance: .shipped, items: .shipped, decisionCount: decisions),
      version: version,
      engine: "letters 1", now: LetterFixture.now, draw: DemandDraw(count: facts.count, salt: "sel")
    )
  }

  private static let immediate = LetterFixture.item(
    deadline: LetterDeadline(words: "sans délai", date: nil, isImmediate: true))

  private static let repeated = history {
    $0.repeats = [RepeatedDemand(earlier: 0, similarity: 0.876)]
  }

  // MARK: States

  @Test func statesAreToldInTheirOrder() {
    let cases: [(ItemFacts, String, String, Int)] = [
      (LetterFixture.facts(letter: 1), "", "", 2),
      (
        LetterFixture.facts(LetterFixture.item("x#I1", .priorityRequests), letter: 1),
        "PRIORITAIRE", "PRIORITY", 3
      ),
      (
        LetterFixture.facts(letter: 1, history: Self.history { $0.overdueDays = 9 }), "EN RETARD",
        "OVERDUE", 3
      ),
      (LetterFixture.facts(letter: 1, history: Self.repeated), "RÉPÉTÉE", "REPEATED", 3),
      (LetterFixture.facts(Self.immediate, letter: 1), "SANS DÉLAI", "AT ONCE", 3),
      (
        LetterFixture.facts(letter: 1, history: Self.history { $0.closed = LetterFixture.today }),
        "soldée", "closed", 1
      ),
      (
        LetterFixture.facts(letter: 1, history: Self.history { $0.repeatedBy = [0] }),
        "reprise depuis", "made again", 2
      ),
      (
        LetterFixture.facts(letter: 1, history: Self.history { $0.isNewTheme = true }),
        "nouveau thème", "new theme", 2
      ),
      (LetterFixture.facts(LetterFixture.item("x#III1", .findings), letter: 1), "", "", 1),
    ]
    for (fact, fr, en, level) in cases {
      let trail = Self.trail(fact)
      #expect(trail.word(fact) == LocalizedText(fr: fr, en: en) && trail.level == level)
      #expect((trail.sentence == nil) == trail.steps.isEmpty)
    }
    for (fact, fr, _, _) in cases where !fr.isEmpty {
      #expect(
        StateWord.all.contains(Self.trail(fact).word(fact)),
        "the list shows \(fr) in both languages")
    }
  }

  @Test func everyReasonIsGiven() {
    let all = Self.history {
      $0.overdueDays = 9
      $0.repeats = [RepeatedDemand(earlier: 0, similarity: 0.9)]
    }
    var item = Self.immediate
    item.section = .priorityRequests
    let trail = Self.trail(LetterFixture.facts(item, letter: 1, history: all))
    #expect(
      trail.sentence?.fr
        == "demande à traiter prioritairement (I) ; réponse attendue depuis 9 j ; répétition (2014) ; à faire sans délai"
    )
    #expect(
      trail.sentence?.en
        == "priority request (I); answer overdue by 9 d; repeat (2014); to be done at once")
  }

  @Test func whatIsClosedHasNoPriority() {
    var item = Self.immediate
    item.section = .priorityRequests
    let closed = Self.history {
      $0.closed = LetterFixture.today
      $0.repeats = Self.repeated.repeats
    }
    let fact = LetterFixture.facts(item, letter: 1, history: closed)
    #expect(Self.trail(fact).steps.isEmpty && Self.trail(fact).level == 1)
  }

  // MARK: Features

  @Test func featuresTellWhatTheirNamesSay() {
    typealias Feature = ItemFeatures.Feature
    func value(_ feature: Feature, _ fact: ItemFacts, date: String? = "2024-06-18") -> Float {
      ItemFeatures(fact, date: date.flatMap { CalendarDate(iso: $0) }, today: LetterFixture.today)
        .values[feature.rawValue]
    }
    let plain = LetterFixture.facts()
    let cases: [(Feature, ItemFacts, Float)] = [
      (.severity, LetterFixture.facts(severity: 99), 4),
      (.severity, LetterFixture.facts(severity: -99), -4),
      (.unmetFact, LetterFixture.facts(cues: [.unmet]), 1),
      (.unmetFact, LetterFixture.facts(cues: [.notSuch]), 1),
      (.unmetFact, plain, 0),
      (.sectionPriority, LetterFixture.facts(LetterFixture.item("x", .priorityRequests)), 1),
      (.sectionPriority, plain, 0), (.sectionCorrective, plain, 1),
      (.sectionCorrective, LetterFixture.facts(LetterFixture.item("x", .additionalInformation)), 0),
      (.sectionObservation, LetterFixture.facts(LetterFixture.item("x", .observations)), 1),
      (.sectionObservation, plain, 0),
      (.repeats, LetterFixture.facts(history: Self.repeated), 0.876), (.repeats, plain, 0),
      (.saysAgain, LetterFixture.facts(cues: [.repetition]), 1),
      (.immediate, LetterFixture.facts(Self.immediate), 1),
      (.overdue, LetterFixture.facts(history: Self.history { $0.overdueDays = 1 }), 1),
      (.closed, LetterFixture.facts(history: Self.history { $0.closed = LetterFixture.today }), 1),
      (.novelty, LetterFixture.facts(history: Self.history { $0.newSystems = ["RIS"] }), 1),
      (.novelty, plain, 0),
      (.safety, LetterFixture.facts(cues: [.safety]), 1), (.trend, plain, 0),
    ]
    for (feature, fact, wanted) in cases { #expect(value(feature, fact) == wanted, "\(feature)") }
    #expect(
      value(.age, plain, date: "2026-11-25") == 0 && value(.age, plain, date: "2030-01-01") == 0)
    #expect(
      value(.age, plain, date: "1900-01-01") == 3
        && value(.age, plain, date: nil) == Float(1000.0 / 1826))
  }

  @Test func frozenFeaturesAreReadBack() {
    let features = ItemFeatures(
      LetterFixture.facts(cues: [.unmet]), date: nil, today: LetterFixture.today)
    #expect(ItemFeatures(features.frozen) == features)
    #expect(ItemFeatures(FrozenFeatures(schema: "autre/1", values: features.values)) == nil)
    #expect(ItemFeatures(FrozenFeatures(schema: ItemFeatures.schema, values: [])) == nil)
    let titles = ItemFeatures.Feature.allCases.map(\.title)
    #expect(
      Set(titles.map(\.fr)).count == titles.count && Set(titles.map(\.en)).count == titles.count)
  }

  // MARK: Suggestions

  private static func full() -> ItemFacts {
    var item = immediate
    item.citations = ["article 3"]
    item.contextSpan = nil
    let trend = ThemeTrend(
      observed: 4, expected: 1.34, ratio: 2.2, low: 1.3, high: 3.9,
      years: [2024: 1, 2025: 3, 2026: 0],
      fleetYears: [2024: 0.5, 2025: 1, 2026: 0], siteCount: 3)
    let history = history {
      $0.repeats = repeated.repeats
      $0.overdueDays = 12
      $0.isNewTheme = true
      $0.newSystems = ["RIS"]
      $0.trend = trend
    }
    return LetterFixture.facts(
      item, letter: 1, cues: [.unmet, .late, .repetition, .safety], severity: 2,
      systems: ["RIS", "XYZ"],
      isotopes: ["Co-60"], history: history)
  }

  @Test func contributionsSumToTheScore() throws {
    let facts = [Self.earlier, Self.full()]
    for fact in facts {
      let suggestion = Self.composer(facts).suggestion(fact)
      let sums = suggestion.evidence.compactMap { evidence -> Double? in
        if case .contributions(let parts) = evidence { parts.total } else { nil }
      }
      #expect(sums.count == 1)
      #expect(abs(Logistic.sigmoid(sums[0]) - suggestion.score.value) < 1e-6)
      #expect(suggestion == Self.composer(facts).suggestion(fact), "same input, same suggestion")
    }
  }

  @Test func labelsSayWhatCounts() {
    let facts = [Self.earlier, Self.full()]
    var labels: [LocalizedText] = []
    for case .contributions(let parts) in Self.composer(facts).suggestion(facts[1]).evidence {
      labels = parts.reasons.map(\.label)
    }
    #expect(
      labels.contains {
        $0.fr == "répétition sur le site (0,88)" && $0.en == "repeated at the site (0.88)"
      })
    #expect(
      labels.contains { $0.fr == "réponse en retard (12 j)" && $0.en == "answer overdue (12 d)" })
    #expect(
      labels.contains { $0.en.hasPrefix("severity of the sentences: not done or not respected") })
    for label in labels { #expect(!label.fr.isEmpty && !label.en.isEmpty) }
  }

  @Test func factsAreInBothLanguages() {
    let facts = [Self.earlier, Self.full()]
    let shown = LetterFixture.facts(Self.composer(facts).suggestion(facts[1]).evidence)
    let wanted: [(String, String, String)] = [
      ("Answer", "en retard de 12 jours", "12 days overdue"),
      ("Section", "II, autres demandes", "II, other requests"),
      (
        "Novelty", "thème jamais rencontré sur ce site ; première mention de RIS",
        "theme never met at this site; first mention of RIS"
      ),
      (
        "Trend", "4 demandes en 3 ans, 1,3 attendues d’après 3 sites (×2,2 ; 1,3–3,9)",
        "4 demands in 3 years, 1.3 expected from 3 sites (×2.2; 1.3–3.9)"
      ),
      ("Equipment", "RIS (injection de sécurité), XYZ", "RIS (injection de sécurité), XYZ"),
      ("Radionuclides", "Co-60", "Co-60"),
      ("Texts cited", "article 3", "article 3"), ("Deadline", "sans délai", "sans délai"),
      ("Theme", "Incendie", "Fire"),
    ]
    for (name, fr, en) in wanted {
      #expect(
        shown[name]?.fr == fr && shown[name]?.en == en,
        "\(name): \(String(describing: shown[name]))")
    }
    for (name, value) in shown { #expect(!value.fr.isEmpty && !value.en.isEmpty, "\(name)") }
  }

  @Test(
    arguments: [
      (nil, nil, nil), ("2024-09-01", nil, "received on 2024-09-01"),
      ("2024-09-01", "2024-10-01", "closed on 2024-10-01"),
    ] as [(String?, String?, String?)])
  func answersAreTold(answered: String?, closed: String?, told: String?) {
    let history = Self.history {
      $0.answered = answered.flatMap { CalendarDate(iso: $0) }
      $0.closed = closed.flatMap { CalendarDate(iso: $0) }
    }
    let fact = LetterFixture.facts(letter: 1, history: history)
    #expect(
      LetterFixture.facts(Self.composer([Self.earlier, fact]).suggestion(fact).evidence)["Answer"]?
        .en == told)
  }

  @Test(arguments: SectionKind.allCases)
  func everySectionHasWords(kind: SectionKind) {
    let fact = LetterFixture.facts(LetterFixture.item("x#1", kind), letter: 1)
    let shown = LetterFixture.facts(Self.composer([Self.earlier, fact]).suggestion(fact).evidence)[
      "Section"]
    #expect(shown?.fr.isEmpty == false && shown?.en.isEmpty == false)
  }

  @Test func facetsAreKnownToThePanel() {
    let facts = [Self.earlier, Self.full()]
    let panel = LettersPanel.panel
    let names = Set(panel.facets.map(\.name))
    for suggestion in facts.map({ Self.composer(facts).suggestion($0) }) {
      #expect(suggestion.facets.allSatisfy { names.contains($0.name) && !$0.value.isEmpty })
      for facet in panel.facets where !facet.words.isEmpty {
        let shown = suggestion.facets.filter { $0.name == facet.name }.map(\.value)
        #expect(Set(shown).isSubset(of: facet.words.map(\.fr)), "\(facet.name)")
      }
    }
    let shown = Self.composer(facts).suggestion(facts[1]).facets
    #expect(shown.filter { $0.name == "system" }.map(\.value) == ["RIS", "XYZ"])
    #expect(shown.contains(Facet("year", "2024")) && shown.contains(Facet("isotope", "Co-60")))
  }

  @Test func manySystemsAreCut() {
    let fact = LetterFixture.facts(
      letter: 1, systems: (0..<12).map { "S\($0)" }, isotopes: (0..<12).map { "Co-\($0)" })
    let shown = Self.composer([Self.earlier, fact]).suggestion(fact).facets
    #expect(shown.count { $0.name == "system" } == 6 && shown.count { $0.name == "isotope" } == 4)
  }

  @Test func repeatsAreShownOnBothSides() {
    var before = Self.earlier
    before.history.repeatedBy = [1]
    let facts = [before, Self.full()]
    func captions(_ fact: ItemFacts) -> [String] {
      Self.composer(facts).suggestion(fact).evidence.compactMap { evidence in
        if case .passage(let passage) = evidence { passage.caption.en } else { nil }
      }
    }
    #expect(captions(facts[1]).last == "same demand here (0.88) · INSSN-LYO-2014-0688")
    #expect(
      captions(facts[0]) == [
        "INSSN-LYO-2014-0688 · demand A.1", "made again since · INSSN-LYO-2024-0412",
      ])
  }

  @Test func theSeriesIsThatOfTheYears() throws {
    let facts = [Self.earlier, Self.full()]
    let series = Self.composer(facts).suggestion(facts[1]).evidence.compactMap {
      evidence -> SeriesEvidence? in
      if case .series(let series) = evidence { series } else { nil }
    }
    #expect(
      series.first?.points.map(\.value) == [1, 3, 0]
        && series.first?.thresholds.map(\.value) == [0.5])
    #expect(
      Self.composer(facts).suggestion(facts[0]).evidence.allSatisfy {
        if case .series = $0 { false } else { true }
      })
  }

  @Test func withDecisionsTheScoreIsAProbabilityWithItsDoubt() throws {
    let facts = [Self.earlier, Self.full()]
    #expect(Self.composer(facts, decisions: 0, version: 4).suggestion(facts[1]).score.model == nil)
    let few = Self.composer(facts, decisions: 6, version: 4).suggestion(facts[1]).score
    let many = Self.composer(facts, decisions: 600, version: 4).suggestion(facts[1]).score
    #expect(few.model == 4 && few.value == many.value)
    let (wide, narrow) = (
      try #require(few.high) - (few.low ?? 0), try #require(many.high) - (many.low ?? 0)
    )
    #expect(wide > narrow && narrow > 0)
  }

  @Test func passagesAreCutAroundTheItem() {
    var generator = SplitMix64(seed: 81)
    for _ in 0..<40 {
      let lead = String(repeating: "é", count: generator.below(2000))
      var fact = LetterFixture.facts(
        LetterFixture.item(text: String(repeating: "x", count: 1 + generator.below(3000))),
        letter: 1)
      fact.passage = lead + " " + fact.item.text
      fact.itemStart = lead.unicodeScalars.count + 1
      fact.reading.hits = (0..<100).map { CueHit(cue: .unmet, span: Span($0 * 40, $0 * 40 + 10)) }
      for case .passage(let passage) in Self.composer([Self.earlier, fact]).suggestion(fact)
        .evidence.prefix(1)
      {
        let count = passage.text.unicodeScalars.count
        #expect(count <= 2200 && passage.highlights.count <= 40)
        #expect(passage.highlights.allSatisfy { $0.span.end <= count })
      }
    }
  }

  // MARK: What the store keeps

  @Test func aLetterIsKeptWithoutItsTextAndReadBack() throws {
    var letter = LetterFixture.parse(
      LetterFixture.old(a: "Je vous demande de corriger sous deux mois."))
    let digests = letter.items.map { ItemDigest(LetterFixture.facts($0)) }
    let record = try StoredLetters.record(
      ReadLetter(letter: letter, sha256: "aa", digests: digests))
    let back = try #require(StoredLetters.letter(record))
    letter.text = ""
    #expect(
      back.letter == letter && back.sha256 == "aa" && back.digests == digests
        && record.key == letter.key)
    #expect(try StoredLetters.record(back).content == record.content)
    for length in [0, 1, record.content.count / 2, record.content.count - 1] {
      var torn = record
      torn.content = record.content.prefix(length)
      #expect(StoredLetters.letter(torn) == nil)
    }
  }

  @Test func keysOfRecordsAreSorted() throws {
    let read = ReadLetter(
      letter: LetterFixture.letter(items: [LetterFixture.item()]), sha256: "aa", digests: nil)
    let contents = [
      try StoredLetters.record(read).content,
      try StoredLetters.record(
        OperatorAnswer(inspection: "X", item: "A1", answered: LetterFixture.today)
      ).content,
      try StoredLetters.record(
        CaseRow(inspection: "X", date: nil, site: "s", operatorName: "o", sector: "r", theme: "t")
      ).content,
    ]
    for content in contents {
      let object = try #require(try JSONSerialization.jsonObject(with: content) as? [String: Any])
      let text = String(decoding: content, as: UTF8.self)
      let places = object.keys.sorted().compactMap { text.range(of: "\"\($0)\":")?.lowerBound }
      #expect(places == places.sorted() && places.count == object.count)
    }
  }

  @Test func judgedPassagesAreReadBack() throws {
    let passage = JudgedPassage(id: "1", text: "Un « écart »\n\u{1F}", level: 2, group: "g")
    let back = try #require(StoredLetters.judged(try StoredLetters.record(passage)))
    #expect(back.id == "1" && back.text == passage.text && back.level == 2 && back.group == "g")
    for content in ["", "[]", "[\"a\"]", "[\"a\",\"x\",\"g\"]", "{}"] {
      let record = SourceRecord(
        project: .letters, kind: "judged", key: "1", content: Data(content.utf8))
      #expect(StoredLetters.judged(record) == nil)
    }
  }

  @Test(arguments: [
    (
      "INSSN-LYO-2024-0412", "CNPE du Val", "Incendie",
      "INSSN-LYO-2024-0412 · CNPE du Val · Incendie"
    ),
    ("", "CNPE du Val", "", "CNPE du Val"), ("", "", "", ".txt"),
  ])
  func documentsHaveATitle(inspection: String, site: String, theme: String, title: String) {
    let letter = LetterFixture.letter(inspection, site: site, theme: theme)
    let document = StoredLetters.document(
      ReadLetter(letter: letter, sha256: "aa"), engine: "e", time: LetterFixture.now)
    #expect(document.title == title && document.attributes["state"] == "image")
    #expect(document.attributes.values.allSatisfy { !$0.isEmpty })
    #expect(document.id == StoredLetters.documentID(letter))
  }
}
