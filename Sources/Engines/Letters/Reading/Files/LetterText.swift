import Foundation
import Programs
import Review
import Tables

/// Reads the text of a letter's file.
struct LetterText: Sendable {
  /// The largest text file that is read, in bytes.
  static let largestText = 32 << 20

  /// What reads PDF files.
  var pdf = PDFText()

  /// A text, with the hash of the file it comes from.
  struct Content: Sendable {
    var text: String
    var sha256: String
  }

  /// The text of a file, or why there is none.
  func read(_ url: URL, isCancelled: () -> Bool) -> Result<Content, LetterTextFailure> {
    let isPDF = url.pathExtension.lowercased() == "pdf"
    let limit = isPDF ? pdf.largestFile : Self.largestText
    guard let size = Self.size(of: url) else { return .failure(refusal(url, "illisible")) }
    guard size <= limit else {
      return .failure(
        refusal(
          url, "\(size >> 20) Mio",
          LocalizedText(
            fr: "un fichier de \(limit >> 20) Mio au plus",
            en: "a file of at most \(limit >> 20) MiB")))
    }
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      return .failure(refusal(url, "illisible"))
    }
    let hash = FileDigest.sha256(data)
    if isPDF {
      return pdf.read(url, isCancelled: isCancelled)
        .map { Content(text: $0, sha256: hash) }
        .mapError { failure($0, url, hash) }
    }
    guard let text = Self.decode(data) else {
      return .failure(
        refusal(
          url, "octets nuls", LocalizedText(fr: "un texte", en: "a text")))
    }
    return .success(Content(text: text, sha256: hash))
  }

  /// UTF-8, else Windows-1252; a byte order mark is left out, a file with zero bytes is no text.
  static func decode(_ data: Data) -> String? {
    var bytes = data[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard !bytes.prefix(4096).contains(0) else { return nil }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(data: Data(bytes), encoding: .windowsCP1252)
      ?? String(data: Data(bytes), encoding: .isoLatin1)
  }

  private static func size(of url: URL) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return (attributes?[.size] as? NSNumber)?.intValue
  }

  private func refusal(
    _ url: URL, _ found: String,
    _ expected: LocalizedText = LocalizedText(fr: "un fichier lisible", en: "a readable file")
  ) -> LetterTextFailure {
    .refused(
      Refusal(file: url.lastPathComponent, line: nil, found: found, expected: expected))
  }

  private func failure(
    _ failure: PDFTextFailure, _ url: URL, _ hash: String
  ) -> LetterTextFailure {
    if case .imageOnly(let pages) = failure {
      return .imageOnly(file: url.lastPathComponent, sha256: hash, pages: pages)
    }
    return .refused(
      Refusal(
        file: url.lastPathComponent, line: nil, found: failure.found.fr,
        expected: failure.expected))
  }
}

/// Why a letter's file gave no text.
enum LetterTextFailure: Error, Hashable, Sendable {
  /// It cannot be read.
  case refused(Refusal)
  /// Its pages are pictures: a state of its own; the letter is listed and can be scanned again.
  case imageOnly(file: String, sha256: String, pages: Int)
}
