/// Hears of the progress of long work and of what was refused. Called from one thread at a time.
public protocol AnalysisObserver: AnyObject, Sendable {
  /// So much of a stage is done.
  func progressed(_ progress: AnalysisProgress)
  /// A piece of input was not taken.
  func refused(_ refusal: Refusal)
  /// Something that a reader of the result ought to know, though all input was taken: inputs that
  /// have drifted, say. No refusal: the work counts as done.
  func warned(_ warning: LocalizedText)
  /// Whether the user asked to stop; work then ends with `CancellationError`.
  var isCancelled: Bool { get }
  /// Which field each column of a file holds, by column; `nil` when there is nobody to ask.
  func answer(to question: ColumnQuestion) -> [String: String]?
}

extension AnalysisObserver {
  /// Warnings are not heard by default.
  public func warned(_ warning: LocalizedText) {}

  /// Nobody answers by default: the file is refused.
  public func answer(to question: ColumnQuestion) -> [String: String]? { nil }
}

/// How far long work has come.
public struct AnalysisProgress: Hashable, Sendable {
  /// What is being done.
  public let stage: LocalizedText
  /// How many units are done.
  public let done: Int
  /// How many there are in all, or `nil` when that is not known.
  public let total: Int?

  /// Makes a progress.
  public init(stage: LocalizedText, done: Int, total: Int?) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}
