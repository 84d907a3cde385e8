import Foundation
import Learning

/// Learns which of a report's tumour codes is its main diagnosis.
struct DiagnosisTraining {
  /// A report with its candidates and the codes of its hidden diagnosis.
  struct Case: Sendable {
    var text: ClinicalText
    var finder: QualifierFinder
    var candidates: [DiagnosisRanker.Candidate]
    var right: Set<String>
  }

  /// How often a code is present and how often it is the diagnosis.
  private struct Tally {
    var present = 0.0
    var right = 0.0
  }

  /// The weight of what is usual among all codes in the rate of one.
  private static let priorWeight = 4.0

  func run(_ cases: [Case], scorer: QualifierScorer) throws(LearningError) -> DiagnosisRanker {
    var tallies: [String: Tally] = [:]
    var all = Tally()
    for one in cases {
      for candidate in one.candidates {
        let isRight = one.right.contains(candidate.code)
        tallies[candidate.code, default: Tally()].present += 1
        all.present += 1
        if isRight {
          tallies[candidate.code, default: Tally()].right += 1
          all.right += 1
        }
      }
    }
    let usual = all.present > 0 ? all.right / all.present : 0.5
    func prior(_ tally: Tally) -> Double {
      Logistic.logit(
        (tally.right + Self.priorWeight * usual) / (tally.present + Self.priorWeight))
    }
    var rows: [[Float]] = []
    var labels: [Bool] = []
    for one in cases {
      rows += DiagnosisRanker.features(
        one.candidates, one.text, finder: one.finder, scorer: scorer
      ) { code in
        // What the report itself says is taken away.
        var tally = tallies[code] ?? Tally()
        tally.present -= 1
        if one.right.contains(code) { tally.right -= 1 }
        return prior(tally)
      }
      labels += one.candidates.map { one.right.contains($0.code) }
    }
    let model = try DenseLogistic.train(
      try DenseMatrix(rows: rows), labels: labels, options: DenseLogisticOptions(strength: 2))
    return DiagnosisRanker(
      model: model, priors: tallies.mapValues(prior), usualPrior: Logistic.logit(usual))
  }
}
