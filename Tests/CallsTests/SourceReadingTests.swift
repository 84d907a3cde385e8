import Foundation
import Learning
import Review
import Tables
import Testing

@testable import Calls

/// Files as users give them: found out by what they hold, refused with their line, never fatal.
@Suite struct SourceReadingTests {
  private static func collected(
    _ name: String, _ text: String
  ) throws -> (sources: CallSources, refusals: [Refusal]) {
    try CallFiles.collected(name, Data(text.utf8))
  }

  /// How many things of each kind a file gave.
  private static func counts(_ sources: CallSources) -> String {
    let counts: [(name: String, count: Int)] = [
      ("queued", sources.queued.count), ("detailed", sources.detailed.count),
      ("voicemails", sources.voicemails.count), ("transcripts", sources.transcripts.count),
      ("dialogues", sources.dialogues.count), ("utterances", sources.utterances.count),
    ]
    let tables = ["answers", "services", "deadlines"].map { name in
      (name: name, count: sources.knowledge[name]?.count ?? 0)
    }
    return (counts + tables).filter { $0.count > 0 }.map { "\($0.name) \($0.count)" }
      .joined(separator: ", ")
  }

  private static let detail =
    #""c","0353010123","800","in","""A"" <0353010123>","SIP/1","","Queue","cea","2026-11-05 08:01:05","","",199,199,"NO ANSWER","DOC""#

