import Foundation
import Learning
import Review
import Testing

@testable import Restaurants

/// Inspections of the shared data folder.
enum RealInspections {
  static let folder: URL? = {
    var folders = [URL(fileURLWithPath: #filePath)]
    if let given = ProcessInfo.processInfo.environment["SHARED"] {
      folders.insert(URL(fileURLWithPath: given).appendingPathComponent("x"), at: 0)
    }
    for start in folders {
      var folder = start
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        for name in ["data/restaurants", "shared/data/restaurants"] {
          let candidate = folder.appendingPathComponent(name)
          if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        }
      }
    }
    return nil
  }()

  static func read(_ name: String) throws -> [Inspection] {
    guard let folder else { return [] }
    return try SourceReader(pseudonymSalt: "test")
      .read([folder.appendingPathComponent(name)]) { _ in }.inspections
  }

  static let year = "alimconfiance_2021_dev.csv"
  static let older = "alimconfiance_history_2017_2019_dev.csv"
}

@Suite("Establishments: the real inspections, when they are there")
struct RealInspectionsTests {
  @Test(
    "cross-validation grouped by SIRET",
    .enabled(if: RealInspections.folder != nil, "skipped: shared/data/restaurants is absent"))
  func crossValidation() throws {
    let training = try RealInspections.read(RealInspections.year)
    let history = try RealInspections.read(RealInspections.older)
    let evaluation = try EstablishmentEvaluation.crossValidate(
      training, history: history, options: .fast)
    for figure in evaluation.report.figures {
      print("\(figure.name) \(figure.value) \(figure.low ?? 0) \(figure.high ?? 0)")
    }
    let figures = Dictionary(
      uniqueKeysWithValues: evaluation.report.figures.map { ($0.name, $0.value) })
    #expect(evaluation.predictions.count == training.count)
    #expect((figures["AUC"] ?? 0) > 0.725)
    #expect((figures["AP"] ?? 0) > 0.185)
    #expect((figures["ECE"] ?? 1) < 0.01)
  }

  @Test(
    "an analysis of both files: time of each step",
    .enabled(if: RealInspections.folder != nil, "skipped: shared/data/restaurants is absent"))
  func time() throws {
    let training = try RealInspections.read(RealInspections.year)
    let history = try RealInspections.read(RealInspections.older)
    let clock = ContinuousClock()
    var mark = clock.now
    func lap(_ what: String) {
      print(what, clock.now - mark)
      mark = clock.now
    }
    let encoder = EstablishmentEncoder(training: training, history: history)
    lap("encoder")
    let rows = EstablishmentTraining.rows(training, encoder: encoder)
    lap("rows")
    let model = try EstablishmentModel.train(rows, encoder: encoder, priors: ReviewPriors())
    lap("model")
    let cases = EstablishmentCase.cases(
      training.map { EstablishmentSubject($0) }, encoder: encoder)
    lap("cases")
    let assessments = try model.assess(cases, version: 1)
    lap("assess")
    let data = try model.data()
    lap("bytes \(data.count)")
    let read = try EstablishmentModel(data: data)
    lap("read")
    #expect(try read.assess(cases, version: 1).map(\.score) == assessments.map(\.score))
    for (assessment, known) in zip(assessments, cases) {
      let total = assessment.contributions.total
      #expect(abs(total - Logistic.logit(assessment.score.value)) < 1e-6, "\(known.subject)")
    }
  }
}
