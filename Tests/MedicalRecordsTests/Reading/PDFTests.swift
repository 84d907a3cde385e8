import Foundation
import Programs
import Review
import Testing

@testable import MedicalRecords

/// Reports as PDF, read by `pdftotext` in a process of its own.
@Suite("PDF")
struct PDFTests {
  private let scratch = Scratch()
  static let isPresent = ProgramFinder.find("pdftotext") != nil

  /// A PDF of one page with lines of text in the standard encoding; no line, no text layer.
  static func file(_ lines: [String]) -> [UInt8] {
    let shown = lines.map { "(\($0)) Tj 0 -16 Td" }.joined(separator: " ")
    let drawing = lines.isEmpty ? "0.5 g 72 72 400 400 re f" : "BT /F1 12 Tf 72 720 Td \(shown) ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        + " /Resources << /Font << /F1 3 0 R >> >> >>",
      "<< /Length \(drawing.unicodeScalars.count) >>\nstream\n\(drawing)\nendstream",
    ]
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.unicodeScalars.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.unicodeScalars.count
    text += "xref\n0 6\n0000000000 65535 f \n"
    for offset in offsets {
      text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    text += "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private func read(_ urls: [URL], _ observer: TestObserver) throws -> MedicalSources {
    var reader = MedicalReader(observer: observer)
    return try reader.read(urls)
  }

  @Test("A report with a text layer is a note like others", .enabled(if: isPresent))
  func report() throws {
    let bytes = Self.file([
      "COMPTE RENDU OPERATOIRE", "Date : 14/10/2026", "Colectomie droite, classée pT3 N1b M0.",
    ])
    _ = try scratch.file("cro.pdf", bytes, in: "0990")
    let note = try #require(try read([scratch.folder], TestObserver()).notes.first)
    #expect(note.patient == "0990" && note.kind == .operative)
    #expect(note.date == CalendarDate(year: 2026, month: 10, day: 14))
    #expect(note.text.contains("classée pT3 N1b M0"))
    #expect(TNMFinder.stages(ClinicalText(note.text)).map(\.title) == ["pT3 N1b M0"])
  }

  @Test("A PDF under another name is still one", .enabled(if: isPresent))
  func otherName() throws {
    let url = try scratch.file("0990_cro.txt", Self.file(["Colectomie droite."]))
    #expect(try read([url], TestObserver()).notes.first?.text.contains("Colectomie") == true)
  }

  @Test(
    "Pictures of pages, damaged files and what is none are refused; the rest goes on",
    .enabled(if: isPresent),
    arguments: [
      file([]), Array("%PDF-1.4\nnothing".utf8), Array("no PDF at all".utf8), [],
      Array(file(["x"]).prefix(80)),
    ])
  func refused(_ bytes: [UInt8]) throws {
    let observer = TestObserver()
    let bad = try scratch.file("a.pdf", bytes)
    let good = try scratch.file("b.txt", "Pas de fièvre.")
    let sources = try read([bad, good], observer)
    #expect(sources.notes.map(\.file) == ["b.txt"])
    #expect(observer.refusals.map(\.file) == ["a.pdf"])
  }

  @Test("Without pdftotext a PDF is refused with what to install")
  func missing() throws {
    let observer = TestObserver()
    var reader = MedicalReader(observer: observer)
    reader.pdf.program = nil
    let bad = try scratch.file("a.pdf", Self.file(["x"]))
    let good = try scratch.file("b.txt", "Pas de fièvre.")
    #expect(try reader.read([bad, good]).notes.count == 1)
    #expect(observer.refusals.first?.found.contains("poppler-utils") == true)
  }
}
