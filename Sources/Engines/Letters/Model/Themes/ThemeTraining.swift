import Language
import Learning
import Review

/// A passage whose themes somebody, or another program, gave.
struct ThemedPassage: Sendable {
  var id: String
  var text: String
  var group: String
  /// The themes given by people.
  var annotated: Set<LetterTheme>
  /// The themes given by another program, more careful than complete.
  var predicted: Set<LetterTheme>
}

/// Trains the model of themes: one logistic regression a theme against the others.
struct ThemeTraining: Sendable {
  /// The weight of the loss.
  private static let cost = 1.0
  /// How much a theme counts that only people gave: annotations miss and mistake many.
  private static let annotatedWeight = 0.5
  /// How much a theme counts that the other program gave.
  private static let predictedWeight = 1.5
  /// The share of passages that are to be answered.
  private static let answeredShare = 0.66
  /// The fewest passages to learn from, and of a theme.
  static let fewest = 100
  private static let fewestOfTheme = 5

  var seed: UInt64

  struct Row: Sendable {
    var passage: ThemedPassage
    var text: TokenizedText
    var counts: [Int]
  }

  static func rows(_ passages: [ThemedPassage], finder: ThemeFinder) -> [Row] {
    Parallel.map(passages) { passage in
      let text = TokenizedText(passage.text)
      return Row(passage: passage, text: text, counts: finder.counts(text))
    }
  }

  /// Trains a model, its least margin on passages of groups that it did not see.
  func train(_ rows: [Row]) throws(LearningError) -> ThemeModel {
    guard rows.count >= Self.fewest else { return .shipped }
    var model = try fit(rows)
    let folds = Folds.grouped(rows.map(\.passage.group), folds: 2, seed: seed)
    let half = try fit(rows.indices.filter { folds[$0] == 0 }.map { rows[$0] })
    let unseen = rows.indices.filter { folds[$0] == 1 }.map { rows[$0] }
    let sure = Parallel.map(unseen) { half.answer($0.text, counts: $0.counts).margin }.sorted()
    if !sure.isEmpty {
      model.leastMargin =
        sure[min(sure.count - 1, Int(Double(sure.count) * (1 - Self.answeredShare)))]
    }
    return model
  }

  private func fit(_ rows: [Row]) throws(LearningError) -> ThemeModel {
    let vectors = TextVectors(learning: rows.map(\.text))
    let matrix = SparseMatrix(
      columnCount: TextVectors.columnCount, rows: Parallel.map(rows) { vectors.vector($0.text) })
    let results = Parallel.map(LetterTheme.allCases) { theme in
      Result { try model(theme, rows, matrix) }
    }
    var models: [LinearModel] = []
    for result in results {
      switch result {
      case .success(let model): models.append(model)
      case .failure(let error): throw error as? LearningError ?? .noRows
      }
    }
    return ThemeModel(vectors: vectors, models: models, threshold: 0)
  }

  private func model(
    _ theme: LetterTheme, _ rows: [Row], _ matrix: SparseMatrix
  ) throws(LearningError) -> LinearModel {
    let labels = rows.map { row in
      row.passage.annotated.contains(theme) || row.passage.predicted.contains(theme)
    }
    let weights = rows.map { row -> Double in
      if row.passage.predicted.contains(theme) { return Self.predictedWeight }
      return row.passage.annotated.contains(theme) ? Self.annotatedWeight : 1
    }
    let positives = labels.count { $0 }
    guard positives >= Self.fewestOfTheme, positives < rows.count else {
      return LinearModel(weights: [], bias: -4)
    }
    return try LinearModel.train(
      matrix, labels: labels, weights: weights,
      options: LinearOptions(cost: Self.cost, isBalanced: true, passLimit: 60, seed: seed))
  }
}
