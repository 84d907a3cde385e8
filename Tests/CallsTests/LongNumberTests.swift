import Language
import Learning
import Review
import Testing

@testable import Calls

/// Company numbers, telephones and the runs of words they are said in.
@Suite struct LongNumberTests {
  private static func heard(_ kind: SlotKind, _ text: String) -> [String] {
    SlotFinder().slots(in: text).filter { $0.kind == kind }.map(\.value)
  }

  // MARK: Keys

  @Test(arguments: [
    ("443061841", true), ("732829320", true), ("000000000", false), ("", false),
    ("44306184", false),
    ("4430618410", false), ("443061842", false), ("44306184a", false), ("４４３０６１８４１", false),
    ("443 61841", false), ("-43061841", false),
  ])
  func sirenKeys(digits: String, isOne: Bool) {
    #expect(CompanyNumber.isSIREN(digits) == isOne)
  }

  @Test(arguments: [
    ("44306184100047", true), ("73282932000074", true), ("44306184100048", false),
    ("35600000000048", true), ("35600000049837", true), ("35600000049838", false),
    ("00000000000000", false), ("4430618410004", false), ("443061841000470", false), ("", false),
    ("4430618410004x", false),
  ])
  func siretKeys(digits: String, isOne: Bool) {
    #expect(CompanyNumber.isSIRET(digits) == isOne)
  }

  @Test func oneWrongDigitIsAlwaysFound() {
    var generator = SplitMix64(seed: 31)
    for _ in 0..<100 {
      let number = generator.siren()
      var digits = Array(number)
      for place in digits.indices {
        let right = digits[place]
        for wrong in "0123456789" where wrong != right {
          digits[place] = wrong
          #expect(!CompanyNumber.satisfiesLuhn(String(digits)), "\(number) \(place) \(wrong)")
        }
        digits[place] = right
      }
    }
  }