  @Test(arguments: [
    ("queue_log", "1793865665|a.1|cea|NONE|ENTERQUEUE||0353010123|4\n", "queued 1"),
    ("journal.txt", "1793865665|a.1|cea|NONE|ENTERQUEUE||0353010123|4\n", "queued 1"),
    ("Master.csv", detail + "\n", "detailed 1"),
    ("msg.txt", "[message]\norigtime=1793868908\n", "voicemails 1"),
    ("t.tsv", "message\ttext\nmsg0000\tbonjour\n", "transcripts 1"),
    ("t.csv", "message;text\nmsg0000;bonjour\n", "transcripts 1"),
    (
      "d.jsonl", #"{"call":"1","time":1793865700,"turns":[{"who":"caller","text":"a"}]}"# + "\n",
      "dialogues 1"
    ),
    ("u.tsv", "text\tintent\nbonjour\taccueil\nla paie\tpaie\n", "utterances 2"),
    ("u.tsv", "texte\tintention\nla paie\tpaie\n", "utterances 1"),
    ("u.csv", "utterance,intent\nla paie,paie\n", "utterances 1"),
    ("u.jsonl", #"{"text":"la paie","intent":"paie"}"# + "\n", "utterances 1"),
    ("nlu.md", "## intent:paie\n- la paie\n- ma fiche\n", "utterances 2"),
    ("nlu.yml", "nlu:\n- intent: paie\n  examples: |\n    - la paie\n", "utterances 1"),
    ("a.csv", "intent,title_fr,answer_fr\npaie,Paie,Les bulletins.\n", "answers 1"),
    ("a.jsonl", #"{"intent":"paie","answer_fr":"Les bulletins."}"# + "\n", "answers 1"),
    ("s.tsv", "service\tname\tkeywords\npajemploi\tPajemploi\tnounou|garde\n", "services 1"),
    ("e.csv", "deadline,date,intents\nDSN,2026-12-05,paie\n", "deadlines 1"),
    ("u.tsv", "\u{FEFF}text\tintent\r\nla paie\tpaie\r\n", "utterances 1"),
  ])
  func aFileIsWhatItHolds(name: String, text: String, counts: String) throws {
    let (sources, refusals) = try Self.collected(name, text)
    #expect(Self.counts(sources) == counts)
    #expect(refusals.isEmpty)
    #expect(sources.files.map(\.name) == [name])
    #expect(sources.files.first?.sha256.count == 64)
  }

  @Test(arguments: [
    ("x.csv", ""), ("x.csv", "\n\n  \n"), ("x.txt", "une phrase"), ("x.csv", "a,b,c\n1,2,3\n"),
    ("x.csv", "text,intent\n"), ("x.json", "{"), ("x.json", "[]"), ("x.json", "null"),
    ("x.jsonl", "pas du json\n"), ("queue_log", "rien\n"), ("queue_log", "|||||\n"),
    ("m.txt", "[message]\norigtime=\n"), ("m.txt", "[message]\norigtime=-5\n"),
    ("m.txt", "[message]\norigtime=99999999999999999999\n"), ("x.gz", "\u{1F}pas gzip"),
  ])
  func whatIsNoSourceIsRefused(name: String, text: String) throws {
    let (sources, refusals) = try Self.collected(name, text)
    #expect(sources.files.isEmpty && Self.counts(sources) == "")
    #expect(refusals.count == 1, "\(refusals)")
    #expect(refusals.allSatisfy { $0.file == name && !$0.expected.fr.isEmpty })
  }

  @Test(arguments: [
    ("d.jsonl", "{\"call\":\"1\",\"time\":1,\"turns\":[]}\nbroken\n{\"turns\":3}\n", [2, 3]),
    ("u.jsonl", "{\"text\":\"a\",\"intent\":\"b\"}\nbroken\n", [2]),
    (
      "a.jsonl",
      "{\"intent\":\"x\",\"answer_fr\":\"y\"}\nbroken\n{\"intent\":\"\",\"answer_fr\":\"z\"}\n",
      [2, 3]
    ),
    ("a.csv", "intent,answer_fr,kind\nx,y,answer\nx,y,shout\n,y,answer\n", [3, 4]),
    ("e.csv", "deadline,date,intents\nDSN,2026-02-30,paie\nDSN,2026-12-05,paie\n", [2]),
    ("a.csv", "intent,answer_fr,valid_to\nx,y,2026-02-29\nx,y,2028-02-29\n", [2]),
  ])
  func aBadLineIsRefusedOnceWithItsNumber(name: String, text: String, lines: [Int]) throws {
    let (sources, refusals) = try Self.collected(name, text)
    #expect(refusals.compactMap(\.line).sorted() == lines, "\(refusals)")
    #expect(!sources.files.isEmpty, "the rest is taken")
  }

  @Test func aGzippedFileIsReadAndATornOneRefused() throws {
    let whole = Data([
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x2B, 0x49, 0xAD, 0x28, 0xE1,
      0xCC, 0xCC, 0x2B, 0x49, 0xCD, 0x2B, 0xE1, 0x4A, 0xE4, 0x4C, 0xE2, 0x02, 0x00,
    ])
    for length in stride(from: 0, to: whole.count, by: 3) {
      let (sources, refusals) = try CallFiles.collected("u.tsv.gz", whole.prefix(length))
      #expect(sources.files.isEmpty && refusals.count == 1, "\(length)")
    }
  }

  @Test func everyPrefixOfAFileIsSurvived() throws {
    let text = #"{"call":"1","time":1793865700,"turns":[{"who":"caller","text":"é"}]}"# + "\n"
    let bytes = Data(text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 5) {
      let (sources, _) = try CallFiles.collected("d.jsonl", bytes.prefix(length))
      #expect(sources.dialogues.count <= 1)
    }
  }

  @Test func hostileBytesAreSurvived() throws {
    var generator = SplitMix64(seed: 91)
    for name in ["queue_log", "x.csv", "x.jsonl", "x.txt", "nlu.md", "x.json"] {
      for _ in 0..<8 {
        let bytes = (0..<generator.below(400)).map { _ in
          UInt8(truncatingIfNeeded: generator.next())
        }
        let (sources, refusals) = try CallFiles.collected(name, Data(bytes))
        #expect(sources.files.count <= 1)
        #expect(!sources.files.isEmpty || !refusals.isEmpty, "nothing passes in silence")
      }
    }
  }

  @Test func textsAreCutAtTheirLongest() throws {
    let long = String(repeating: "a", count: UtteranceFile.longest * 2)
    let (said, _) = try Self.collected("u.tsv", "text\tintent\n\(long)\tx\n")
    #expect(said.utterances.first?.text.count == UtteranceFile.longest)
    let (answer, _) = try Self.collected("a.tsv", "intent\tanswer_fr\nx\t\(long)\n")
    #expect(
      answer.knowledge["answers"]?.first?.values["answer_fr"]?.count == AnswerReader.longestText)
  }

  // MARK: Folders

  @Test func foldersAreWalkedInOrderAndREADMEsLeftOut() throws {
    let files = [
      "b.csv": "x", "a/queue_log-20261101": "x", "a/c.PDF": "x", "README.md": "x", "z.TSV": "x",
      ".caché.csv": "x", "queue_log.1": "x", "msg.wav": "x", "sans": "x",
    ]
    try CallFiles.with(files) { folder in
      let names = CallSourceFolder.files([folder]) { _ in }.map(\.lastPathComponent)
      #expect(names == ["queue_log-20261101", "b.csv", "queue_log.1", "sans", "z.TSV"])
    }
  }

  @Test func aMissingFileIsRefusedAndAnEmptyFolderGivesNothing() throws {
    var refusals: [Refusal] = []
    #expect(
      CallSourceFolder.files([URL(fileURLWithPath: "/nulle/part")]) { refusals.append($0) }.isEmpty)
    #expect(refusals.map(\.file) == ["part"])
    try CallFiles.with([String: String]()) { folder in
      let reader = CallSourceReader(
        request: AnalysisRequest(
          today: CallsBench.today, now: CallsBench.now, model: nil, pseudonymSalt: "s"),
        observer: CallsBench.Listener())
      #expect(throws: EngineError.self) { try reader.read([folder]) }
    }
  }

