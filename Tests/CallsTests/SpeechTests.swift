import Foundation
import Testing

@testable import Calls

@Suite("What is said")
struct SpeechTests {
  @Test(
    "written French in words",
    arguments: [
      ("Le taux est de 6,05 %.", "Le taux est de six virgule zéro cinq pour cent."),
      ("Payez 1 € ou 2,50 €.", "Payez un euro ou deux euros cinquante."),
      ("0,80 €", "quatre-vingts centimes"),
      ("Budget : 3 000 000 €", "Budget : trois millions d'euros"),
      ("9,50 €/h", "neuf euros cinquante de l'heure"),
      ("Ouvert à 8h05 et 14 h 30", "Ouvert à huit heures cinq et quatorze heures trente"),
      ("21 h par mois", "vingt et une heures par mois"),
      ("Avant le 1er mars 2027", "Avant le premier mars deux mille vingt-sept"),
      ("le 05/02/2027", "le cinq février deux mille vingt-sept"),
      ("31 adhésions, 41 salariés", "trente et une adhésions, quarante et un salariés"),
      ("au 0 806 801 501", "au zéro huit cent six, huit cent un, cinq cent un"),
      ("06 39 98 00 45", "zéro six, trente-neuf, quatre-vingt-dix-huit, zéro zéro, quarante-cinq"),
      (
        "Siret 443 061 841 00047",
        "Siret quatre cent quarante-trois, zéro soixante et un, huit cent quarante et un, "
          + "zéro zéro zéro quarante-sept"
      ),
      ("Mme Petit, URSSAF", "Madame Petit, Urssaf"),
      ("la DPAE et la DSN", "la D P A E et la D S N"),
      ("Article R. 1221-2", "Article R mille deux cent vingt et un, tiret deux"),
      ("contact@exemple.org", "contact arobase exemple point org"),
      ("le 75e jour", "le soixante-quinzième jour"),
      ("80 000 habitants", "quatre-vingt mille habitants"),
      ("200 jours", "deux cents jours"),
    ])
  func spelled(written: String, expected: String) {
    #expect(FrenchSpeech.spell(written) == expected)
  }

  @Test("what cannot be a day stays a number")
  func impossibleDay() {
    #expect(!FrenchSpeech.spell("le 31/02/2027").contains("février"))
  }

  @Test("SSML escapes what callers wrote and breathes after groups")
  func ssml() {
    let spoken = SpokenText("A & B <voice>, 12 34")
    #expect(SpokenText("R&D").ssml.contains("&amp;"))
    #expect(spoken.ssml.contains("&lt;voice&gt;"))
    #expect(spoken.ssml.contains("<break"))
    #expect(!SpokenText("\u{1B}[2J").ssml.unicodeScalars.contains("\u{1B}"))
  }

  @Test("a text is cut at its longest")
  func bounded() {
    let long = String(repeating: "1 2 3 ", count: 5000)
    #expect(FrenchSpeech.spell(long).count < FrenchSpeech.longest * 12)
  }

  @Test("WAV there and back, also at the telephone's rate")
  func wave() throws {
    let samples = (0..<2205).map { Int16(($0 % 100) * 100) }
    let data = WaveFile.data(samples, rate: 22_050)
    let read = try #require(WaveFile.samples(data))
    #expect(read.samples == samples)
    #expect(read.rate == 22_050)
    let telephone = WaveFile.resampled(read.samples, from: 22_050, to: 8000)
    #expect(telephone.count == 800)
    #expect(WaveFile.samples(Data("RIFFxxxxWAVE".utf8)) == nil)
  }
}
