/// What the exchange says to a command.
///
/// Source: asterisk/asterisk `res/res_agi.c`.
struct AGIReply: Hashable {
  /// 200, 510, 511 or 520.
  var code: Int
  /// The number after `result=`.
  var result: Int
  /// What stands in parentheses (`timeout`, `dtmf`, `hangup`), or empty.
  var detail: String
  /// The sample at which it ended, or 0.
  var endPosition: Int

  /// Reads a line; `nil` when it is no reply.
  init?(_ line: String) {
    let words = line.split(separator: " ")
    guard let first = words.first, first.count == 3, let code = Int(first),
      [200, 510, 511, 520].contains(code)
    else { return nil }
    self.code = code
    result = 0
    detail = ""
    endPosition = 0
    for word in words.dropFirst() {
      if word.hasPrefix("result=") {
        guard let value = Int(word.dropFirst(7)) else { return nil }
        result = value
      } else if word.hasPrefix("endpos=") {
        endPosition = max(0, Int(word.dropFirst(7)) ?? 0)
      } else if word.hasPrefix("("), word.hasSuffix(")") {
        detail = String(word.dropFirst().dropLast())
      }
    }
    if code == 200, !line.contains("result=") { return nil }
  }

  /// The key the caller pressed, or `nil`.
  var key: Character? {
    guard result > 0, let scalar = Unicode.Scalar(UInt32(result)) else { return nil }
    let character = Character(scalar)
    return "0123456789*#".contains(character) ? character : nil
  }
}
