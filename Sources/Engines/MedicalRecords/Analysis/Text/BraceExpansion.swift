/// Spells out alternatives in lexicons: `évoqu{e,ent,ant} un{,e}` stands for six phrases.
enum BraceExpansion {
  /// The most phrases one line may stand for.
  static let limit = 512

  /// The phrases a line stands for, in order.
  static func expand(_ line: String) -> [String] {
    guard let open = line.firstIndex(of: "{"),
      let close = line[open...].firstIndex(of: "}")
    else { return [line] }
    let head = line[..<open]
    let tails = expand(String(line[line.index(after: close)...]))
    let choices = line[line.index(after: open)..<close]
      .split(separator: ",", omittingEmptySubsequences: false)
    var phrases: [String] = []
    for choice in choices {
      for tail in tails where phrases.count < limit { phrases.append(head + choice + tail) }
    }
    return phrases
  }
}
