import Review
import Testing

@testable import MedicalRecords

@Suite("Main diagnosis")
struct DiagnosisTests {
  @Test(
    "Codes that can be one",
    arguments: [
      ("8140/3", true), ("8500/2", true), ("8140/6", false), ("8000/3", false), ("C50.9", false),
      ("", false), ("8140", false),
    ])
  func codes(_ code: String, _ isPossible: Bool) {
    #expect(DiagnosisRanker.mayBeDiagnosis(code) == isPossible)
  }

  @Test("Counts propose what such reports had, and forget a report that is taken away")
  func counts() {
    var counts = DiagnosisCounts()
    let report = DiagnosisCounts.Report(codes: ["8010/3"], site: "C50", right: ["8500/3"])
    counts.add(report)
    counts.add(.init(codes: ["8010/3"], site: "C34", right: ["8010/3"]))
    #expect(counts.proposals(for: ["8010/3"], site: "C50") == ["8500/3"])
    #expect(counts.odds("8010/3") == 0 && counts.odds("unknown") == 0)
    #expect(counts.association("8500/3", beside: ["8010/3"]) > 0)
    #expect(counts.share("8500/3", site: "C50") > counts.share("8500/3", site: "C34"))
    counts.add(report, weight: -1)
    #expect(counts.proposals(for: ["8010/3"], site: "C50").isEmpty)
    #expect(counts.association("8500/3", beside: ["8010/3"]) == 0)
  }

  @Test(
    "The site named most often",
    arguments: [
      (["C50.9", "C50.4", "C34.1"], "C50"), (["C34.1"], "C34"), ([], ""), (["", "C"], ""),
      (["C50.9", "C34.1"], "C34"),
    ] as [([String], String)])
  func site(_ codes: [String], _ site: String) {
    #expect(DiagnosisRanker.mainSite(codes) == site)
  }

  @Test("A listwise model learns which of a list is right; lists without one say nothing")
  func listwise() {
    let lists = (0..<40).map { index -> ListwiseModel.List in
      let right: Float = Float(index % 7)
      return .init(
        rows: [[right + 1, 3], [right, 3], [right - 2, 3]], isRight: [true, false, false])
    }
    let model = ListwiseModel(lists, featureCount: 2)
    #expect(model.score([5, 3]) > model.score([4, 3]))
    #expect(model == ListwiseModel(lists, featureCount: 2))
    let nothing = ListwiseModel(
      [.init(rows: [[1, 2]], isRight: [false]), .init(rows: [], isRight: [])], featureCount: 2)
    #expect(nothing.weights == [0, 0] && nothing.score([9, 9]) == 0)
  }

  @Test("What is said most often and confirmed stands first")
  func ranked() throws {
    func one(_ text: String, _ right: String) -> DiagnosisTraining.Case {
      let clinical = ClinicalText(text)
      let known: [String: String] = [
        "adenocarcinome": "8140/3", "lymphome": "9590/3", "sarcome": "8800/3",
      ]
      let mentions = clinical.tokens.indices.compactMap { index in
        known[clinical.folded(index)].map { (tokens: index..<index + 1, code: $0) }
      }
      return DiagnosisTraining.Case(
        text: clinical, finder: QualifierFinder(clinical, times: []), mentions: mentions,
        site: "C18", right: [right])
    }
    let words = ["adénocarcinome": "8140/3", "lymphome": "9590/3", "sarcome": "8800/3"]
    var cases: [DiagnosisTraining.Case] = []
    for (word, code) in words.sorted(by: { $0.key < $1.key }) {
      for other in words.keys.sorted() where other != word {
        for _ in 0..<4 {
          cases.append(
            one("Biopsie : \(word). Le \(word) est opéré, \(word). Pas de \(other).", code))
        }
      }
    }
    let ranker = DiagnosisTraining().run(cases, scorer: .shipped)
    let test = one("Biopsie : sarcome. Le sarcome grossit. Pas de lymphome.", "8800/3")
    let ranked = ranker.ranked(test, scorer: .shipped)
    #expect(ranked.first?.candidate.code == "8800/3")
    #expect(Set(ranked.map(\.candidate.code)).count == ranked.count)
  }

  @Test("A report that names no code has features that are numbers")
  func nothingNamed() {
    var counts = DiagnosisCounts()
    counts.add(.init(codes: [], site: "C50", right: ["8500/3"]))
    let text = ClinicalText("Une lésion du sein.")
    let candidates = DiagnosisRanker.candidates([], site: "C50", counts: counts, likely: [:])
    #expect(candidates.map { $0.code } == ["8500/3"])
    let report = DiagnosisTraining.Case(
      text: text, finder: QualifierFinder(text, times: []), mentions: [], site: "C50", right: [])
    let rows = DiagnosisRanker.features(
      candidates, report, scorer: .shipped, counts: counts, likely: [:])
    #expect(
      rows.allSatisfy { row in
        row.count == DiagnosisRanker.featureCount && row.allSatisfy { $0.isFinite }
      })
  }

  @Test("Words and codes of a report speak for the diagnosis of reports like it")
  func words() {
    func bag(_ text: String, _ tumours: [String] = [], _ sites: [String] = []) -> DiagnosisWords.Bag
    {
      DiagnosisWords.Bag(ClinicalText(text), tumours: tumours, sites: sites)
    }
    let words = DiagnosisWords([
      (bag("dialyse néphrectomie hématurie", [], ["C64.9"]), ["8310/3"]),
      (bag("néphrectomie élargie hématurie", [], ["C64.9"]), ["8310/3"]),
      (bag("mammographie tumorectomie", ["8010/3"], ["C50.9"]), ["8500/3"]),
      (bag("mammographie ganglion axillaire", ["8010/3"], ["C50.4"]), ["8500/3"]),
    ])
    let kidney = words.probabilities(bag("néphrectomie pour hématurie"))
    #expect((kidney["8310/3"] ?? 0) > (kidney["8500/3"] ?? 0))
    let breast = words.probabilities(bag("tumeur", ["8010/3"], ["C50.1"]))
    #expect((breast["8500/3"] ?? 0) > (breast["8310/3"] ?? 0))
    #expect(abs(breast.values.reduce(0, +) - 1) < 1e-9)
    #expect(breast == words.probabilities(bag("tumeur", ["8010/3"], ["C50.1"])))
    let unknown = words.probabilities(bag(""))
    #expect(unknown["8310/3"] == unknown["8500/3"], "nothing said, equally frequent")
    #expect(DiagnosisWords([]).probabilities(bag("dialyse")).isEmpty)
  }

  @Test("Codes that words propose are candidates, those named are not proposed again")
  func proposed() {
    let likely = ["8310/3": 0.5, "8500/3": 0.3, "8000/3": 0.1, "8140/3": 0.05, "8070/3": 0.04]
    let candidates = DiagnosisRanker.candidates(
      [(tokens: 0..<1, code: "8310/3")], site: "C64", counts: DiagnosisCounts(), likely: likely)
    #expect(candidates.map(\.code) == ["8310/3", "8500/3", "8140/3", "8070/3"])
    #expect(candidates.map { $0.mentions.count } == [1, 0, 0, 0])
  }
}
