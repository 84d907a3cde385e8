import Review

/// All letters and answers: what was read now and what the store holds.
struct LetterMaterial {
  /// The number of stored letters that are decoded at a time.
  private static let batchSize = 512

  /// The letters, by key.
  private(set) var letters: [ReadLetter] = []
  /// The answers, by item.
  private(set) var answers: [String: OperatorAnswer] = [:]
  /// The keys of the letters that were read now and are not in the store as they are.
  private(set) var fresh: Set<String> = []
  /// These letters.
  private(set) var freshLetters: [ReadLetter] = []

  init(_ sources: LetterSources, records: any RecordSource) throws {
    var byKey: [String: ReadLetter] = [:]
    var batch: [SourceRecord] = []
    func take() {
      for (record, letter) in zip(batch, Parallel.map(batch) { StoredLetters.letter($0) }) {
        byKey[record.key] = letter
      }
      batch.removeAll(keepingCapacity: true)
    }
    try records.forEachRecord(project: .letters, kind: StoredLetters.letterKind) { record in
      batch.append(record)
      if batch.count == Self.batchSize { take() }
      return true
    }
    take()
    for read in sources.letters {
      let key = read.letter.key
      if byKey[key]?.sha256 == read.sha256, !fresh.contains(key) { continue }
      byKey[key] = read
      fresh.insert(key)
      freshLetters.append(read)
    }
    var cases: [String: CaseRow] = [:]
    try records.forEachRecord(project: .letters, kind: StoredLetters.caseKind) { record in
      cases[record.key] = StoredLetters.value(record, CaseRow.self)
      return true
    }
    cases.merge(sources.cases) { $1 }
    letters = byKey.keys.sorted().compactMap { byKey[$0] }.map { Self.completed($0, cases) }
    try records.forEachRecord(project: .letters, kind: StoredLetters.answerKind) { record in
      answers[record.key] = StoredLetters.value(record, OperatorAnswer.self)
      return true
    }
    for answer in sources.answers { answers[answer.itemID] = answer }
  }

  /// The judged passages of the store, by identifier.
  static func judged(_ records: any RecordSource) throws -> [JudgedPassage] {
    var judged: [JudgedPassage] = []
    try records.forEachRecord(project: .letters, kind: StoredLetters.judgedKind) { record in
      if let passage = StoredLetters.judged(record) { judged.append(passage) }
      return true
    }
    return judged
  }

  /// What the letter does not say, the export of the case system may.
  private static func completed(_ read: ReadLetter, _ cases: [String: CaseRow]) -> ReadLetter {
    guard let known = cases[read.letter.inspection] ?? cases[read.letter.reference] else {
      return read
    }
    var read = read
    if read.letter.site.isEmpty { read.letter.site = known.site }
    if read.letter.theme.isEmpty { read.letter.theme = known.theme }
    if read.letter.sector.isEmpty { read.letter.sector = known.sector }
    if read.letter.operatorName.isEmpty { read.letter.operatorName = known.operatorName }
    if read.letter.date == nil { read.letter.date = known.date }
    return read
  }

  /// The answer to an item: its own, else that to the whole letter.
  func answer(_ item: LetterItem, of letter: Letter) -> OperatorAnswer? {
    let code = item.id.split(separator: "#").last ?? ""
    for number in [letter.inspection, letter.reference] where !number.isEmpty {
      if let answer = answers["\(number)#\(code)"] ?? answers["\(number)#"] { return answer }
    }
    return nil
  }
}
