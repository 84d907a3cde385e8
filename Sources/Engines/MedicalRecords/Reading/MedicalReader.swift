import Foundation
import Programs
import Review
import Tables

/// Reads the files and folders a user gives to the medical panel: one file per report, one folder
/// per patient, or tables of notes. What cannot be taken is reported; the rest goes on.
struct MedicalReader {
  /// The most files of all sources.
  static let fileLimit = 50_000
  /// The most notes of all sources.
  static let noteLimit = 200_000
  /// The largest file that is one document, in bytes.
  static let documentLimit = 32 << 20
  /// The deepest folder that is looked into.
  static let depthLimit = 4

  private static let pdfMark = Array("%PDF-".utf8)

  let observer: any AnalysisObserver
  /// Reads PDF by `pdftotext`, in a process of its own.
  var pdf = PDFText()
  private(set) var sources = MedicalSources()
  private var failures = 0
  private var first: Refusal?

  init(observer: any AnalysisObserver) { self.observer = observer }

  /// A file to be read and the patient its folder names.
  struct Item {
    var url: URL
    var patient: String
  }

  /// - Throws: `EngineError.unreadable` when nothing could be read at all.
  mutating func read(_ urls: [URL]) throws -> MedicalSources {
    let items = files(urls)
    for (index, item) in items.enumerated() {
      if observer.isCancelled { throw CancellationError() }
      read(item)
      observer.progressed(
        AnalysisProgress(
          stage: LocalizedText(fr: "lecture des dossiers", en: "reading records"),
          done: index + 1, total: items.count))
    }
    if sources.files.isEmpty, let first { throw EngineError.unreadable(first) }
    return sources
  }

  // MARK: Folders

  private mutating func files(_ urls: [URL]) -> [Item] {
    var items: [Item] = []
    for url in urls { collect(url, patient: "", depth: 0, into: &items) }
    if items.count > Self.fileLimit {
      refuse(
        Refusal(
          file: urls.first?.lastPathComponent ?? "", line: nil, found: "\(items.count)",
          expected: LocalizedText(
            fr: "\(Self.fileLimit) fichiers au plus", en: "\(Self.fileLimit) files at most")))
      items.removeSubrange(Self.fileLimit...)
    }
    return items
  }

  private func collect(_ url: URL, patient: String, depth: Int, into items: inout [Item]) {
    var isFolder: ObjCBool = false
    let manager = FileManager.default
    guard manager.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue else {
      items.append(Item(url: url, patient: patient))
      return
    }
    guard depth < Self.depthLimit,
      let names = try? manager.contentsOfDirectory(atPath: url.path).sorted()
    else { return }
    // A folder inside the one that was given is a patient's.
    let own = depth == 0 ? "" : patient.isEmpty ? url.lastPathComponent : patient
    for name in names where !name.hasPrefix(".") && !Self.isLeftAside(name) {
      collect(url.appendingPathComponent(name), patient: own, depth: depth + 1, into: &items)
    }
  }

  /// Explanations and the annotations of a text beside it are no reports of their own.
  private static func isLeftAside(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix("readme") || lower.hasSuffix(".ann") || lower.hasSuffix(".py")
  }

  // MARK: Files

  private mutating func read(_ item: Item) {
    let name = item.url.lastPathComponent
    let before = failures
    let taken = sources.notes.count + sources.terms.count
    switch item.url.pathExtension.lowercased() {
    case "csv", "tsv", "jsonl", "json", "ndjson": readTable(item)
    case "pdf": readPDF(item)
    default: readDocument(item)
    }
    let rows = sources.notes.count + sources.terms.count - taken
    if rows > 0 || failures > before {
      let hash = (try? FileDigest.sha256(item.url)) ?? ""
      if rows > 0 {
        sources.files.append(
          SourceFile(name: name, sha256: hash, rows: rows, refused: failures - before))
      }
    }
  }

  mutating func refuse(_ refusal: Refusal) {
    failures += 1
    first = first ?? refusal
    observer.refused(refusal)
  }

  mutating func take(_ note: PatientNote) {
    guard sources.notes.count < Self.noteLimit else {
      return refuse(
        Refusal(
          file: note.file, line: note.line, found: "\(Self.noteLimit + 1)",
          expected: LocalizedText(
            fr: "\(Self.noteLimit) documents au plus", en: "\(Self.noteLimit) documents at most")))
    }
    guard note.text.contains(where: { !$0.isWhitespace }) else {
      return refuse(
        Refusal(
          file: note.file, line: note.line, found: "",
          expected: LocalizedText(fr: "un texte", en: "a text")))
    }
    sources.notes.append(note)
  }

