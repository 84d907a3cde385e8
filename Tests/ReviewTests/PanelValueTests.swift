import Testing

@testable import Review

@Suite struct ValueTypeTests {
  @Test(arguments: [
    ("0,5", "0.5"), (" 0.5 ", "0.5"), ("1", "1"), ("1e-1", "1e-1"), ("-0", "-0"),
    ("\u{A0}0,25\u{202F}", "0.25"),
  ])
  func numbersHaveAPoint(text: String, canonical: String) {
    #expect(ValueType.number(-1...1).canonical(text) == canonical)
  }

  @Test(arguments: [
    "0x0.8p0", "0x1", "nan", "inf", "-infinity", "1,5,2", "1 5", "un", "2", "-1.001", "1..2", "e",
    "٠", "½",
  ])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(ValueType.number(-1...1).canonical(text) == nil)
  }

  @Test(arguments: [("3", "3"), ("+2", "2"), (" 1\t", "1"), ("003", "3")])
  func wholeNumbersLoseWhatIsIdle(text: String, canonical: String) {
    #expect(ValueType.integer(1...3).canonical(text) == canonical)
  }

  @Test(arguments: ["0", "4", "1.0", "1,0", "1e0", "99999999999999999999", "0x1", "١", "--1"])
  func whatIsNoWholeNumberIsRefused(text: String) {
    #expect(ValueType.integer(1...3).canonical(text) == nil)
  }

  @Test(arguments: [
    ("oui", "true"), ("OUI", "true"), ("Vrai", "true"), ("yes", "true"), ("1", "true"),
    ("true", "true"), ("non", "false"), ("NO", "false"), ("faux", "false"), ("0", "false"),
    ("False", "false"),
  ])
  func yesAndNoAreUnderstoodInBothLanguages(text: String, canonical: String) {
    #expect(ValueType.boolean.canonical(text) == canonical)
  }

  @Test(arguments: ["o", "n", "2", "vraiment", "ja"])
  func otherAnswersAreRefused(text: String) {
    #expect(ValueType.boolean.canonical(text) == nil)
  }

  @Test func daysAreIso() {
    #expect(ValueType.date.canonical("2026-02-28 10:00") == "2026-02-28")
    #expect(ValueType.date.canonical("28/02/2026") == nil)
    #expect(ValueType.date.canonical("2026-02-29") == nil)
  }

  @Test func choicesAreTakenToTheLetter() {
    let type = ValueType.choice(["rouge", "bleu clair"])
    #expect(type.canonical(" bleu clair ") == "bleu clair")
    #expect(type.canonical("Rouge") == nil)
    #expect(ValueType.choice([]).canonical("x") == nil)
    #expect(type.expectation.en.contains("rouge, bleu clair"))
  }

  /// An empty value is always allowed: whether one is required is the column's affair.
  @Test(arguments: [
    ValueType.text, .integer(1...3), .number(0...1), .boolean, .date, .choice(["a"]),
  ])
  func nothingIsAlwaysAllowed(type: ValueType) {
    #expect(type.canonical("") == "")
    #expect(type.canonical(" \u{A0}\n") == "")
    #expect(!type.expectation.fr.isEmpty && !type.expectation.en.isEmpty)
  }

  /// What is canonical stays as it is: a table written and read again does not change.
  @Test(arguments: [
    (ValueType.text, " a  b "), (.integer(-5...5), "+3"), (.number(0...9), "2,50"),
    (.boolean, "Oui"), (.date, "2026-01-02T10:00"), (.choice(["a b"]), "a b "),
  ])
  func canonicalFormsAreStable(type: ValueType, text: String) throws {
    let once = try #require(type.canonical(text))
    #expect(type.canonical(once) == once)
  }
}

@Suite struct KnowledgeTableTests {
  static let fields: [ColumnQuestion.Field] = [
    .init(name: "siret", title: LocalizedText(same: "SIRET"), isRequired: true),
    .init(name: "mark", title: LocalizedText(fr: "note", en: "mark")),
  ]

  @Test func columnsAreTaughtInATable() throws {
    let table = KnowledgeTable.columns(Self.fields)
    #expect(table.name == "columns" && table.editableBy == .agent && !table.feedsModel)
    let row = try table.validated(
      KnowledgeRow(key: "", values: ["column": " N° Siret ", "field": "siret"]))
    #expect(row.key == "N° Siret")
    #expect(
      throws: KnowledgeError.invalidValue(
        column: "field", found: "nom", expected: ValueType.choice(["siret", "mark"]).expectation)
    ) {
      try table.validated(KnowledgeRow(key: "", values: ["column": "x", "field": "nom"]))
    }
    #expect(throws: KnowledgeError.missingValue(column: "field")) {
      try table.validated(KnowledgeRow(key: "", values: ["column": "x"]))
    }
    #expect(throws: KnowledgeError.missingValue(column: "column")) {
      try table.validated(KnowledgeRow(key: "k", values: ["field": "mark"]))
    }
  }

  @Test func theFirstUnknownColumnIsNamed() {
    #expect(throws: KnowledgeError.unknownColumn("aa")) {
      try KnowledgeTests.table.validated(
        KnowledgeRow(key: "", values: ["key": "k", "zz": "1", "aa": "2"]))
    }
  }

  @Test func aTableWithoutColumnsTakesNothing() {
    let table = KnowledgeTable(
      name: "t", title: LocalizedText(same: "t"), columns: [], editableBy: .agent)
    #expect(throws: KnowledgeError.missingValue(column: "")) {
      try table.validated(KnowledgeRow(key: "k", values: [:]))
    }
  }

  @Test(arguments: [
    (KnowledgeError.missingValue(column: "c"), "colonne c : une valeur est obligatoire"),
    (.unknownColumn("c"), "colonne inconnue : c"), (.unknownTable("t"), "table inconnue : t"),
  ])
  func errorsAreSentencesInBothLanguages(error: KnowledgeError, french: String) {
    #expect(error.message.fr == french)
    #expect(error.message.en != french && !error.message.en.isEmpty)
  }

  @Test(arguments: [
    (EngineError.unknownName("x"), "nom inconnu : x", "unknown name: x"),
    (.invalid(LocalizedText(fr: "a", en: "b")), "a", "b"),
    (.damagedModel(version: 3), "le modèle 3 ne peut pas être relu", "model 3 cannot be read back"),
    (
      .unreadable(
        Refusal(file: "f", line: nil, found: "x", expected: LocalizedText(fr: "un", en: "one"))),
      "f : « x » trouvé, un attendu", "f: found “x”, expected one"
    ),
  ])
  func engineErrorsAreSentences(error: EngineError, french: String, english: String) {
    #expect(error.message == LocalizedText(fr: french, en: english))
  }

  @Test func followUpsWithUnknownStatesLeadNowhere() {
    let scheme = FollowUpScheme(
      states: [.init(code: "a", title: LocalizedText(same: "a"))],
      moves: [.init(from: "a", to: "gone"), .init(from: "a", to: "a")])
    #expect(scheme.next(after: "a").map(\.code) == ["a"])
    #expect(scheme.next(after: "nowhere").isEmpty)
    #expect(scheme.state("gone") == nil)
    #expect(FollowUpScheme(states: [], moves: []).next(after: nil).isEmpty)
  }
}