  @Test func aCancelledReadingStops() throws {
    try CallFiles.with(["u.tsv": "text\tintent\na\tb\n"]) { folder in
      let reader = CallSourceReader(
        request: AnalysisRequest(
          today: CallsBench.today, now: CallsBench.now, model: nil, pseudonymSalt: "s"),
        observer: CallsBench.Listener(isCancelled: true))
      #expect(throws: CancellationError.self) { try reader.read([folder]) }
    }
  }

  // MARK: Other tools' corpora

  @Test(arguments: [
    ("[la paie](doc) de [mai]{\"entity\":\"mois\"}", "la paie de mai"), ("[ouvert", "[ouvert"),
    ("sans rien", "sans rien"), ("[]", ""), ("[a](b)[c](d)", "ac"), ("[a] (b)", "a (b)"),
  ])
  func marksOfEntitiesAreLeftOut(written: String, plain: String) throws {
    let corpus = try #require(IntentCorpus.read("## intent:x\n- \(written)\n", file: "n.md"))
    #expect(corpus.map(\.text) == [plain])
  }

  @Test func storiesAndRulesAreNoUtterances() throws {
    let yaml = """
      nlu:
      - intent: paie
        examples: |
          - la paie
      - lookup: mois
        examples: |
          - janvier
      - intent: conges
        examples: |
          - mes congés
      stories:
      - story: une
        steps:
        - intent: paie
        - action: utter_paie
        - slot_was_set:
          - mois: mai
      """
    let corpus = try #require(IntentCorpus.read(yaml, file: "nlu.yml"))
    #expect(corpus.map(\.text) == ["la paie", "mes congés"])
    #expect(corpus.map(\.intent) == ["paie", "conges"])
    #expect(corpus.map(\.line) == [4, 10])
  }

  @Test(arguments: [
    #"{"intents":{}}"#, #"{"intents":{"a":{"utterances":3}}}"#, #"{"data":[]}"#, #"{"data":3}"#,
    #"{"intents":3}"#, "{}", "{\"a\":", "[1]", "",
  ])
  func brokenCorporaGiveNothing(text: String) {
    #expect(IntentCorpus.read(text, file: "x.json")?.isEmpty ?? true)
  }
}

