import Foundation
import Review
import Tables

/// Reads letters, answers, exports and judged passages from files and folders.
struct LetterSourceReader: Sendable {
  /// The number of letters that are read at the same time.
  private static let batch = 64

  var text = LetterText()

  /// Reads all files; those whose content the store knows (`known` SHA-256) are passed over.
  ///
  /// - Throws: `EngineError.unreadable` when nothing at all could be read.
  func read(
    _ urls: [URL], known: Set<String> = [], observer: any AnalysisObserver
  ) throws -> LetterSources {
    var sources = LetterSources()
    let log = RefusalLog(observer)
    let files = LetterFolder.files(urls, refused: log.refused)
    let letters = files.filter { LetterFolder.isLetter($0) }
    var done = 0
    for start in stride(from: 0, to: letters.count, by: Self.batch) {
      if observer.isCancelled { throw CancellationError() }
      let batch = Array(letters[start..<min(start + Self.batch, letters.count)])
      let results = Parallel.map(batch) { url in
        (url, read(url, known: known, observer: observer))
      }
      for (url, result) in results { take(result, url, &sources, log) }
      done += batch.count
      observer.progressed(Self.progress(done, of: files.count))
    }
    for url in files where !LetterFolder.isLetter(url) {
      if observer.isCancelled { throw CancellationError() }
      LetterTables.read(url, into: &sources, log: log)
      done += 1
      observer.progressed(Self.progress(done, of: files.count))
    }
    if sources.files.isEmpty, let first = log.first { throw EngineError.unreadable(first) }
    return sources
  }

  private enum Outcome: Sendable {
    case letter(Letter, sha256: String)
    case known(sha256: String)
    case failure(LetterTextFailure)
  }

  private func read(
    _ url: URL, known: Set<String>, observer: any AnalysisObserver
  ) -> Outcome {
    switch text.read(url, isCancelled: { observer.isCancelled }) {
    case .failure(let failure): return .failure(failure)
    case .success(let content):
      let length = content.text.unicodeScalars.count
      guard length <= LetterParser.longestText else {
        return .failure(
          .refused(
            Refusal(
              file: url.lastPathComponent, line: nil, found: "\(length)",
              expected: LocalizedText(
                fr: "\(LetterParser.longestText) caractères au plus",
                en: "at most \(LetterParser.longestText) characters"))))
      }
      if known.contains(content.sha256) { return .known(sha256: content.sha256) }
      let letter = LetterParser().parse(content.text, file: url.lastPathComponent)
      return .letter(letter, sha256: content.sha256)
    }
  }

  private func take(
    _ outcome: Outcome, _ url: URL, _ sources: inout LetterSources, _ log: RefusalLog
  ) {
    let name = url.lastPathComponent
    switch outcome {
    case .known(let hash):
      sources.files.append(SourceFile(name: name, sha256: hash, rows: 0, refused: 0))
    case .letter(let letter, let hash):
      guard Self.isLetter(letter) else {
        log.refused(
          Refusal(
            file: name, line: 1, found: Self.firstWords(letter.text),
            expected: LocalizedText(
              fr: "une lettre de suite (synthèse, demandes, ou un numéro d’inspection)",
              en: "a follow-up letter (summary, requests, or an inspection number)")))
        return
      }
      sources.letters.append(ReadLetter(letter: letter, sha256: hash))
      sources.files.append(SourceFile(name: name, sha256: hash, rows: 1, refused: 0))
    case .failure(.refused(let refusal)): log.refused(refusal)
    case .failure(.imageOnly(_, let hash, _)):
      // A letter without a text is kept: it waits to be scanned with text recognition.
      let letter = Letter(file: name, text: "")
      sources.letters.append(ReadLetter(letter: letter, sha256: hash))
      sources.files.append(SourceFile(name: name, sha256: hash, rows: 1, refused: 0))
    }
  }

  /// Whether a text is a follow-up letter at all.
  static func isLetter(_ letter: Letter) -> Bool {
    !letter.sections.isEmpty || !letter.inspection.isEmpty
  }

  private static func firstWords(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")
  }

  private static func progress(_ done: Int, of total: Int) -> AnalysisProgress {
    AnalysisProgress(
      stage: LocalizedText(fr: "lecture des lettres", en: "reading letters"), done: done,
      total: total)
  }
}

/// Passes refusals on and keeps the first.
final class RefusalLog: @unchecked Sendable {
  private let observer: any AnalysisObserver
  private let lock = NSLock()
  private var kept: Refusal?

  init(_ observer: any AnalysisObserver) { self.observer = observer }

  /// The first refusal, or `nil`.
  var first: Refusal? { lock.withLock { kept } }

  func refused(_ refusal: Refusal) {
    lock.withLock { kept = kept ?? refusal }
    observer.refused(refusal)
  }
}
