import Foundation
import Review
import Tables

/// Reads files one after the other into one corpus.
struct CallSourceCollector {
  private(set) var sources = CallSources()
  private(set) var firstRefusal: Refusal?
  private let observer: any AnalysisObserver

  init(observer: any AnalysisObserver) { self.observer = observer }

  static let expected = LocalizedText(
    fr:
      "un queue_log, un CDR, une messagerie, des dialogues, une base de réponses, des services ou "
      + "des énoncés étiquetés (text, intent)",
    en: "a queue_log, a CDR, voicemail, dialogues, an answer base, services or labelled utterances "
      + "(text, intent)")

  private mutating func refuse(
    _ file: String, _ line: Int?, _ found: String, _ expected: LocalizedText
  ) {
    let refusal = Refusal(file: file, line: line, found: found, expected: expected)
    firstRefusal = firstRefusal ?? refusal
    observer.refused(refusal)
  }

  /// Reads a file; one that cannot be taken is refused and the rest goes on.
  mutating func read(_ url: URL) {
    let name = url.lastPathComponent
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe),
      data.count <= CallSourceReader.sizeLimit
    else {
      return refuse(
        name, nil, url.path,
        LocalizedText(
          fr: "un fichier lisible de 256 Mo au plus", en: "a readable file, 256 MB at most"))
    }
    let hash = FileDigest.sha256(data)
    var bytes = [UInt8](data)
    if Gzip.isGzip(bytes) {
      do {
        bytes = try Gzip.decompress(bytes, limit: CallSourceReader.sizeLimit)
      } catch {
        return refuse(
          name, nil, "gzip", LocalizedText(fr: "un fichier gzip entier", en: "a whole gzip file"))
      }
    }
    guard !bytes.prefix(4096).contains(0) else { return refuse(name, nil, "\0", Self.expected) }
    let before = count
    let refusedBefore = refusedCount
    guard take(String(decoding: bytes, as: UTF8.self), url) else { return }
    sources.files.append(
      SourceFile(
        name: name, sha256: hash, rows: count - before, refused: refusedCount - refusedBefore))
  }

  private var refusedCount = 0

  private var count: Int {
    sources.queued.count + sources.detailed.count + sources.voicemails.count
      + sources.transcripts.count + sources.dialogues.count + sources.utterances.count
      + sources.knowledge.values.reduce(0) { $0 + $1.count }
  }

  private mutating func take(_ text: String, _ url: URL) -> Bool {
    let name = url.lastPathComponent
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let head = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }).map(String.init) else {
      refuse(name, nil, "", Self.expected)
      return false
    }
    if name.hasPrefix("queue_log") || QueueLogLine.fits(head) {
      return takeQueueLog(lines, name)
    }
    if CallDetailReader.fits(head) { return takeDetails(lines, name) }
    if VoicemailReader.fits(text), text.utf8.count <= VoicemailReader.sizeLimit {
      return takeVoicemail(text, url)
    }
    if let corpus = IntentCorpus.read(text, file: name) {
      sources.utterances += corpus
      return true
    }
    return takeTable(url)
  }

  private mutating func takeQueueLog(_ lines: [Substring], _ name: String) -> Bool {
    var reader = QueueLogReader(file: name, refused: observer.refused)
    for (number, line) in lines.enumerated() { reader.read(String(line), number: number + 1) }
    refusedCount += reader.refusedCount
    sources.queued += reader.calls.values.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    return reader.rows > 0
  }

  private mutating func takeDetails(_ lines: [Substring], _ name: String) -> Bool {
    var reader = CallDetailReader(file: name, refused: observer.refused)
    for (number, line) in lines.enumerated() { reader.read(String(line), number: number + 1) }
    refusedCount += reader.refusedCount
    sources.detailed += reader.calls
    return true
  }

  private mutating func takeVoicemail(_ text: String, _ url: URL) -> Bool {
    let (message, missing) = VoicemailReader.message(text, url: url)
    guard let message else {
      refuse(url.lastPathComponent, nil, missing, LocalizedText(same: "origtime=EPOCH"))
      return false
    }
    sources.voicemails.append(message)
    return true
  }

  private mutating func takeTable(_ url: URL) -> Bool {
    let observer = observer
    do {
      let file = UtteranceFile(refused: observer.refused)
      guard let names = try UtteranceFile.columns(url) else {
        refuse(url.lastPathComponent, nil, "", Self.expected)
        return false
      }
      if names.contains("turns") { return takeDialogues(url) }
      if names.isSuperset(of: ["message", "text"]) { return takeTranscripts(try file.rows(url)) }
      if let table = Self.table(names) { return takeKnowledge(table, try file.rows(url), url) }
      if !names.isDisjoint(with: UtteranceFile.textNames) {
        sources.utterances += try file.utterances(url)
        return true
      }
      refuse(url.lastPathComponent, 1, names.sorted().joined(separator: " | "), Self.expected)
    } catch {
      firstRefusal = firstRefusal ?? error.refusal
      observer.refused(error.refusal)
    }
    return false
  }

  /// The knowledge table whose columns a file has.
  private static func table(_ names: Set<String>) -> String? {
    if !names.isDisjoint(with: ["answer_fr", "answer"]) { return CallsPanel.Table.answers }
    if names.isSuperset(of: ["service", "keywords"]) { return CallsPanel.Table.services }
    return names.contains("deadline") ? CallsPanel.Table.deadlines : nil
  }

  private mutating func takeTranscripts(_ rows: [(line: Int, fields: [String: String])]) -> Bool {
    for row in rows {
      guard let name = row.fields["message"], let text = row.fields["text"] else { continue }
      sources.transcripts[name] = (
        String(text.prefix(UtteranceFile.longest)), row.fields["uniqueid"] ?? ""
      )
    }
    return true
  }

  private mutating func takeDialogues(_ url: URL) -> Bool {
    do {
      let reader = try JSONRecordReader(url: url, refused: observer.refused)
      while let record = try reader.next() {
        if let dialogue = DialogueReader.dialogue(record.value) {
          sources.dialogues.append(dialogue)
        } else {
          refusedCount += 1
          reader.refuse(record, found: "turns", expected: DialogueReader.expected)
        }
      }
      return true
    } catch {
      observer.refused(error.refusal)
      return false
    }
  }

  /// A row that is not one of its table is refused; the rest is taken.
  private mutating func takeKnowledge(
    _ table: String, _ rows: [(line: Int, fields: [String: String])], _ url: URL
  ) -> Bool {
    var counts: [String: Int] = [:]
    for row in rows {
      do {
        let values: [String: String]
        switch table {
        case CallsPanel.Table.answers:
          let intent = row.fields["intent"] ?? row.fields["id"] ?? ""
          counts[intent, default: 0] += 1
          values = AnswerRow.values(
            try AnswerReader.answer(row.fields, number: counts[intent] ?? 1))
        case CallsPanel.Table.services:
          values = ServiceRow.values(try AnswerReader.service(row.fields))
        default: values = DeadlineRow.values(row.fields)
        }
        let declared = CallsPanel.panel.tables.first { $0.name == table }
        guard let checked = try declared?.validated(KnowledgeRow(key: "", values: values)) else {
          continue
        }
        sources.knowledge[table, default: []].append(checked)
      } catch let error as FieldError {
        refusedCount += 1
        refuse(url.lastPathComponent, row.line, error.found, error.expected)
      } catch {
        refusedCount += 1
        refuse(
          url.lastPathComponent, row.line, "\(error)",
          LocalizedText(fr: "une ligne de la table \(table)", en: "a row of the table \(table)"))
      }
    }
    return true
  }
}

/// How a line of a queue log looks.
enum QueueLogLine {
  static func fits(_ line: String) -> Bool {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false)
    return fields.count >= 5 && fields[0].count >= 9 && Int(fields[0]) != nil
  }
}
