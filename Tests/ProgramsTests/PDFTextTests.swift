import Foundation
import Testing

@testable import Programs

@Suite struct PDFTextTests {
  private static let isInstalled = ProgramFinder.find("pdftotext") != nil

  private func read(_ content: Data, _ reader: PDFText = PDFText()) throws -> Result<
    String, PDFTextFailure
  > {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("-vigie-\(UUID().uuidString).pdf")
    try content.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return reader.read(file)
  }

  @Test(.enabled(if: isInstalled, "pdftotext is not installed"))
  func pagesEndWithFormFeeds() throws {
    let text = try read(MadePDF.pages(["Premiere page", "Seconde page"])).get()
    let pages = text.split(separator: PDFText.pageBreak)
    #expect(pages.count == 2)
    #expect(pages[0].contains("Premiere page"))
    #expect(pages[1].contains("Seconde page"))
  }

  @Test(.enabled(if: isInstalled, "pdftotext is not installed"))
  func picturesAreAStateOfTheirOwn() throws {
    #expect(try read(MadePDF.pages([nil, nil])) == .failure(.imageOnly(pages: 2)))
  }

  @Test(.enabled(if: isInstalled, "pdftotext is not installed"))
  func brokenFilesAreTold() throws {
    let broken = Data("%PDF-1.4\nrubbish".utf8)
    guard case .failure(.damaged) = try read(broken) else {
      Issue.record("a broken file was read")
      return
    }
  }

  @Test func otherFilesAreTold() throws {
    #expect(try read(Data("PK\u{3}\u{4}".utf8)) == .failure(.notPDF))
    #expect(try read(Data()) == .failure(.notPDF))
    #expect(PDFText().read(URL(fileURLWithPath: "/no/such.pdf")) == .failure(.unreadable))
  }

  @Test func largeFilesAreNotTried() throws {
    let reader = PDFText(largestFile: 10)
    #expect(try read(MadePDF.pages(["a"]), reader) != .failure(.notPDF))
    guard case .failure(.tooLarge) = try read(MadePDF.pages(["a"]), reader) else {
      Issue.record("a large file was tried")
      return
    }
  }

  @Test func aMissingProgramIsTold() throws {
    #expect(try read(MadePDF.pages(["a"]), PDFText(program: nil)) == .failure(.programMissing))
  }

  @Test(arguments: [
    ("sleep 30", ProgramEnding.tooLong(seconds: 0.3)),
    ("tail -n 1 /dev/zero", .tooMuchMemory(bytes: 64 << 20)),
    ("yes", .tooMuchOutput(bytes: 50_000)),
  ])
  func aReaderThatMisbehavesIsStopped(script: String, ending: ProgramEnding) throws {
    let program = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-\(UUID().uuidString).sh")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    defer { try? FileManager.default.removeItem(at: program) }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
    var limits = ProgramLimits(wallSeconds: 20, memoryBytes: 64 << 20, outputBytes: 50_000)
    if case .tooLong(let seconds) = ending { limits.wallSeconds = seconds }
    let reader = PDFText(limits: limits, program: program.path)
    let outcome = try read(MadePDF.pages(["a"]), reader)
    if case .tooMuchMemory = ending {
      // The reader may meet the limit of its address space before the watch sees what it holds.
      guard case .failure = outcome else {
        Issue.record("a reader without bounds was believed: \(outcome)")
        return
      }
    } else {
      #expect(outcome == .failure(.stopped(ending)))
    }
  }

  @Test func failuresSpeakBothLanguages() {
    #expect(PDFTextFailure.imageOnly(pages: 3).found.fr.contains("3 page"))
    #expect(PDFTextFailure.programMissing.found.en.contains("poppler-utils"))
  }
}
