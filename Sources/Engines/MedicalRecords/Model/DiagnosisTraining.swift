import Learning

/// Learns which of a report's tumour codes is its main diagnosis.
struct DiagnosisTraining {
  /// A report with its tumour mentions, its main site and the codes of its hidden diagnosis.
  struct Case: Sendable {
    var text: ClinicalText
    var finder: QualifierFinder
    var mentions: [(tokens: Range<Int>, code: String)]
    var site: String
    var right: Set<String>

    /// What counts of it.
    var report: DiagnosisCounts.Report {
      .init(
        codes: Set(mentions.map(\.code).filter { DiagnosisRanker.mayBeDiagnosis($0) }), site: site,
        right: right)
    }
  }

  /// Learns; what a report itself says is not in its own features.
  func run(_ cases: [Case], scorer: QualifierScorer) -> DiagnosisRanker {
    var counts = DiagnosisCounts()
    for one in cases { counts.add(one.report) }
    let lists = cases.map { one in
      var others = counts
      others.add(one.report, weight: -1)
      let candidates = DiagnosisRanker.candidates(one.mentions, site: one.site, counts: others)
      return ListwiseModel.List(
        rows: DiagnosisRanker.features(
          candidates, site: one.site, one.text, finder: one.finder, scorer: scorer, counts: others),
        isRight: candidates.map { one.right.contains($0.code) })
    }
    return DiagnosisRanker(
      model: ListwiseModel(lists, featureCount: DiagnosisRanker.featureCount), counts: counts)
  }
}
