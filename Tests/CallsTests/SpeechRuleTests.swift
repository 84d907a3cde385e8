import Foundation
import Language
import Learning
import Review
import Testing

@testable import Calls

/// How written French is said, rule by rule.
@Suite struct SpeechRuleTests {
  @Test(arguments: [
    ("0 €", "zéro euro"), ("1 €", "un euro"), ("2 €", "deux euros"), ("1,00 €", "un euro"),
    ("1,5 €", "un euro cinquante"), ("1,05 €", "un euro zéro cinq"), ("0,01 €", "un centime"),
    ("71,99 €", "soixante et onze euros quatre-vingt-dix-neuf"), ("80 €", "quatre-vingts euros"),
    ("81 €", "quatre-vingt-un euros"), ("1000 €", "mille euros"), ("1 000 €", "mille euros"),
    ("1\u{202F}250,50 €", "mille deux cent cinquante euros cinquante"),
    ("1.250 €", "mille deux cent cinquante euros"), ("1000000 €", "un million d'euros"),
    ("1000001 €", "un million un euros"), ("2 k€", "deux mille euros"), ("1 k€", "mille euros"),
    ("3 M€", "trois millions d'euros"), ("12 euros", "douze euros"), ("12 EUR", "douze euros"),
    ("12 €/mois", "douze euros par mois"), ("12 €/h", "douze euros de l'heure"),
    ("0,123 €", "zéro virgule cent vingt-trois euro"),
    ("12,345 €", "douze virgule trois cent quarante-cinq euros"),
  ])
  func money(written: String, spoken: String) {
    #expect(FrenchSpeech.spell(written) == spoken)
  }

  @Test(arguments: [
    "99999999999999999999 €", "123456789012345678901234567890",
  ])
  func whatNoNumberHoldsIsSaidDigitByDigit(written: String) {
    let spoken = FrenchSpeech.spell(written)
    let digits = written.filter(\.isNumber)
    #expect(spoken.hasPrefix(FrenchNumberSpeller.digits(digits)), "\(spoken)")
    #expect(spoken != "zéro euro" && spoken != "zéro")
  }

  @Test(arguments: [
    ("5 %", "cinq pour cent"), ("-2,5 %", "moins deux virgule cinq pour cent"),
    ("+ 3 %", "plus trois pour cent"), ("0,05 %", "zéro virgule zéro cinq pour cent"),
    ("100 %", "cent pour cent"), ("2 ‰", "deux pour mille"),
    ("1/2", "un sur deux"), ("3/4", "trois sur quatre"), ("1er", "premier"), ("1re", "première"),
    ("2e", "deuxième"), ("21e", "vingt et unième"), ("71e", "soixante et onzième"),
    ("80e", "quatre-vingtième"), ("99e", "quatre-vingt-dix-neuvième"), ("5e", "cinquième"),
    ("9e", "neuvième"), ("100e", "centième"), ("200e", "deux centième"),
    ("3 j", "trois jours"), ("1 min", "une minute"), ("21 min", "vingt et une minutes"),
    ("2 km", "deux kilomètres"), ("1 an", "un an"), ("2 ans", "deux ans"),
    ("10-12 jours", "dix à douze jours"),
    ("21 personnes", "vingt et une personnes"), ("21 salariés", "vingt et un salariés"),
    ("1 heure", "une heure"), ("70", "soixante-dix"), ("077", "zéro soixante-dix-sept"),
  ])
  func quantities(written: String, spoken: String) {
    #expect(FrenchSpeech.spell(written) == spoken)
  }

  @Test(arguments: [
    ("01/01/2026", "premier janvier deux mille vingt-six"),
    ("29/02/2024", "vingt-neuf février deux mille vingt-quatre"),
    ("31/12/99", "trente et un décembre deux mille quatre-vingt-dix-neuf"),
    ("2026-03-01", "premier mars deux mille vingt-six"), ("1er août", "premier août"),
    ("15 janv. 2027", "quinze janvier deux mille vingt-sept"), ("3 déc.", "trois décembre"),
    ("31 mai 1971", "trente et un mai mille neuf cent soixante et onze"),
  ])
  func days(written: String, spoken: String) {
    #expect(FrenchSpeech.spell(written) == spoken)
  }

