import Foundation
import Programs
import Review

extension MedicalReader {
  /// Reads a PDF that has a text layer; pictures of pages are refused with their number.
  mutating func readPDF(_ item: Item) {
    let name = item.url.lastPathComponent
    switch pdf.read(item.url, isCancelled: { observer.isCancelled }) {
    case .success(let text):
      let clean = TextDecoding.text(Array(text.utf8))
      take(located(TextNoteReader.read(clean, file: name, patient: item.patient), item))
    case .failure(let failure):
      refuse(
        Refusal(
          file: name, line: nil, found: failure.found.fr, expected: failure.expected))
    }
  }
}