/// The answer base, its services and its deadlines as rows.
@Suite struct KnowledgeRowTests {
  @Test func anAnswerSurvivesItsRow() throws {
    var generator = SplitMix64(seed: 92)
    let today = CallsBench.today
    for number in 0..<60 {
      func day() -> CalendarDate? {
        generator.below(3) == 0 ? nil : today.adding(days: generator.below(2000) - 1000)
      }
      let answer = Answer(
        key: "x/\(number)", intent: "x", title: LocalizedText(fr: "Titre \(number)", en: "Title"),
        kind: Answer.Kind.allCases[generator.below(3)],
        text: "Texte « \(number) », d’aujourd’hui ; fin.",
        source: generator.below(2) == 0 ? "" : "fiche, page 3", checked: day(), validFrom: day(),
        validTo: day(), redirect: "Cesu", keywords: (0..<generator.below(4)).map { "mot clé \($0)" }
      )
      #expect(
        AnswerRow.answers([KnowledgeRow(key: answer.key, values: AnswerRow.values(answer))]) == [
          answer
        ])
    }
  }

  @Test(arguments: [
    ("nounou|garde d'enfants", ["nounou", "garde d'enfants"]),
    ("nounou, garde d'enfants", ["nounou", "garde d'enfants"]),
    ("nounou;garde d'enfants", ["nounou", "garde d'enfants"]),
    ("nounou garde", ["nounou", "garde"]),
    ("nounou", ["nounou"]), ("", []), (" ,; |", []), ("a, a ,b", ["a", "b"]),
  ])
  func keywordsAreParted(written: String, words: [String]) throws {
    let service = try AnswerReader.service(["service": "p", "keywords": written])
    #expect(service.keywords == words && service.name == "p")
    let row = KnowledgeRow(key: "p", values: ServiceRow.values(service))
    #expect(ServiceRow.services([row]) == [service], "the row reads back")
  }

  @Test func aSingleKeywordOfSeveralWordsStaysOne() {
    let service = RedirectService(code: "p", name: "Pajemploi", keywords: ["garde d'enfants"])
    let row = KnowledgeRow(key: "p", values: ServiceRow.values(service))
    #expect(ServiceRow.services([row]) == [service])
  }

  @Test(
    arguments: [
      ([:], nil), (["intent": ""], nil), (["intent": "x"], "x/4"), (["id": "x"], "x/4"),
      (["intent": "", "id": "y"], "y/4"), (["intent": "x", "key": ""], "x/4"),
      (["intent": "x", "key": "k"], "k"), (["intent": String(repeating: "x", count: 81)], nil),
      (["intent": "x", "kind": "shout"], nil), (["intent": "x", "kind": ""], "x/4"),
      (["intent": "x", "checked": "hier"], nil), (["intent": "x", "checked": "2026-02-30"], nil),
      (["intent": "x", "valid_from": "2026-13-01"], nil), (["intent": "x", "checked": ""], "x/4"),
    ] as [([String: String], String?)])
  func rowsOfAnswersAreChecked(fields: [String: String], key: String?) {
    #expect((try? AnswerReader.answer(fields, number: 4))?.key == key)
  }

  @Test(arguments: [
    (["title_fr": "T"], "T", "T"), (["title": "T"], "T", "T"),
    (["title_fr": "", "title": "T"], "T", "T"),
    ([:], "x", "x"), (["title_fr": ""], "x", "x"), (["title_fr": "T", "title_en": "E"], "T", "E"),
    (["title_fr": "T", "title_en": ""], "T", "T"),
  ])
  func anAnswerHasATitle(fields: [String: String], fr: String, en: String) throws {
    let answer = try AnswerReader.answer(fields.merging(["intent": "x"]) { $1 }, number: 1)
    #expect(answer.title == LocalizedText(fr: fr, en: en))
  }

  @Test func keywordsAreBounded() throws {
    let many = (0..<500).map(String.init).joined(separator: "|")
    let answer = try AnswerReader.answer(["intent": "x", "keywords": many], number: 1)
    #expect(answer.keywords.count == AnswerReader.keywordLimit)
    #expect(throws: FieldError.self) { try AnswerReader.service(["name": "sans code"]) }
  }

  @Test(arguments: [
    ("2026-12-05", "a, b;c|d e", ["a", "b", "c", "d", "e"]), ("2026-12-05", "", []),
  ])
  func deadlinesHaveIntents(date: String, intents: String, wanted: [String]) {
    let rows = [KnowledgeRow(key: "DSN", values: ["date": date, "intents": intents])]
    #expect(DeadlineRow.deadlines(rows).map(\.intents) == [Set(wanted)])
    #expect(DeadlineRow.deadlines(rows).map(\.title) == ["DSN"])
  }

  @Test(arguments: ["", "hier", "2026-02-30", "05/12/2026"])
  func adeadlineWithoutADayIsNone(date: String) {
    #expect(DeadlineRow.deadlines([KnowledgeRow(key: "x", values: ["date": date])]).isEmpty)
    #expect(DeadlineRow.deadlines([KnowledgeRow(key: "x", values: [:])]).isEmpty)
  }

  @Test(arguments: [
    ("false_answers", "0.05", 0.05, 90), ("false_answers", "0", 0.13, 90),
    ("false_answers", "0.51", 0.13, 90), ("false_answers", "nan", 0.13, 90),
    ("false_answers", "inf", 0.13, 90), ("false_answers", "x", 0.13, 90),
    ("retention_days", "30", 0.13, 30), ("retention_days", "0", 0.13, 90),
    ("retention_days", "3650", 0.13, 3650), ("retention_days", "3651", 0.13, 90),
    ("retention_days", "-1", 0.13, 90), ("autre", "1", 0.13, 90),
  ])
  func settingsAreBounded(key: String, value: String, answers: Double, days: Int) {
    let settings = CallSettings([KnowledgeRow(key: key, values: ["value": value])])
    #expect(settings.falseAnswers == answers && settings.retentionDays == days)
    #expect(CallSettings([KnowledgeRow(key: key, values: [:])]) == CallSettings([]))
  }
}

