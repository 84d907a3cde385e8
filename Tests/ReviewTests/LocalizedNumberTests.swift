import Review
import Testing

@Suite struct LocalizedNumberTests {
  @Test(arguments: [
    (0.75, 2, false, "0,75", "0.75"), (2, 1, false, "2,0", "2.0"), (-1.25, 1, true, "−1,2", "−1.2"),
    (0.04, 1, true, "+0,0", "+0.0"), (-0.04, 1, false, "0,0", "0.0"), (12.6, 0, false, "13", "13"),
    (1.84, 1, true, "+1,8", "+1.8"),
  ])
  func numbersAreWrittenInBothLanguages(
    value: Double, places: Int, isSigned: Bool, fr: String, en: String
  ) {
    let text = LocalizedText.decimal(value, places, isSigned: isSigned)
    #expect(text == LocalizedText(fr: fr, en: en))
  }
}
