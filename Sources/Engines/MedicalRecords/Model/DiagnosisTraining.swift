import Learning

/// Learns which of a report's tumour codes is its main diagnosis.
struct DiagnosisTraining {
  /// A report with its tumour mentions, its sites and the codes of its hidden diagnosis.
  struct Case: Sendable {
    var text: ClinicalText
    var finder: QualifierFinder
    var mentions: [(tokens: Range<Int>, code: String)]
    var site: String
    /// The codes of all sites named.
    var sites: [String] = []
    var right: Set<String>

    /// What counts of it.
    var report: DiagnosisCounts.Report {
      .init(
        codes: Set(mentions.map(\.code).filter { DiagnosisRanker.mayBeDiagnosis($0) }), site: site,
        right: right)
    }

    /// What its words and codes are.
    var bag: DiagnosisWords.Bag {
      DiagnosisWords.Bag(text, tumours: mentions.map(\.code), sites: sites)
    }
  }

  /// In so many parts the words are learned for the reports of the others.
  private static let parts = 5

  /// Learns; what a report itself says is not in its own features.
  func run(_ cases: [Case], scorer: QualifierScorer) -> DiagnosisRanker {
    var counts = DiagnosisCounts()
    for one in cases { counts.add(one.report) }
    let reports = cases.map { (bag: $0.bag, right: $0.right) }
    let likely = Self.outOfPart(reports)
    let lists = cases.indices.map { index -> ListwiseModel.List in
      let one = cases[index]
      var others = counts
      others.add(one.report, weight: -1)
      let candidates = DiagnosisRanker.candidates(
        one.mentions, site: one.site, counts: others, likely: likely[index])
      return ListwiseModel.List(
        rows: DiagnosisRanker.features(
          candidates, one, scorer: scorer, counts: others, likely: likely[index]),
        isRight: candidates.map { one.right.contains($0.code) })
    }
    return DiagnosisRanker(
      model: ListwiseModel(lists, featureCount: DiagnosisRanker.featureCount), counts: counts,
      words: DiagnosisWords(reports))
  }

  /// What the words of each report speak for, learned from the reports of other parts.
  private static func outOfPart(
    _ reports: [(bag: DiagnosisWords.Bag, right: Set<String>)]
  ) -> [[String: Double]] {
    var likely = [[String: Double]](repeating: [:], count: reports.count)
    for part in 0..<parts {
      let words = DiagnosisWords(
        reports.indices.filter { $0 % parts != part }.map { reports[$0] })
      for index in reports.indices where index % parts == part {
        likely[index] = words.probabilities(reports[index].bag)
      }
    }
    return likely
  }
}
