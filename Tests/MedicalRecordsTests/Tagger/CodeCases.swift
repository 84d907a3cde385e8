import Foundation
import Learning
import Testing

@testable import MedicalRecords

/// Codes of strings that nobody annotated, and what makes the tagger fast.
@Suite("Codes and slots")
struct CodeCases {
  /// A book of a few annotated strings, with codes of the classification.
  static func book() -> CodeBook {
    var book = CodeBook()
    let text = ClinicalText("adénocarcinome du sein; carcinome canalaire infiltrant; nodule")
    book.add(text, 0..<1, label: "morphologie", code: "8140/3")
    book.add(text, 2..<3, label: "topographie", code: "C50.9")
    book.add(text, 4..<7, label: "morphologie", code: "8500/3")
    book.add(text, 8..<9, label: "morphologie", code: "8000/1")
    book.finish()
    return book
  }

  static func code(_ words: String, _ label: String) -> String? {
    let text = ClinicalText(words)
    return book().code(text, 0..<text.tokens.count, label: label)?.code
  }

  @Test(
    "Names of the classification stand in for what was never annotated",
    arguments: [
      ("rhabdomyosarcome pléomorphe", "morphologie", "8901/3"),
      ("Môle hydatiforme", "morphologie", "9100/0"),
      ("sarcomes d'Ewing", "morphologie", "9260/3"),
      ("médulloblastome", "morphologie", "9470/3"), ("supraglotte", "topographie", "C32.1"),
      ("vessie", "topographie", "C67.9"), ("angle splénique", "topographie", "C18.5"),
      ("thyroïdienne", "topographie", "C73.9"),
    ])
  func names(_ words: String, _ label: String, _ expected: String) {
    #expect(Self.code(words, label) == expected)
  }

  @Test(
    "What annotators said comes before the classification, spelling slips find their name",
    arguments: [
      ("adénocarcinome", "morphologie", "8140/3"), ("nodule", "morphologie", "8000/1"),
      ("adenocarcinomme", "morphologie", "8140/3"),
      ("carcinome canalaire infiltrnat", "morphologie", "8500/3"),
      ("glioblastomme", "morphologie", "9440/3"),
    ])
  func similar(_ words: String, _ label: String, _ expected: String) {
    #expect(Self.code(words, label) == expected)
  }

  @Test("Labels coded otherwise learn nothing of the classification")
  func otherCodes() {
    var book = CodeBook()
    let text = ClinicalText("asthme")
    book.add(text, 0..<1, label: "morphologie", code: "A1")
    book.finish()
    let other = ClinicalText("glioblastome")
    #expect(book.code(other, 0..<1, label: "morphologie") == nil)
    #expect(book.code(other, 0..<1, label: "unknown") == nil)
  }

  @Test("A book comes back from its bytes the same, damaged ones are refused")
  func bytes() throws {
    let book = Self.book()
    let again = try CodeBook(bytes: book.bytes)
    #expect(again.bytes == book.bytes && again.codes == book.codes)
    for words in ["vessie", "glioblastomme", "adénocarcinome", "xyz"] {
      let text = ClinicalText(words)
      for label in ["morphologie", "topographie"] {
        let first = book.code(text, 0..<1, label: label)
        let second = again.code(text, 0..<1, label: label)
        #expect(first?.code == second?.code && first?.share == second?.share)
      }
    }
    for length in [0, 7, 8, 30, book.bytes.count / 2, book.bytes.count - 1] {
      #expect(throws: (any Error).self) {
        try CodeBook(bytes: Array(book.bytes.prefix(length)))
      }
    }
  }

  @Test("Codes of the classification are written as they should be")
  func classification() {
    for (phrase, code) in TumourNames.phrases(TumourNames.morphologies) {
      #expect(code.wholeMatch(of: /\d{4}\/[012369]/) != nil, "\(code) \(phrase)")
      #expect(!phrase.isEmpty && !phrase.contains("{") && !phrase.contains("|"))
    }
    for (phrase, code) in TumourNames.phrases(TumourNames.sites) {
      #expect(code.wholeMatch(of: /C\d\d\.\d/) != nil, "\(code) \(phrase)")
      #expect(!phrase.isEmpty && !phrase.contains("}"))
    }
    #expect(TumourNames.phrases([" 1 | a{,b} c | d"]).map(\.phrase) == ["a c", "ab c", "d"])
  }

  @Test("Similar names: nothing in common, empty and endless strings find none or end")
  func nothing() {
    let names = SimilarNames([
      .init(name: "carcinome", codes: [.init(code: 3, share: 1)]),
      .init(name: "sein", codes: [.init(code: 4, share: 0.5), .init(code: 5, share: 0.5)]),
    ])
    #expect(names.code("carcinomes")?.code == 3 && names.code("seins")?.code == 4)
    #expect(names.code("") == nil && names.code("xyz") == nil)
    #expect(names.code(String(repeating: "carcinome ", count: 10_000))?.code == 3)
    #expect(SimilarNames([]).code("carcinome") == nil)
  }

  // MARK: Slots

  @Test("Rows of slots: learned ones in order, others left out")
  func slots() throws {
    let slots = try #require(LearnedSlots([0, 5, 63, 64, 200], slotCount: 256))
    #expect(slots.count == 5 && slots.slots == [0, 5, 63, 64, 200])
    var features: [UInt32] = [0, 1, 63, 64, 65, 200, 255, 5, 5]
    var ends: [Int32] = [0, 0, 0]
    features.withUnsafeMutableBufferPointer { features in
      ends.withUnsafeMutableBufferPointer { ends in
        if let first = features.baseAddress, let end = ends.baseAddress {
          slots.compact(first, featureCount: 3, count: 3, ends: end)
        }
      }
    }
    #expect(ends == [2, 4, 6])
    #expect(Array(features.prefix(6)) == [1, 3, 4, 5, 2, 2])
  }

  @Test(
    "Slots out of order or out of range are refused",
    arguments: [[3, 2], [2, 2], [-1], [256], [5, 300]] as [[Int32]])
  func wrongSlots(_ slots: [Int32]) {
    #expect(LearnedSlots(slots, slotCount: 256) == nil)
  }

  @Test("A table of stems gives what was put in, first come first kept")
  func table() {
    let table = StemTable((1...500).map { (stem: UInt64($0) << 40, value: UInt64($0)) })
    for stem in 1...500 { #expect(table[UInt64(stem) << 40] == UInt64(stem)) }
    #expect(table[7] == 0 && StemTable([])[1] == 0)
    #expect(StemTable([(stem: 1, value: 2), (stem: 1, value: 3)])[1] == 2)
  }
}
