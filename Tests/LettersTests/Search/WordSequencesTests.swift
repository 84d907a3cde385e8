import Testing

@testable import Letters

@Suite struct WordSequencesTests {
  @Test func numbersOfAllLengthsAreReadBack() {
    let passages: [[UInt32]] = [
      [0, 1, 127], [], [128, 16_383, 16_384], [2_097_151, 2_097_152, 268_435_456, .max], [5],
    ]
    var sequences = WordSequences()
    for passage in passages { sequences.append(passage) }
    var words: [UInt32] = [9, 9]
    for (place, passage) in passages.enumerated() {
      sequences.read(place, into: &words)
      #expect(words == passage)
    }
  }
}
