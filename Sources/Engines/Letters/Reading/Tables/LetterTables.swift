import Foundation
import Language
import Review
import Tables

/// Reads the tables that go with letters: answers, exports of the case system, judged passages.
enum LetterTables {
  /// The names by which columns are recognised.
  static let columns = ColumnMapping([
    "inspection": ["inspection", "numero_inspection", "Lettre", "letter", "name", "lettre"],
    "item": ["item", "demande", "request", "point"],
    "answered": ["answered_on", "repondu_le", "date_reponse", "réponse", "answer_date"],
    "closed": ["closed_on", "cloture_le", "soldé_le", "date_cloture", "closed"],
    "date": ["Date", "sent_date", "date_lettre"],
    "theme": ["Thème", "theme", "theme_principal"],
    "site": ["Site", "site_name", "interlocutor_name"],
    "operator": ["Exploitant", "operator", "exploitant"],
    "sector": ["Secteur", "sector"],
    "text": ["sentence", "text", "texte", "phrase", "passage"],
    "level": ["level", "niveau", "label", "vigilance"],
  ])

  /// Reads a file into the sources; what it holds is told by its columns.
  static func read(_ url: URL, into sources: inout LetterSources, log: RefusalLog) {
    do {
      if ["json", "jsonl", "ndjson"].contains(url.pathExtension.lowercased()) {
        try readJSON(url, into: &sources, log: log)
      } else {
        try readTable(url, into: &sources, log: log)
      }
    } catch let error as TableError {
      log.refused(error.refusal)
    } catch {
      log.refused(
        Refusal(
          file: url.lastPathComponent, line: nil, found: "\(error)",
          expected: LocalizedText(fr: "un tableau lisible", en: "a readable table")))
    }
  }

  private static func readJSON(
    _ url: URL, into sources: inout LetterSources, log: RefusalLog
  ) throws {
    let rows = try SentenceRow.read([url], refused: log.refused)
    let judged = rows.filter { $0.level != nil }
    sources.judged += judged.map { row in
      JudgedPassage(
        // Lines of two files have the same numbers.
        id: row.givenID ?? textID(row.text), text: row.text, level: row.level ?? 0,
        group: row.block.isEmpty ? row.givenID ?? textID(row.text) : row.block)
    }
    add(url, rows: judged.count, refused: rows.count - judged.count, to: &sources)
  }

  private static func textID(_ text: String) -> String { String(StableHash.of(text), radix: 16) }

  private static func add(
    _ url: URL, rows: Int, refused: Int, to sources: inout LetterSources
  ) {
    let hash = (try? FileDigest.sha256(url)) ?? ""
    sources.files.append(
      SourceFile(name: url.lastPathComponent, sha256: hash, rows: rows, refused: refused))
  }

  private static func readTable(
    _ url: URL, into sources: inout LetterSources, log: RefusalLog
  ) throws {
    let reader = try TableReader(url: url, refused: log.refused)
    let places = try columns.resolve(
      in: reader.header, file: reader.file, line: reader.headerLine, required: [])
    let isAnswers = places["answered"] != nil || places["closed"] != nil
    let isJudged = places["text"] != nil && places["level"] != nil
    guard isJudged || places["inspection"] != nil, isJudged || isAnswers || places["site"] != nil
    else {
      throw TableError(
        .columns,
        Refusal(
          file: reader.file, line: reader.headerLine,
          found: reader.header.names.joined(separator: " | "),
          expected: LocalizedText(
            fr: "les colonnes inspection, item, answered_on (réponses), Lettre, Site (export) ou "
              + "sentence, label (annotations)",
            en: "the columns inspection, item, answered_on (answers), Lettre, Site (export) or "
              + "sentence, label (annotations)")))
    }
    try reader.forEachRow { row in
      do {
        if isJudged {
          sources.judged.append(try judged(row, places))
        } else if isAnswers {
          sources.answers.append(try answer(row, places))
        } else {
          let known = try caseRow(row, places)
          sources.cases[known.inspection] = known
        }
      } catch let error as FieldError {
        reader.refuse(row, error)
      }
    }
    add(url, rows: reader.rowCount, refused: reader.refusedCount, to: &sources)
  }

  private static func inspection(_ row: TableRow, _ places: ResolvedColumns) throws -> String {
    let text = row.text(places["inspection"])
    guard let number = LetterNumber.numbers(in: text).first else {
      throw FieldError(
        found: text,
        expected: LocalizedText(
          fr: "un numéro d’inspection (INSSN-LYO-2024-0412)",
          en: "an inspection number (INSSN-LYO-2024-0412)"))
    }
    return number.text
  }

  private static func answer(_ row: TableRow, _ places: ResolvedColumns) throws -> OperatorAnswer {
    OperatorAnswer(
      inspection: try inspection(row, places),
      item: OperatorAnswer.canonicalItem(row.text(places["item"])),
      answered: try FieldParser.date(row.text(places["answered"])),
      closed: try FieldParser.date(row.text(places["closed"])))
  }

  private static func caseRow(_ row: TableRow, _ places: ResolvedColumns) throws -> CaseRow {
    CaseRow(
      inspection: try inspection(row, places),
      date: try FieldParser.date(row.text(places["date"])), site: row.text(places["site"]),
      operatorName: row.text(places["operator"]), sector: row.text(places["sector"]),
      theme: row.text(places["theme"]))
  }

  private static func judged(_ row: TableRow, _ places: ResolvedColumns) throws -> JudgedPassage {
    let text = row.text(places["text"])
    let level = row.text(places["level"])
    guard !text.isEmpty, let value = Int(level), (0...2).contains(value) else {
      throw FieldError(
        found: level,
        expected: LocalizedText(fr: "un niveau 0, 1 ou 2", en: "a level 0, 1 or 2"))
    }
    let letter = row.text(places["inspection"])
    let group = letter.isEmpty ? String(StableHash.of(text)) : letter
    return JudgedPassage(
      id: textID(text), text: text, level: value, group: group)
  }
}
