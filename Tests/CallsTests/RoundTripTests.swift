import Learning
import Review
import Testing

@testable import Calls

/// What the bot says of a number, its own ears hear as that number.
@Suite struct RoundTripTests {
  private static func heard(_ written: String, _ kind: SlotKind) -> [String] {
    SlotFinder().slots(in: FrenchSpeech.spell(written)).filter { $0.kind == kind }.map(\.value)
  }

  /// The words of a number, marks left out: what the ear gets. « huit cent quatre-vingt, huit cent
  /// seize » and « huit cent quatre-vingt-huit, cent seize » sound the same.
  private static func sound(_ written: String) -> String {
    FrenchSpeech.spell(written).filter { $0.isLetter }.replacing("vingts", with: "vingt")
      .replacing("cents", with: "cent")
  }

  private static func digits(_ count: Int, _ generator: inout SplitMix64) -> String {
    (0..<count).map { _ in String(generator.next() % 10) }.joined()
  }

  /// Digits with the check digit that makes them a SIREN.
  private static func siren(_ generator: inout SplitMix64) -> String {
    while true {
      let eight = digits(8, &generator)
      for last in 0...9 where CompanyNumber.isSIREN(eight + String(last)) && eight.first != "0" {
        return eight + String(last)
      }
    }
  }

  @Test func telephonesAreHeardAsTheyAreSaid() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let number = "0" + String(1 + generator.next() % 7) + Self.digits(8, &generator)
      let written = PhoneNumber.display(number)
      let heard = Self.heard("Rappelez le \(written).", .phone)
      #expect(heard.count == 1, "\(written)")
      #expect(
        heard.map { Self.sound(PhoneNumber.display($0)) } == [Self.sound(written)],
        "\(written) \(heard)")
    }
  }

  @Test func companiesAreHeardAsTheyAreSaid() {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<200 {
      let number = Self.siren(&generator)
      let written = Slot.grouped(number, [3, 3, 3])
      let heard = Self.heard("Siren \(written)", .siren)
      #expect(
        heard.map { Self.sound("Siren " + Slot.grouped($0, [3, 3, 3])) }
          == [Self.sound("Siren " + written)], "\(written) \(heard)")
    }
  }

  @Test func amountsAreHeardAsTheyAreSaid() {
    for (written, value) in [
      ("12 €", "12.00"), ("1 250,50 €", "1250.50"), ("81 €", "81.00"), ("200 €", "200.00"),
      ("71,20 €", "71.20"),
    ] {
      #expect(Self.heard("Vous devez \(written).", .amount) == [value], "\(written)")
    }
  }

  @Test func daysAreHeardAsTheyAreSaid() {
    for (written, value) in [
      ("15/01/2027", "2027-01-15"), ("1er mars 2026", "2026-03-01"), ("31/12/2025", "2025-12-31"),
    ] {
      #expect(Self.heard("Le \(written).", .date) == [value], "\(written)")
    }
  }

  @Test(arguments: [
    ("+33612345678", "0612345678"), ("0033612345678", "0612345678"),
    ("06 12 34 56 78", "0612345678"), ("anonymous", ""), ("", ""), ("12", ""), ("3939", "3939"),
    (String(repeating: "9", count: 90), String(repeating: "9", count: 20)),
  ])
  func numbersOfExchangesBecomeFrench(written: String, number: String) {
    #expect(PhoneNumber.normalised(written) == number)
  }

  @Test(arguments: ["0612345678", "3939", "", "012345", "00441234567890"])
  func maskedNumbersHideTheirMiddle(number: String) {
    let masked = PhoneNumber.masked(number)
    #expect(masked.contains("•"))
    let shown = masked.filter(\.isNumber)
    #expect(shown.count <= 6 && (number.isEmpty || shown.count < number.count))
  }
}
