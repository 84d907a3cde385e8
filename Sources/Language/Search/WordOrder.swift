/// The two questions about the order of words that a search asks: whatever a word is held as (a folded
/// text, a number of an index), the answers are the same.
public enum WordOrder {
  /// Whether the words of a phrase stand one after the other.
  public static func holds<Word: Equatable>(_ phrase: [Word], in words: [Word]) -> Bool {
    guard let first = phrase.first, words.count >= phrase.count else { return false }
    return (0...words.count - phrase.count).contains { start in
      words[start] == first && phrase.indices.allSatisfy { words[start + $0] == phrase[$0] }
    }
  }

  /// Whether one word of each group stands within a distance of the others.
  ///
  /// - Parameters:
  ///   - groups: for each word, the number of its group, or `nil`
  ///   - count: how many groups there are
  ///   - reach: the number of words looked at together
  public static func areNear(_ groups: [Int?], count: Int, reach: Int) -> Bool {
    groups.indices.contains { start in
      guard groups[start] != nil else { return false }
      let end = min(groups.count, start + reach)
      return Set(groups[start..<end].compactMap { $0 }).count == count
    }
  }
}
