import Foundation
import Learning
import Review
import Testing

@testable import MedicalRecords

/// Annotated sentences of invented reports.
enum TaggerFixture {
  static let sites = ["sein", "foie", "poumon", "rein", "côlon", "pancréas", "rectum", "ovaire"]
  static let tumours = [
    ("carcinome infiltrant", "8010/3"), ("adénocarcinome mucineux", "8480/3"),
    ("sarcome pléomorphe", "8802/3"), ("lymphome diffus", "9680/3"),
  ]

  /// A report with a tumour and its site; the site of a healthy organ is not annotated.
  static func example(_ index: Int, gaps: Bool = false) -> MentionModel.Example {
    let site = sites[index % sites.count]
    let (tumour, code) = tumours[index / 3 % tumours.count]
    let text = ClinicalText(
      "Le \(sites[(index + 3) % sites.count]) est normal. Découverte d'un \(tumour) de 3 cm du "
        + "\(site), opéré en \(2000 + index % 20).")
    let begin = text.tokens.indices.first { text.folded($0) == "un" }.map { $0 + 1 } ?? 0
    let end = text.tokens.indices.last { text.folded($0) == "du" }.map { $0 + 1 } ?? 0
    var example = MentionModel.Example(
      text: text,
      mentions: [
        .init(tokens: begin..<begin + 2, label: "morphologie", code: code),
        .init(tokens: end..<end + 1, label: "topographie", code: "C\(index % sites.count)"),
      ])
    if gaps { example.expressions = [begin..<end + 1] }
    return example
  }

  static func model(_ count: Int = 80, gaps: Bool = false) throws -> MentionModel {
    var training = MentionTraining()
    training.options.bits = 16
    return try training.run((0..<count).map { example($0, gaps: gaps) })
  }
}

@Suite("Tagger")
struct TaggerTests {
  @Test("Tags of labels, gaps and pieces", arguments: [false, true])
  func tags(_ hasGaps: Bool) {
    let set = TagSet(["b", "a", "b"], hasGaps: hasGaps)
    #expect(set.labels == ["a", "b"] && set.count == (hasGaps ? 7 : 5))
    #expect(set.stride % 4 == 0 && set.stride >= set.count)
    #expect(set.label(0) == nil && set.label(set.begin(1)) == 1 && set.label(set.inside(1)) == 1)
    #expect(set.label(set.gap) == nil && set.label(set.fragment) == nil)
    #expect(set.isBegin(set.begin(0)) && !set.isBegin(set.inside(0)) && !set.isBegin(set.gap))
    #expect(!set.isInside(set.gap) && !set.isInside(set.fragment) && set.isInside(set.inside(1)))
    #expect(set.mayFollow(set.inside(0), after: set.begin(0)))
    #expect(set.mayFollow(set.inside(0), after: set.inside(0)))
    #expect(!set.mayFollow(set.inside(0), after: set.begin(1)))
    #expect(!set.mayFollow(set.inside(0), after: 0))
    #expect(!set.mayFollow(set.inside(0), after: set.gap))
    #expect(set.mayFollow(set.gap, after: 0) && set.mayFollow(set.begin(1), after: set.gap))
  }

  @Test("Mentions and codes of unseen sentences", arguments: [false, true])
  func learned(_ gaps: Bool) throws {
    let model = try TaggerFixture.model(gaps: gaps)
    let text = ClinicalText(
      "Découverte d'un sarcome pléomorphe de 3 cm du pancréas, opéré en 2031.")
    let found = model.mentions(text)
    #expect(found.map(\.label) == ["morphologie", "topographie"])
    #expect(found.map { text.string($0.tokens) } == ["sarcome pléomorphe", "pancréas"])
    #expect(found.first?.code == "8802/3" && found.last?.code == "C5")
    #expect(model.mentions(ClinicalText("")).isEmpty)
  }

  @Test("The same examples give the same bytes, and the bytes the same model")
  func deterministic() throws {
    let model = try TaggerFixture.model(gaps: true)
    #expect(try TaggerFixture.model(gaps: true).bytes == model.bytes)
    let again = try MentionModel(bytes: model.bytes)
    let text = TaggerFixture.example(5).text
    #expect(again.mentions(text) == model.mentions(text) && again.bytes == model.bytes)
  }

