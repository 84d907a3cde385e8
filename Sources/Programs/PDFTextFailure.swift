import Review

/// Why a PDF gave no text.
public enum PDFTextFailure: Error, Hashable, Sendable {
  /// `pdftotext` is not installed.
  case programMissing
  /// The file cannot be opened.
  case unreadable
  /// The file is larger than is tried.
  case tooLarge(bytes: Int)
  /// The file is not a PDF.
  case notPDF
  /// The file asks for a password.
  case encrypted
  /// The pages are pictures: there is no text layer. A state of its own, not an error.
  case imageOnly(pages: Int)
  /// The program gave up, with its first complaint.
  case damaged(String)
  /// The program was stopped, or crashed.
  case stopped(ProgramEnding)

  /// What was found, as a sentence without a full stop.
  public var found: LocalizedText {
    switch self {
    case .programMissing:
      LocalizedText(
        fr: "pdftotext n’est pas installé (paquet poppler-utils)",
        en: "pdftotext is not installed (package poppler-utils)")
    case .unreadable: LocalizedText(fr: "fichier illisible", en: "unreadable file")
    case .tooLarge(let bytes):
      LocalizedText(fr: "fichier de \(bytes >> 20) Mio", en: "file of \(bytes >> 20) MiB")
    case .notPDF: LocalizedText(fr: "ce n’est pas un PDF", en: "not a PDF")
    case .encrypted:
      LocalizedText(fr: "PDF protégé par un mot de passe", en: "PDF protected by a password")
    case .imageOnly(let pages):
      LocalizedText(
        fr: "\(pages) page(s) d’images sans couche de texte",
        en: "\(pages) page(s) of pictures without a text layer")
    case .damaged(let words):
      LocalizedText(fr: "PDF endommagé : \(words)", en: "damaged PDF: \(words)")
    case .stopped(let ending):
      LocalizedText(fr: "pdftotext \(ending.sentence.fr)", en: "pdftotext \(ending.sentence.en)")
    }
  }

  /// What was expected instead.
  public var expected: LocalizedText {
    LocalizedText(fr: "un PDF avec une couche de texte", en: "a PDF with a text layer")
  }
}
