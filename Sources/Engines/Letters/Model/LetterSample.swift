import Language
import Review

/// Draws sentences without a judgement from the letters of the store.
///
/// Twenty thousand letters take seconds to decode: only as many are as the pool needs, drawn by a
/// hash of their number, so that the draw is spread over all of them and always the same.
struct LetterSample {
  /// About how many passages a letter gives.
  private static let passagesOfLetter = 6
  /// The largest number of passages.
  let limit: Int

  /// Contexts and demands, without those given.
  func passages(
    _ records: any RecordSource, leaving judged: Set<String>
  ) throws -> [JudgedPassage] {
    var letterCount = 0
    try each(records) { _ in letterCount += 1 }
    let every = UInt64(max(1, letterCount * Self.passagesOfLetter / max(1, limit)))
    var drawn: [SourceRecord] = []
    try each(records) { record in
      if StableHash.mix(StableHash.of(record.key)) % every == 0 { drawn.append(record) }
    }
    let letters = Parallel.map(drawn) { StoredLetters.letter($0)?.letter.items ?? [] }
    var passages: [JudgedPassage] = []
    for item in letters.joined() {
      for text in [item.context, item.text] where !text.isEmpty && !judged.contains(text) {
        passages.append(JudgedPassage(id: item.id, text: text, level: 0, group: item.id))
      }
    }
    guard passages.count > limit else { return passages }
    let step = Double(passages.count) / Double(limit)
    return (0..<limit).map { passages[Int(Double($0) * step)] }
  }

  private func each(
    _ records: any RecordSource, _ body: (SourceRecord) -> Void
  ) throws {
    try records.forEachRecord(project: .letters, kind: StoredLetters.letterKind) { record in
      body(record)
      return true
    }
  }
}
