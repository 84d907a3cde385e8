import Foundation

/// The text of a PDF, read by `pdftotext` under limits.
public struct PDFText: Sendable {
  /// The character that ends a page.
  public static let pageBreak: Character = "\u{0C}"

  /// What the program may use for one file.
  public var limits: ProgramLimits
  /// The largest file that is tried, in bytes.
  public var largestFile: Int
  /// The program's path, or `nil` when it is not installed.
  public var program: String?

  /// Makes a reader.
  public init(
    limits: ProgramLimits = ProgramLimits(wallSeconds: 20, outputBytes: 16 << 20),
    largestFile: Int = 128 << 20, program: String? = ProgramFinder.find("pdftotext")
  ) {
    self.limits = limits
    self.largestFile = largestFile
    self.program = program
  }

  /// The text of a file, each page ended by a form feed.
  public func read(
    _ file: URL, isCancelled: () -> Bool = { false }
  ) -> Result<String, PDFTextFailure> {
    if let failure = failureBeforeReading(file) { return .failure(failure) }
    guard let program else { return .failure(.programMissing) }
    let run = OutsideProgram(
      path: program,
      arguments: ["-enc", "UTF-8", "-eol", "unix", file.standardizedFileURL.path, "-"],
      limits: limits
    ).run(isCancelled: isCancelled)
    return text(of: run)
  }

  private func failureBeforeReading(_ file: URL) -> PDFTextFailure? {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return .unreadable }
    defer { try? handle.close() }
    guard let size = try? handle.seekToEnd(), (try? handle.seek(toOffset: 0)) != nil else {
      return .unreadable
    }
    if size > UInt64(largestFile) { return .tooLarge(bytes: Int(size)) }
    // Readers accept the mark anywhere in the first kilobyte.
    let head = (try? handle.read(upToCount: 1024)) ?? Data()
    return head.range(of: Data("%PDF-".utf8)) == nil ? .notPDF : nil
  }

  private func text(of run: ProgramResult) -> Result<String, PDFTextFailure> {
    guard run.ending.isSuccess else {
      let words = run.complaint ?? ""
      if words.localizedCaseInsensitiveContains("password") { return .failure(.encrypted) }
      if case .exited = run.ending { return .failure(.damaged(words)) }
      return .failure(.stopped(run.ending))
    }
    let text = String(decoding: run.output, as: UTF8.self)
    if text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { return .success(text) }
    return .failure(.imageOnly(pages: text.count { $0 == Self.pageBreak }))
  }
}