  @Test func twoDigitsExchangedAreFoundButForNinety() {
    var generator = SplitMix64(seed: 32)
    for _ in 0..<200 {
      let digits = Array(generator.siren())
      for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
        var exchanged = digits
        exchanged.swapAt(place, place + 1)
        let isNinety = Set([digits[place], digits[place + 1]]) == ["0", "9"]
        #expect(CompanyNumber.satisfiesLuhn(String(exchanged)) == isNinety)
      }
    }
  }

  // MARK: Company numbers as they are said

  @Test func aSIRETIsHeardHoweverItIsCut() {
    var generator = SplitMix64(seed: 33)
    var exact = 0
    for _ in 0..<60 {
      let siren = generator.siren()
      let end =
        (0...9).map { "0000" + String($0) }
        .first { CompanyNumber.isSIRET(siren + $0) } ?? ""
      guard !end.isEmpty else { continue }
      for sizes in [[3, 3, 3, 5], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]] {
        let said = Slot.groups(siren + end, sizes).map(FrenchSpeech.padded).joined(separator: " ")
        let heard = Self.heard(.siret, "le siret c'est \(said)")
        #expect(heard.count == 1, "\(said)")
        #expect(heard.allSatisfy(CompanyNumber.isSIRET))
        // Digit by digit there is one reading only.
        if sizes.count == 14 { #expect(heard == [siren + end]) }
        if heard == [siren + end] { exact += 1 }
      }
    }
    #expect(exact > 80)
  }

  @Test(arguments: [
    "443 061 841 00047", "44306184100047", "443061841 00047", "443.061.841.00047",
    "443-061-841-00047", "443\u{A0}061\u{A0}841\u{A0}00047",
  ])
  func aWrittenSIRETIsRead(text: String) {
    #expect(Self.heard(.siret, "siret \(text) merci") == ["44306184100047"])
  }

  @Test func whatAKeyRefusesIsNotShown() {
    #expect(Self.heard(.siret, "siret 443 061 841 00048").isEmpty)
    #expect(Self.heard(.siren, "siren 443 061 842").isEmpty)
    let expected = SlotFinder().slot(.siren, in: "siren 443 061 842")
    #expect(expected?.isVerified == false, "who expects one is told that it fails")
  }

  // MARK: Telephones

  @Test(arguments: [
    "06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "+33 6 12 34 56 78",
    "+33612345678", "0033 6 12 34 56 78",
    "zéro six douze trente quatre cinquante six soixante dix huit",
    "zéro six un deux trois quatre cinq six sept huit",
    "zéro six euh douze trente quatre attendez cinquante six soixante dix huit",
  ])
  func aTelephoneIsHeard(text: String) {
    #expect(Self.heard(.phone, "rappelez le \(text)") == ["0612345678"])
  }

  @Test(arguments: ["", "00 12 34 56 78", "06 12 34 56", "12 34 56 78 90", "mon numéro", "0"])
  func otherDigitsAreNoTelephone(text: String) {
    #expect(Self.heard(.phone, text).isEmpty)
  }

  @Test(arguments: [
    ("0612345678", "0612345678"), ("06 12 34 56 78", "0612345678"), ("+33612345678", "0612345678"),
    ("+33 6 12 34 56 78", "0612345678"), ("+33 (0)6 12 34 56 78", "0612345678"),
    ("0033612345678", "0612345678"), ("00330612345678", "0612345678"),
    ("33612345678", "0612345678"),
    ("tel:+33612345678", "0612345678"), ("+3361234567", "3361234567"),
    ("+44 20 7946 0000", "442079460000"),
    ("3646", "3646"), ("15", ""), ("112", ""), ("", ""), ("anonymous", ""), ("Unknown", ""),
    ("+", ""), ("0806801501", "0806801501"), ("٠٦١٢٣٤٥٦٧٨", ""), ("33012345678", "33012345678"),
  ])
  func numbersBecomeFrench(written: String, number: String) {
    #expect(PhoneNumber.normalised(written) == number)
    #expect(PhoneNumber.normalised(number) == number, "once is enough")
  }

  @Test func theMiddleOfANumberIsNeverShown() {
    var generator = SplitMix64(seed: 34)
    for length in 0...20 {
      for _ in 0..<20 {
        let number = generator.digits(length)
        let masked = PhoneNumber.masked(number)
        let shown = masked.filter(\.isNumber)
        #expect(shown.count <= 6 && masked.contains("•"))
        if length >= 8 {
          #expect(shown == String(number.prefix(4) + number.suffix(2)))
          #expect(masked.filter { $0 == "•" }.count == length - 6)
        } else {
          #expect(shown.isEmpty)
        }
      }
    }
  }

  @Test func displayKeepsEveryDigit() {
    var generator = SplitMix64(seed: 35)
    for length in 0...20 {
      let number = generator.digits(length)
      #expect(PhoneNumber.display(number).filter { $0 != " " } == number)
    }
    #expect(PhoneNumber.display("0612345678") == "06 12 34 56 78")
  }

  @Test func pseudonymsTellNothing() {
    let name = PhoneNumber.pseudonym("0612345678", salt: "sel")
    #expect(name == PhoneNumber.pseudonym("0612345678", salt: "sel"))
    #expect(name != PhoneNumber.pseudonym("0612345678", salt: "poivre"))
    #expect(name != PhoneNumber.pseudonym("0612345679", salt: "sel"))
    #expect(!name.contains("0612") && !name.contains("345678"))
  }

  // MARK: Runs of number words

  private static func runs(_ text: String) -> [[String]] {
    let tokens = SpokenTokens(text).tokens
    return NumberRun.all(in: tokens).map { $0.range.map { tokens[$0].word } }
  }

  @Test(arguments: [
    ("", [[String]]()), ("bonjour", []), ("deux", [["deux"]]),
    ("bonjour deux trois merci quatre", [["deux", "trois"], ["quatre"]]),
    ("deux euh trois", [["deux", "euh", "trois"]]), ("euh deux", [["deux"]]),
    ("deux non trois", [["deux", "non", "trois"]]), ("deux le trois", [["deux", "le", "trois"]]),
  ])
  func runsHoldNumberWords(text: String, runs: [[String]]) {
    #expect(Self.runs(text) == runs)
  }

  @Test func aRunIsCutAtRepairsAndAtItsLongest() {
    let tokens = SpokenTokens("un deux non trois pardon quatre").tokens
    let run = NumberRun.all(in: tokens).first
    #expect(
      run?.segments(of: tokens).map { $0.map { tokens[$0].word } } == [
        ["un", "deux"], ["trois"], ["quatre"],
      ])
    let long = SpokenTokens(String(repeating: "un ", count: 500)).tokens
    #expect(NumberRun.all(in: long).allSatisfy { !$0.range.isEmpty })
  }

  // MARK: Whole numbers

  @Test func everyNumberBelowTenThousandIsScanned() {
    for value in 0..<10_000 {
      let scan = CardinalScan(tokens: SpokenTokens(FrenchNumberSpeller.cardinal(value)).tokens)
      let from = scan.number(from: 0)
      #expect(from?.value == value && from?.range == 0..<scan.tokens.count, "\(value)")
      #expect(scan.number(endingAt: scan.tokens.count)?.value == value, "\(value)")
    }
  }

  @Test(arguments: [
    ("euh cent", 1, 100), ("cent euh deux", 0, 102), ("deux mille euh six", 0, 2006),
    ("cent non deux", 0, 100), ("soixante et onze", 0, 71), ("quatre vingt dix sept", 0, 97),
  ])
  func hesitationsAreSteppedOver(text: String, start: Int, value: Int) {
    let scan = CardinalScan(tokens: SpokenTokens(text).tokens)
    #expect(scan.number(from: start)?.value == value)
  }

  @Test(arguments: [("bonjour", 0), ("", 0), ("deux", 5), ("et deux", 0), ("virgule", 0)])
  func nothingIsScannedWhereNoNumberBegins(text: String, start: Int) {
    let scan = CardinalScan(tokens: SpokenTokens(text).tokens)
    #expect(scan.number(from: start) == nil)
    #expect(scan.word(99) == "" && scan.word(-1) == "")
    #expect(scan.next(scan.tokens.count) == scan.tokens.count)
    #expect(scan.number(endingAt: 0) == nil)
  }
}
