/// The figures of one predicted class per row against the true one.
public struct MultiClassMetrics: Sendable {
  /// The counts of each class, by its name.
  public let classes: [String: Confusion]
  /// The share of rows whose class is right.
  public let accuracy: Double

  /// Counts predictions against labels.
  ///
  /// - Throws: `LearningError` when sizes disagree or there is no row.
  public init(predicted: [String], labels: [String]) throws(LearningError) {
    guard !labels.isEmpty else { throw .noRows }
    guard predicted.count == labels.count else {
      throw .shape(what: "predictions", found: predicted.count, expected: labels.count)
    }
    var classes: [String: Confusion] = [:]
    var right = 0
    for (found, label) in zip(predicted, labels) {
      if found == label {
        right += 1
        classes[label, default: Confusion()].truePositives += 1
      } else {
        classes[found, default: Confusion()].falsePositives += 1
        classes[label, default: Confusion()].falseNegatives += 1
      }
    }
    let count = Double(labels.count)
    for (name, confusion) in classes {
      classes[name]?.trueNegatives =
        count - confusion.truePositives - confusion.falsePositives - confusion.falseNegatives
    }
    self.classes = classes
    accuracy = Double(right) / count
  }

  /// The mean of the classes' F1, over the classes that occur among labels or predictions.
  public var macroF1: Double {
    // In the order of names: a sum of floating-point numbers depends on its order.
    classes.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.f1 } / Double(classes.count)
  }

  /// Precision, recall and F1 over all rows of all classes together.
  public var micro: Confusion {
    classes.values.reduce(into: Confusion()) { sum, confusion in
      sum.truePositives += confusion.truePositives
      sum.falsePositives += confusion.falsePositives
      sum.falseNegatives += confusion.falseNegatives
    }
  }
}
