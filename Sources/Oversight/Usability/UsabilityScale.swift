/// The System Usability Scale: ten statements, each answered from 1 (not at all) to 5 (fully).
///
/// Source: J. Brooke, "SUS: a quick and dirty usability scale", in Usability Evaluation in
/// Industry, 1996.
public enum UsabilityScale {
  /// The number of statements.
  public static let length = 10

  /// The score, 0…100; `nil` unless there are ten answers of 1…5. Odd statements praise, even ones
  /// complain.
  public static func score(_ answers: [Int]) -> Double? {
    guard answers.count == length, answers.allSatisfy({ (1...5).contains($0) }) else { return nil }
    let sum = answers.enumerated().reduce(0) { sum, answer in
      sum + (answer.offset.isMultiple(of: 2) ? answer.element - 1 : 5 - answer.element)
    }
    return Double(sum) * 2.5
  }
}
