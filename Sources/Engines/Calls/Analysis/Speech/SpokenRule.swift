import Foundation

/// One rewriting of written French into what is said: a pattern and what to put in its place.
struct SpokenRule: Sendable {
  private let pattern: NSRegularExpression
  private let replace: @Sendable ([String]) -> String?

  /// Makes a rule; the groups of the match are given to `replace`, the whole first, empty where a
  /// group took no part. `nil` leaves the text as it stands.
  init(
    _ pattern: String, isCaseSensitive: Bool = true,
    _ replace: @escaping @Sendable ([String]) -> String?
  ) {
    let options: NSRegularExpression.Options = isCaseSensitive ? [] : [.caseInsensitive]
    guard let compiled = try? NSRegularExpression(pattern: pattern, options: options) else {
      preconditionFailure("pattern \(pattern)")
    }
    self.pattern = compiled
    self.replace = replace
  }

  func apply(to text: String) -> String {
    let source = text as NSString
    var result = ""
    var end = 0
    for match in pattern.matches(in: text, range: NSRange(location: 0, length: source.length)) {
      let groups = (0..<match.numberOfRanges).map { index in
        let range = match.range(at: index)
        return range.location == NSNotFound ? "" : source.substring(with: range)
      }
      guard let words = replace(groups) else { continue }
      result += source.substring(with: NSRange(location: end, length: match.range.location - end))
      result += words
      end = match.range.location + match.range.length
    }
    return result + source.substring(from: end)
  }
}
