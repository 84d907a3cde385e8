import Review
import Testing

@testable import MedicalRecords

/// Invented sentences with the times they hold.
@Suite("Times in sentences")
struct TimeCases {
  @Test(
    "Dates to the day",
    arguments: [
      ("Opérée le 12/03/2014 à Toulouse.", "12/03/2014", "2014-03-12"),
      ("Opérée le 12 mars 2014.", "12 mars 2014", "2014-03-12"),
      ("Vu le 1er avril 2015 en consultation.", "1er avril 2015", "2015-04-01"),
      ("Scanner du 03-11-2016 : stabilité.", "03-11-2016", "2016-11-03"),
      ("Consultation du 05.06.2018 sans particularité.", "05.06.2018", "2018-06-05"),
      ("Le 15/08/17, contrôle normal.", "15/08/17", "2017-08-15"),
      ("Le 2013-05-14, biopsie.", "2013-05-14", "2013-05-14"),
      ("Jusqu'au 11/11/2026.", "11/11/2026", "2026-11-11"),
      ("Sortie le 9 mai 2019 au domicile.", "9 mai 2019", "2019-05-09"),
      ("RCP du 29 février 2020.", "29 février 2020", "2020-02-29"),
      ("Née le 31 décembre 1954.", "31 décembre 1954", "1954-12-31"),
      ("Date : 7 août 2021", "7 août 2021", "2021-08-07"),
    ])
  func days(_ sentence: String, _ words: String, _ value: String) throws {
    let time = try #require(first(sentence))
    #expect(time.words == words && time.value == value)
    #expect(time.mention.precision == .day && time.mention.date?.iso == value)
  }

  @Test(
    "Dates to the month or the year",
    arguments: [
      ("En mars 2013, apparition d'une masse.", "mars 2013", "2013-03"),
      ("Début janvier 2020, toux.", "janvier 2020", "2020-01"),
      ("Mi-mars 2020, fièvre.", "mars 2020", "2020-03"),
      ("En 2009, un cancer du sein gauche.", "2009", "2009"),
      ("Suivie depuis 1998 pour une polyarthrite.", "1998", "1998"),
      ("Fin 2018, récidive locale.", "2018", "2018"),
      ("Durant l'été 2012, premiers symptômes.", "2012", "2012"),
      ("Mastectomie en septembre 2001.", "septembre 2001", "2001-09"),
    ])
  func partial(_ sentence: String, _ words: String, _ value: String) throws {
    let time = try #require(first(sentence))
    #expect(time.words == words && time.value == value && time.mention.kind == .date)
    #expect(time.mention.precision == (value.count == 4 ? .year : .month))
  }

  @Test(
    "Durations",
    arguments: [
      ("Depuis trois mois, il se plaint de douleurs.", "trois mois", "P3M"),
      ("Trois mois après l'intervention, la patiente allait bien.", "Trois mois après", "P3M"),
      ("Pendant 14 jours, antibiothérapie.", "14 jours", "P14D"),
      ("Il y a six mois, perte de poids.", "six mois", "P6M"),
      ("Dix jours plus tard, la fièvre disparut.", "Dix jours plus tard", "P10D"),
      ("Durée opératoire : 180 minutes.", "180 minutes", "PT180M"),
      ("Décédé 18 mois après le diagnostic.", "18 mois après", "P18M"),
      ("Un an et demi plus tard.", "Un an et demi plus tard", "P1.5Y"),
      ("Pendant plusieurs semaines.", "plusieurs semaines", "PXW"),
      ("Quelques jours après.", "Quelques jours", "PXD"),
      ("Traité pendant 10 j.", "10 j", "P10D"),
      ("Hormonothérapie pendant 5 ans.", "5 ans", "P5Y"),
      ("Ventilé durant 48 heures.", "48 heures", "PT48H"),
    ])
  func durations(_ sentence: String, _ words: String, _ value: String) throws {
    let time = try #require(first(sentence))
    #expect(time.words == words && time.value == value)
  }

  @Test(
    "Days and hours after an operation",
    arguments: [
      ("À J7 postopératoire, fièvre à 38,5.", "J7 postopératoire", "P7D", 7),
      ("J0 : drainage thoracique.", "J0", "P0D", 0),
      ("Ablation des fils à J15.", "J15", "P15D", 15),
      ("À H+6, diurèse conservée.", "H+6", "PT6H", 0),
      ("Reprise chirurgicale à J4 pour fistule.", "J4", "P4D", 4),
      ("TEP négatif à M3.", "M3", "P3M", 90),
    ])
  func offsets(_ sentence: String, _ words: String, _ value: String, _ days: Int) throws {
    let time = try #require(first(sentence))
    #expect(time.words == words && time.value == value && time.mention.offsetDays == days)
  }

  @Test(
    "Frequencies",
    arguments: [
      ("Tous les 6 mois pendant 5 ans.", "Tous les 6 mois", "R/P6M"),
      ("Toutes les 8 heures.", "Toutes les 8 heures", "R/PT8H"),
      ("Deux fois par jour pendant une semaine.", "jour", "R/P1D"),
      ("Une surveillance annuelle.", "annuelle", "R/P1Y"),
      ("Soins chaque semaine.", "chaque semaine", "R/P1W"),
    ])
  func frequencies(_ sentence: String, _ words: String, _ value: String) throws {
    let time = try #require(first(sentence))
    #expect(time.words == words && time.value == value && time.mention.kind == .frequency)
  }

  @Test(
    "No times",
    arguments: [
      "Femme de 54 ans.", "Patient âgé de 71 ans.", "À l'âge de 12 ans, appendicectomie.",
      "Classé pT3 N1 M0.", "Métastase M1 hépatique.", "Une lésion de 12 mm.",
      "Hémoglobine à 9,4 g/dL.", "Vertèbre L5 et disque L5-S1.", "20 paquets-années.", "",
      "Une surface de 2 m2.", "IPP : 8004123456",
    ])
  func none(_ sentence: String) {
    #expect(TimeFinder.times(ClinicalText(sentence)).filter { $0.kind != .phase }.isEmpty)
  }

  @Test(
    "A day that does not exist is no date",
    arguments: ["le 30 février 2015", "le 31/04/2015", "le 00/12/2015", "le 12/13/2015"])
  func impossible(_ sentence: String) {
    #expect(
      TimeFinder.times(ClinicalText(sentence)).allSatisfy {
        $0.precision != .day && !$0.value.hasPrefix("XXXX")
      })
  }

  @Test("Several times keep their order and do not overlap")
  func several() {
    let text = ClinicalText(
      "Vue le 3 mai 2019, opérée le 12/06/2019, contrôle à J30 puis tous les 6 mois en 2020.")
    let times = TimeFinder.times(text)
    #expect(times.map(\.value) == ["2019-05-03", "2019-06-12", "P30D", "R/P6M", "2020"])
    for (left, right) in zip(times, times.dropFirst()) {
      #expect(left.span.end <= right.span.begin)
    }
  }

  private func first(
    _ sentence: String
  ) -> (words: String, value: String, mention: TimeMention)? {
    let text = ClinicalText(sentence)
    return TimeFinder.times(text).first.map { (text.string($0.tokens), $0.value, $0) }
  }
}