/// Lines of the exchange that are torn or absurd.
@Suite struct TelephonyHostileTests {
  private static func details(_ start: String, unique: String = "") -> (
    calls: [CallRecord], refused: [Refusal]
  ) {
    let line = [
      "c", "0353010123", "800", "in", "", "SIP/1", "", "Queue", "cea", start, "", "", "1", "1",
      "NO ANSWER", "DOC", unique,
    ].map { "\"\($0)\"" }.joined(separator: ",")
    var refused: [Refusal] = []
    var reader = CallDetailReader(file: "m") { refused.append($0) }
    reader.read(line, number: 7)
    return (reader.calls, refused)
  }

  @Test(arguments: [
    "", "hier", "2026-02-30 08:00:00", "2026-11-05", "2026-11-05 24:00:00", "2026-11-05 08:60:00",
    "2026-11-05 08:00:61", "2026-11-05 -1:00:00", "2026-11-05 9223372036854775807:00:00",
    "2026-11-05 99999999999999999999:1:1", "2026-11-05 08:00", "2026-11-05 aa:bb:cc",
  ])
  func aTimeThatDoesNotExistIsRefused(start: String) {
    let (calls, refused) = Self.details(start)
    #expect(calls.isEmpty && refused.map(\.line) == [7])
  }

  @Test(arguments: [
    ("2026-11-05 00:00:00", "2026-11-05T00:00:00Z"),
    ("2026-11-05 23:59:59", "2026-11-05T23:59:59Z"),
    ("2024-02-29 12:00:00", "2024-02-29T12:00:00Z"),
  ])
  func aTimeIsRead(start: String, iso: String) {
    #expect(Self.details(start).calls.map(\.start.iso) == [iso])
  }

  @Test(arguments: ["1793865665.1", "abc", "99", "9999999999999999", "-5", "1793865665"])
  func theIdentifierTellsTheTimeWhereItCan(unique: String) {
    let start = Self.details("2026-11-05 08:00:00", unique: unique).calls.first?.start
    let isEpoch = unique.hasPrefix("1793865665")
    #expect(start?.milliseconds == (isEpoch ? 1_793_865_665_000 : 1_793_865_600_000))
  }