  private mutating func readDocument(_ item: Item) {
    let name = item.url.lastPathComponent
    guard let data = try? Data(contentsOf: item.url, options: .mappedIfSafe) else {
      return refuse(
        Refusal(
          file: name, line: nil, found: "",
          expected: LocalizedText(fr: "un fichier lisible", en: "a readable file")))
    }
    guard data.count <= Self.documentLimit else {
      return refuse(
        Refusal(
          file: name, line: nil, found: "\(data.count)",
          expected: LocalizedText(
            fr: "\(Self.documentLimit >> 20) Mo au plus",
            en: "\(Self.documentLimit >> 20) MB at most")
        ))
    }
    if data.starts(with: Self.pdfMark) { return readPDF(item) }
    guard !Self.isBinary(data.prefix(4096)) else {
      return refuse(
        Refusal(
          file: name, line: nil, found: "…",
          expected: LocalizedText(fr: "du texte, du XML ou du HL7", en: "text, XML or HL7")))
    }
    readText(TextDecoding.text([UInt8](data)), item)
  }

  private static func isBinary(_ head: Data) -> Bool {
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    return !isWide && head.contains(0)
  }

  private mutating func readText(_ text: String, _ item: Item) {
    let name = item.url.lastPathComponent
    if HL7MessageReader.isMessage(text) {
      for note in HL7MessageReader.read(text, file: name, patient: item.patient) {
        take(located(note, item))
      }
      return
    }
    let head = text.prefix(200).drop(while: \.isWhitespace)
    guard
      head.hasPrefix("<?xml") || head.hasPrefix("<ClinicalDocument") || head.hasPrefix("<!DOCTYPE")
    else {
      var note = TextNoteReader.read(text, file: name, patient: item.patient)
      note.annotations = annotations(beside: item.url, length: text.unicodeScalars.count)
      return take(located(note, item))
    }
    do {
      take(
        located(
          try ClinicalDocumentReader.read(text, file: name, patient: item.patient), item))
    } catch let problem as XMLScanner.Problem {
      refuse(
        Refusal(file: name, line: problem.line, found: problem.found, expected: problem.expected))
    } catch {
      refuse(
        Refusal(
          file: name, line: nil, found: "", expected: LocalizedText(fr: "un CDA", en: "a CDA")))
    }
  }

  /// Files of two patients may have the same name.
  func located(_ note: PatientNote, _ item: Item) -> PatientNote {
    var note = note
    if !item.patient.isEmpty { note.key = "\(item.patient)/\(note.key)" }
    return note
  }

  private mutating func annotations(beside url: URL, length: Int) -> [NoteAnnotation] {
    let file = url.deletingPathExtension().appendingPathExtension("ann")
    guard let data = try? Data(contentsOf: file), data.count <= Self.documentLimit else {
      return []
    }
    var refusals: [Refusal] = []
    let annotations = BratReader.annotations(
      TextDecoding.text([UInt8](data)), file: file.lastPathComponent, length: length,
      refused: { refusals.append($0) })
    for refusal in refusals { refuse(refusal) }
    return annotations
  }

  // MARK: Tables

  private mutating func readTable(_ item: Item) {
    var refusals: [Refusal] = []
    var notes: [PatientNote] = []
    var terms: [GivenTerm] = []
    do {
      let isJSON =
        item.url.pathExtension.lowercased().hasPrefix("j")
        || item.url.pathExtension.lowercased() == "ndjson"
      if isJSON {
        try NoteTableReader.readJSON(item.url, notes: &notes, refused: { refusals.append($0) })
      } else {
        try NoteTableReader.readTable(
          item.url, notes: &notes, terms: &terms, refused: { refusals.append($0) })
      }
    } catch let error as TableError {
      refusals.append(error.refusal)
    } catch {
      refusals.append(
        Refusal(
          file: item.url.lastPathComponent, line: nil, found: "",
          expected: LocalizedText(fr: "une table de notes", en: "a table of notes")))
    }
    for refusal in refusals { refuse(refusal) }
    for note in notes { take(note) }
    sources.terms += terms
  }
}