  @Test(arguments: [
    "29/02/2023", "31/04/2026", "00/01/2026", "32/01/2026", "15/13/2026", "2026-02-30",
  ])
  func aDayThatDoesNotExistIsNotSaid(written: String) {
    let spoken = FrenchSpeech.spell(written)
    for month in FrenchSpeech.monthNames { #expect(!spoken.contains(month), "\(spoken)") }
  }

  @Test(arguments: [
    ("8h", "huit heures"), ("8h30", "huit heures trente"), ("8 h 05", "huit heures cinq"),
    ("1h", "une heure"), ("1 h 00", "une heure"), ("21h15", "vingt et une heures quinze"),
    ("08:30", "huit heures trente"), ("35 h/semaine", "trente-cinq heures par semaine"),
    ("7,5 h", "sept virgule cinq heures"), ("151 h", "cent cinquante et une heures"),
  ])
  func times(written: String, spoken: String) {
    #expect(FrenchSpeech.spell(written) == spoken)
  }

  @Test(arguments: [
    ("8h75", "heures soixante-quinze"), ("25:10", "vingt-cinq heures"), ("10:99", "dix heures"),
  ])
  func aTimeThatDoesNotExistIsNotSaid(written: String, never: String) {
    #expect(!FrenchSpeech.spell(written).contains(never))
  }

  @Test(arguments: [
    ("06 12 34 56 78", "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit"),
    ("+33 6 12 34 56 78", "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit"),
    ("0 806 801 501", "zéro huit cent six, huit cent un, cinq cent un"),
    ("01 00 00 00 01", "zéro un, zéro zéro, zéro zéro, zéro zéro, zéro un"),
    ("443061841", "quatre cent quarante-trois, zéro soixante et un, huit cent quarante et un"),
    (
      "Siren 443 061 841",
      "Siren quatre cent quarante-trois, zéro soixante et un, huit cent quarante et un"
    ),
    ("composez le 3646", "composez le trente-six quarante-six"),
    ("59000 Lille", "cinquante-neuf mille Lille"), ("01000 Bourg", "zéro un mille Bourg"),
    ("FR76 3000 4000", "F R soixante-seize, trente zéro zéro, quarante zéro zéro"),
  ])
  func codes(written: String, spoken: String) {
    #expect(FrenchSpeech.spell(written) == spoken)
  }

  @Test(arguments: [
    ("a.b@exemple.fr", "A point B arobase exemple point F R"),
    ("www.urssaf.fr", "trois W point urssaf point F R"),
    ("https://www.exemple.org/aide?x=1", "trois W point exemple point org"),
    ("mon-site.com", "mon tiret site point com"),
  ])
  func addresses(written: String, spoken: String) {
    #expect(FrenchSpeech.spell(written).hasPrefix(spoken), "\(FrenchSpeech.spell(written))")
  }

  @Test(arguments: [
    ("M. Petit", "Monsieur Petit"), ("Mme Petit", "Madame Petit"), ("Mlle A", "Mademoiselle A"),
    ("MM. Petit", "Messieurs Petit"), ("Dr Petit", "Docteur Petit"), ("n° 3", "numéro trois"),
    ("etc.", "et cetera."), ("p. ex. ici", "par exemple ici"), ("A & B", "A et B"),
    ("l’été", "l'été"), ("CDI", "C D I"), ("URSSAF", "Urssaf"), ("SIRET", "Siret"),
    ("BONJOUR", "Bonjour"), ("C.E.A.", "C E A"), ("le dpae", "le D P A E"),
  ])
  func words(written: String, spoken: String) {
    #expect(FrenchSpeech.spell(written) == spoken)
  }

  @Test(arguments: ["a\r\nb", "a\nb", "a\tb", "a\u{A0}b", "a\u{2028}b", "a\rb"])
  func linesDoNotGrowTogether(written: String) {
    #expect(FrenchSpeech.spell(written) == "a b")
    #expect(SpokenText(written).ssml.contains("a b"))
  }

  // MARK: Properties

  @Test func noDigitIsLeftToASynthesiser() {
    var generator = SplitMix64(seed: 51)
    let units = [
      "", " €", " %", " h", " min", "e", " salariés", "/12", " km", " ans", "-9", ",5 €",
    ]
    for _ in 0..<600 {
      let number = generator.digits(1 + generator.below(12))
      let text = "Soit \(number)\(units[generator.below(units.count)]) ici."
      let spoken = FrenchSpeech.spell(text)
      #expect(!spoken.unicodeScalars.contains { ("0"..."9").contains($0) }, "\(text): \(spoken)")
    }
  }

  @Test func whatIsSpelledStays() {
    var generator = SplitMix64(seed: 52)
    for _ in 0..<200 {
      let text =
        "Le \(1 + generator.below(28))/0\(1 + generator.below(9))/2026, payez \(generator.below(9000)) €."
      let once = FrenchSpeech.spell(text)
      #expect(FrenchSpeech.spell(once) == once, "\(text)")
    }
  }

  @Test func hostileTextsAreSpelledTheSameEachTime() {
    var generator = SplitMix64(seed: 53)
    for _ in 0..<150 {
      let text = generator.hostileText(generator.below(60))
      #expect(FrenchSpeech.spell(text) == FrenchSpeech.spell(text))
    }
  }

  @Test(arguments: ["a.", "a-", "1/", "FR7", "é"])
  func patternsDoNotExplode(piece: String) {
    let spoken = FrenchSpeech.spell(String(repeating: piece, count: FrenchSpeech.longest))
    #expect(spoken.count <= FrenchSpeech.longest * 20)
  }

  // MARK: SSML

  @Test func ssmlIsAlwaysWellFormed() {
    var generator = SplitMix64(seed: 54)
    for _ in 0..<200 {
      let text = generator.hostileText(30) + " <&>\"\u{FFFE}\u{FFFF}\u{7}"
      let ssml = SpokenText(text).ssml
      #expect(XMLScan.isWellFormed(ssml), "\(ssml)")
      #expect(ssml.hasPrefix("<speak") && ssml.hasSuffix("</speak>"))
    }
  }

  /// Enough of XML 1.0 to tell that every mark is escaped and every element closed.
  private enum XMLScan {
    static func isWellFormed(_ text: String) -> Bool {
      var open: [Substring] = []
      var rest = Substring(text)
      while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
        guard isText(rest[..<start]) else { return false }
        let isEntity = rest[start] == "&"
        guard let end = rest[start...].firstIndex(of: isEntity ? ";" : ">") else { return false }
        let inner = rest[rest.index(after: start)..<end]
        if isEntity {
          guard ["amp", "lt", "gt", "quot"].contains(inner) else { return false }
        } else if inner.first == "/" {
          guard open.popLast() == inner.dropFirst() else { return false }
        } else if inner.last != "/" {
          open.append(inner.prefix { $0 != " " })
        }
        rest = rest[rest.index(after: end)...]
      }
      return isText(rest) && open.isEmpty
    }

    private static func isText(_ text: Substring) -> Bool {
      !text.contains(">")
        && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE }
    }
  }

  @Test func theCacheTellsVoicesAndTextsApart() {
    let keys = [
      SpokenText("un").cacheKey(voice: "a"), SpokenText("un").cacheKey(voice: "b"),
      SpokenText("deux").cacheKey(voice: "a"), SpokenText("a").cacheKey(voice: "un"),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(SpokenText("1").cacheKey(voice: "a") == SpokenText("un").cacheKey(voice: "a"))
  }

  // MARK: Gender and rules

  @Test(arguments: [
    ("heure", true), ("heures", true), ("minute", true), ("salariée", true), ("personnes", true),
    ("adhésion", true), ("absence", true), ("semaine", true), ("jour", false), ("euro", false),
    ("salarié", false), ("comité", false), ("musées", false), ("lycée", false), ("site", false),
    ("compte", false), ("an", false), ("", false), ("s", false), ("été", false), ("xyz", false),
    ("conseiller", false), ("déclaration", true), ("association", true),
  ])
  func nounsHaveTheirGender(noun: String, isFeminine: Bool) {
    #expect(Gender.isFeminine(noun) == isFeminine)
  }

  @Test func aRuleThatDeclinesLeavesTheText() {
    let rule = SpokenRule(#"(a)(b)?"#) { $0[2].isEmpty ? nil : $0[1].uppercased() }
    #expect(rule.apply(to: "a ab a") == "a A a")
    #expect(rule.apply(to: "") == "")
    #expect(rule.apply(to: "é👩‍👩‍👧ab") == "é👩‍👩‍👧A", "places are those of the text")
  }

  @Test func acronymsAreOneOrTheOther() {
    #expect(Acronyms.read.isDisjoint(with: Acronyms.spelled))
    for name in Acronyms.read.union(Acronyms.spelled) { #expect(name == name.uppercased()) }
  }

  @Test(arguments: [
    ("047", "zéro quarante-sept"), ("00", "zéro zéro"), ("0", "zéro"), ("12", "douze"), ("", ""),
    ("00047", "zéro zéro zéro quarante-sept"), ("100", "cent"),
  ])
  func leadingZerosAreSaid(digits: String, spoken: String) {
    #expect(FrenchSpeech.padded(digits) == spoken)
  }
}

/// Sound as the telephone wants it.
@Suite struct WaveFileTests {
  private static let samples: [Int16] = (0..<400).map { Int16(truncatingIfNeeded: $0 &* 7919) }

  @Test(arguments: [8000, 16_000, 22_050, 44_100, 48_000])
  func soundIsReadBack(rate: Int) throws {
    let read = try #require(WaveFile.samples(WaveFile.data(Self.samples, rate: rate)))
    #expect(read.samples == Self.samples && read.rate == rate)
  }

  @Test func extremesAreReadBack() throws {
    let samples: [Int16] = [.min, -1, 0, 1, .max]
    #expect(try #require(WaveFile.samples(WaveFile.data(samples, rate: 8000))).samples == samples)
  }

  @Test func aTornFileIsNeverMoreThanItHolds() {
    let data = WaveFile.data(Self.samples, rate: 8000)
    for length in 0..<data.count {
      guard let read = WaveFile.samples(data.prefix(length)) else { continue }
      #expect(read.samples == Array(Self.samples.prefix(read.samples.count)))
      #expect(read.samples.count == (length - 44) / 2)
    }
  }

  @Test func aChangedHeaderNeverBreaksTheReader() {
    let data = WaveFile.data(Self.samples, rate: 8000)
    for place in 0..<44 {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = data
        changed[place] = value
        if let read = WaveFile.samples(changed) {
          #expect(WaveFile.rates.contains(read.rate) && read.samples.count <= data.count)
        }
      }
    }
  }

  @Test(arguments: [0, 1, 100, 1999, 400_000, Int(Int32.max)])
  func ratesOfNoRecorderAreRefused(rate: Int) {
    #expect(WaveFile.samples(WaveFile.data(Self.samples, rate: rate)) == nil)
  }

  @Test(arguments: ["", "RIFF", "RIFFxxxxWAVE", String(repeating: "x", count: 100)])
  func otherBytesAreNoSound(text: String) {
    #expect(!WaveFile.isWave(Data(text.utf8)))
    #expect(WaveFile.samples(Data(text.utf8)) == nil)
  }

  @Test func aPipesEndlessLengthMeansTheRest() throws {
    var data = WaveFile.data(Self.samples, rate: 8000)
    data.replaceSubrange(40..<44, with: [0, 0, 0, 0x80])
    #expect(try #require(WaveFile.samples(data)).samples == Self.samples)
  }

  @Test(arguments: [(22_050, 8000), (44_100, 8000), (8000, 16_000), (8000, 8000), (11_025, 8000)])
  func resamplingKeepsTheTimeAndTheLevel(from: Int, to: Int) {
    let level = WaveFile.resampled([Int16](repeating: 1234, count: from), from: from, to: to)
    #expect(abs(level.count - to) <= 1)
    #expect(level.allSatisfy { $0 == 1234 })
  }

  @Test(arguments: [(0, 8000), (8000, 0), (-1, 8000)])
  func anAbsurdRateChangesNothing(from: Int, to: Int) {
    #expect(WaveFile.resampled(Self.samples, from: from, to: to) == Self.samples)
    #expect(WaveFile.resampled([], from: 16_000, to: 8000).isEmpty)
  }
}
