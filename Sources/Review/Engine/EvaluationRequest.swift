import Foundation

/// What `vigie evaluate` asks for.
public struct EvaluationRequest: Sendable {
  /// The task.
  public var task: String
  /// The files to learn from.
  public var train: [URL]
  /// The files to predict; empty for grouped cross-validation on the training files.
  public var test: [URL]
  /// Other files by option name (`labels`, `history`, `map`, `queries`, `documents`).
  public var options: [String: [String]]
  /// Where predictions are written, or `nil`.
  public var predictions: URL?
  /// The seed of every random draw.
  public var seed: UInt64

  /// Makes a request.
  public init(
    task: String, train: [URL], test: [URL], options: [String: [String]] = [:],
    predictions: URL? = nil, seed: UInt64 = 20_181_107
  ) {
    self.task = task
    self.train = train
    self.test = test
    self.options = options
    self.predictions = predictions
    self.seed = seed
  }
}
