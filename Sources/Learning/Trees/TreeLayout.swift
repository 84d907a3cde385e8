import Foundation

/// The trees of a model as the library writes them in JSON (XGBoost 1.x and 2.x).
struct TreeLayout: Decodable {
  struct Tree: Decodable {
    let leftChildren: [Int]
    let rightChildren: [Int]
    let splitIndices: [Int]
    /// Thresholds of inner nodes, values of leaves.
    let splitConditions: [Float]
    let defaultLeft: [Int]
    /// The sum of p(1 − p) of the training rows that came to each node.
    let sumHessian: [Float]

    private enum CodingKeys: String, CodingKey {
      case leftChildren = "left_children"
      case rightChildren = "right_children"
      case splitIndices = "split_indices"
      case splitConditions = "split_conditions"
      case defaultLeft = "default_left"
      case sumHessian = "sum_hessian"
    }

    func isLeaf(_ node: Int) -> Bool { leftChildren[node] < 0 }

    /// Whether all lists have the same length and all children exist.
    var isSound: Bool {
      let count = leftChildren.count
      let lengths = [
        rightChildren.count, splitIndices.count, splitConditions.count, defaultLeft.count,
        sumHessian.count,
      ]
      return count > 0 && lengths.allSatisfy { $0 == count }
        && zip(leftChildren, rightChildren).enumerated().allSatisfy { node, children in
          // Children come after their parent, so that a walk ends.
          children.0 < 0
            || (children.0 > node && children.0 < count && children.1 > node
              && children.1 < count)
        }
    }
  }

  let trees: [Tree]
  /// The probability that the trees start from.
  let startingProbability: Double

  private struct Learner: Decodable {
    let booster: Booster
    let parameters: Parameters

    private enum CodingKeys: String, CodingKey {
      case booster = "gradient_booster"
      case parameters = "learner_model_param"
    }
  }
  private struct Parameters: Decodable {
    let score: String

    private enum CodingKeys: String, CodingKey {
      case score = "base_score"
    }
  }
  private struct Booster: Decodable {
    let model: Model
  }
  private struct Model: Decodable {
    let trees: [Tree]
  }

  private enum CodingKeys: String, CodingKey {
    case learner
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let learner = try container.decode(Learner.self, forKey: .learner)
    trees = learner.booster.model.trees
    // Later versions put the number into brackets.
    let score = learner.parameters.score.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    guard let probability = Double(score) else {
      throw DecodingError.dataCorruptedError(
        forKey: .learner, in: container, debugDescription: "a base score of \(score)")
    }
    startingProbability = probability
  }
}