  @Test("Damaged bytes are refused", arguments: [0, 1, 7, 40, 200, 1000])
  func damaged(_ length: Int) throws {
    let bytes = try TaggerFixture.model(20).bytes
    #expect(throws: (any Error).self) { try MentionModel(bytes: Array(bytes.prefix(length))) }
  }

  @Test("A lexicon forgets what only the report itself says")
  func leaveOneOut() {
    let text = ClinicalText("un carcinome infiltrant et un carcinome")
    var lexicon = MentionLexicon(labelCount: 2)
    lexicon.add(Array(text.stems[1..<3]), label: 0)
    lexicon.add(Array(text.stems[5..<6]), label: 0)
    lexicon.add(Array(text.stems[5..<6]), label: 0)
    lexicon.count(text.stems, sentences: text.sentences)
    let all = lexicon.matches(text.stems, sentences: text.sentences, without: [:])
    #expect(all.map(\.tokens) == [1..<3, 5..<6])
    let own: [Int32: MentionLexicon.Entry] = [0: .init(annotated: [1, 0], occurrences: 1)]
    let left = lexicon.matches(text.stems, sentences: text.sentences, without: own)
    #expect(left.map(\.tokens) == [1..<2, 5..<6], "the shorter string is found instead")
  }

  @Test("A lexicon's label is the one given most often, its trust how constantly")
  func trust() throws {
    let text = ClinicalText("tumeur tumeur tumeur tumeur")
    var lexicon = MentionLexicon(labelCount: 2)
    for label in [1, 1, 0] { lexicon.add(Array(text.stems[0..<1]), label: label) }
    lexicon.count(text.stems, sentences: text.sentences)
    let match = try #require(
      lexicon.matches(text.stems, sentences: text.sentences, without: [:]).first)
    #expect(match.label == 1 && match.trust == 1)
    lexicon.add([], label: 0)
    lexicon.add(Array(repeating: 1, count: 40), label: 0)
    #expect(lexicon.entries.count == 1, "empty and endless strings are none")
    let again = try MentionLexicon(bytes: lexicon.bytes)
    #expect(again.entries == lexicon.entries && again.bytes == lexicon.bytes)
  }

  @Test("Statistics of words, with and without the report's own")
  func statistics() throws {
    let tags = TagSet(["a"], hasGaps: true)
    var all = WordStatistics(classCount: 2)
    all.add([1, 2, 3], [1, 3, 0], tags, sentences: [0..<3])
    #expect(all.counts[1]?.classes == [1, 0] && all.counts[2]?.classes == [0, 1])
    #expect(all.counts[3]?.classes == [0, 0] && all.counts[3]?.all == 1)
    #expect(all.features([1, 9], without: nil)[0] > 0 && all.features([9], without: nil) == [0])
    #expect(all.features([1, 2, 3], without: all) == [0, 0, 0])
    let again = try WordStatistics(bytes: all.bytes)
    #expect(again.counts == all.counts && again.bytes == all.bytes)
  }

  @Test("Codes: the string's own, else that of its words in any order, else a vote")
  func codes() {
    var book = CodeBook()
    let text = ClinicalText("carcinome canalaire infiltrant du sein droit")
    book.add(text, 0..<3, label: "m", code: "8500/3")
    book.add(text, 0..<1, label: "m", code: "8010/3")
    book.add(text, 4..<5, label: "t", code: "C50.9")
    book.finish()
    #expect(book.code(text, 0..<3, label: "m")?.code == "8500/3")
    #expect(book.code(text, 0..<1, label: "m")?.code == "8010/3")
    let other = ClinicalText("carcinome infiltrant, canalaire; carcinomes; du sein")
    #expect(book.code(other, 0..<1, label: "m")?.code == "8010/3")
    #expect(book.code(other, 1..<2, label: "m")?.code == "8500/3")
    #expect(book.code(other, 0..<1, label: "t") == nil)
    #expect(book.code(ClinicalText("fracture"), 0..<1, label: "m") == nil)
  }
}