  @Test(
    arguments: [
      (#"a,b"#, ["a", "b"]), (#""a,b",c"#, ["a,b", "c"]), (#""a""b""#, [#"a"b"#]), (#""""#, [""]),
      ("", [""]), (",", ["", ""]), ("a\r", ["a"]), (#""ouvert"#, nil),
    ] as [(String, [String]?)])
  func fieldsAreParted(line: String, fields: [String]?) {
    #expect(CallDetailReader.fields(line) == fields)
  }

  @Test(arguments: [
    ("ENTERQUEUE", "|0353010123|1", CallRecord.Outcome.abandoned, 0),
    ("CONNECT", "12|x|1", .answered, 12),
    ("COMPLETEAGENT", "12|34|1", .answered, 12), ("COMPLETECALLER", "5|34|1", .answered, 5),
    ("ABANDON", "1|1|99", .abandoned, 99), ("EXITWITHTIMEOUT", "1|1|188", .timedOut, 188),
    ("EXITWITHKEY", "1|2|4|112", .leftByKey, 112), ("EXITEMPTY", "1|1|7", .emptyQueue, 7),
    ("WITHDRAW", "", .abandoned, 0), ("ABANDON", "1|1|-5", .abandoned, 0),
    ("ABANDON", "1|1|99999999999999999999", .abandoned, 0),
    ("ABANDON", "1|1|999999", .abandoned, 86_400),
    ("ABANDON", "", .abandoned, 0),
  ])
  func eventsEndCalls(event: String, data: String, outcome: CallRecord.Outcome, wait: Int) {
    var reader = QueueLogReader(file: "q") { _ in }
    reader.read("1793865665|a|cea|NONE|\(event)|\(data)", number: 1)
    #expect(reader.calls["a"]?.outcome == outcome && reader.calls["a"]?.wait == wait)
  }

  @Test(arguments: [
    "", "   ", "1793865665|a|q|NONE|ADDMEMBER|", "1793865665|NONE|NONE|NONE|QUEUESTART|",
  ])
  func silentLinesAreNoCalls(line: String) {
    var refused = 0
    var reader = QueueLogReader(file: "q") { _ in refused += 1 }
    reader.read(line, number: 1)
    #expect(reader.calls.isEmpty && refused == 0 && reader.refusedCount == 0)
  }

  @Test(arguments: [
    "1e9|a|q|NONE|ABANDON|", "|a|q|NONE|ABANDON|", "1099511627776|a|q|NONE|ABANDON|",
    "99999999999999999999|a|q|NONE|ABANDON|", "1793865665|a|q|NONE", "1793865665|a|q|NONE|DANSE|",
    "1793865665;a;q;NONE;ABANDON",
  ])
  func absurdLinesAreRefused(line: String) {
    var refused: [Refusal] = []
    var reader = QueueLogReader(file: "q") { refused.append($0) }
    reader.read(line, number: 3)
    #expect(reader.calls.isEmpty && refused.map(\.line) == [3] && reader.refusedCount == 1)
  }

  @Test(arguments: [
    ("\"ASSO\" <0353010123>", "0353010123"), ("0353010123", "0353010123"),
    ("\"ASSO 1901\" <anonymous>", ""), ("Association 1901", ""), ("", ""), ("<>", ""),
    ("\"A\" <+33353010123>", "0353010123"), ("\"1901\" <0353010123>", "0353010123"),
  ])
  func theDigitsOfANameAreNoNumber(caller: String, number: String) {
    let text = "[message]\ncallerid=\(caller)\norigtime=1793868908\nduration=x\n"
    let message = VoicemailReader.message(text, url: URL(fileURLWithPath: "/x/msg1.txt")).message
    #expect(message?.caller == number && message?.duration == 0 && message?.name == "msg1")
  }

  @Test func aRecordingBesideItsMessageIsFound() throws {
    try CallFiles.with(["msg1.txt": "x", "msg1.WAV": "x"]) { folder in
      let message = VoicemailReader.message(
        "[message]\norigtime=1793868908\nduration=99999999\n",
        url: folder.appendingPathComponent("msg1.txt")
      ).message
      #expect(message?.audio.hasSuffix("msg1.WAV") == true && message?.duration == 86_400)
    }
  }

  @Test(
    arguments: [
      (#"{"call":"1","time":5,"turns":[]}"#, 0),
      (#"{"call":"1","time":"5","turns":[{"text":"a"}]}"#, 1),
      (#"{"call":"1","time":5,"turns":[{"who":"bot"},{"text":"a"}]}"#, 1),
      (#"{"call":"","time":5,"turns":[]}"#, nil),
      (#"{"call":"1","time":-5,"turns":[]}"#, nil), (#"{"call":"1","time":1e99,"turns":[]}"#, nil),
      (#"{"call":"1","time":"nan","turns":[]}"#, nil), (#"{"call":"1","turns":[]}"#, nil),
      (#"{"call":"1","time":5,"turns":{}}"#, nil), (#"{"call":"1","time":5}"#, nil), ("[]", nil),
    ] as [(String, Int?)])
  func dialoguesAreChecked(json: String, turns: Int?) throws {
    try CallFiles.with(["d.jsonl": json + "\n"]) { folder in
      let reader = try JSONRecordReader(
        url: folder.appendingPathComponent("d.jsonl"), refused: { _ in })
      let dialogue = try reader.next().flatMap { DialogueReader.dialogue($0.value) }
      #expect(dialogue?.turns.count == turns)
    }
  }

  @Test func aDialogueIsBounded() throws {
    let turns = Array(repeating: #"{"who":"caller","text":"a"}"#, count: 500).joined(separator: ",")
    try CallFiles.with(["d.jsonl": #"{"call":"1","time":5,"turns":[\#(turns)]}"#]) { folder in
      let reader = try JSONRecordReader(
        url: folder.appendingPathComponent("d.jsonl"), refused: { _ in })
      let dialogue = try reader.next().flatMap { DialogueReader.dialogue($0.value) }
      #expect(dialogue?.turns.count == BotDialogue.turnLimit)
      #expect(dialogue?.turns.allSatisfy { !$0.isBot } == true)
    }
  }
}
