import Learning
import Review
import Testing

@testable import Restaurants

@Suite("Sentences of reasons")
struct SentenceTests {
  private func known(_ change: (inout EstablishmentCase) -> Void = { _ in }) -> EstablishmentCase {
    var subject = EstablishmentSubject(
      siret: "87863933500016", name: "X", postcode: "34000", commune: "MONTPELLIER",
      activities: ["Restaurant", "Traiteur"])
    subject.location = Coordinate(latitude: 43.6, longitude: 3.9)
    var known = EstablishmentCase(
      subject: subject, features: EstablishmentFeatures(), past: nil, tally: nil, signals: nil)
    known.features[.activityRate] = Logistic.logit(0.069)
    known.features[.departmentRatio] = 0.7
    known.features[.companySize] = 0
    known.features[.companyPastCount] = 0
    known.features[.chainSize] = 0
    change(&known)
    return known
  }

  @Test(
    "with values and dates, in both languages",
    arguments: [
      (
        EstablishmentReason.activity,
        "activité : Restaurant, Traiteur (6,9 % de non-conformes en moyenne)",
        "activity: Restaurant, Traiteur (6.9% non-compliant on average)"
      ),
      (
        .department, "département 34 : 2,0 fois les non-conformités attendues",
        "département 34: 2.0 times the expected non-compliances"
      ),
      (
        .neighbours, "voisinage inconnu (sans coordonnées)",
        "neighbourhood unknown (no coordinates)"
      ),
      (.past, "aucune inspection antérieure connue", "no earlier inspection known"),
      (
        .companyResults, "entreprise sans autre inspection connue",
        "company without any other known inspection"
      ),
      (.file, "sans agrément sanitaire", "no sanitary approval"),
    ])
  func sentences(reason: EstablishmentReason, fr: String, en: String) {
    #expect(EstablishmentSentences.label(reason, known()) == LocalizedText(fr: fr, en: en))
  }

  @Test("the last inspection is named with its result and day")
  func past() {
    let label = EstablishmentSentences.label(
      .past,
      known {
        $0.past = OutcomeHistory.Past(
          last: .toImprove, date: MadeInspections.date("2019-03-22"), count: 3)
      })
    #expect(label.fr.hasPrefix("dernière inspection « "))
    #expect(label.fr.hasSuffix(" » du 2019-03-22, 3 inspections connues"))
    #expect(label.en.hasSuffix("on 2019-03-22, 3 inspections known"))
  }

  @Test("reports are counted over twelve months, with the day of the last")
  func reports() {
    let encoder = EstablishmentEncoder(training: [], history: [])
    func labels(_ reviews: [ScoredReview]) -> [LocalizedText] {
      let subject = EstablishmentSubject(
        name: "X", activities: [], asOf: MadeInspections.today)
      let known = EstablishmentCase.cases([subject], reviews: [reviews], encoder: encoder)[0]
      return ReviewSentences.reasons(known, .expert).map { $0.label() }
    }
    func dirty(_ days: Int, _ author: String) -> ScoredReview {
      MadeInspections.review(
        daysAgo: days, sanitary: 0.9, negative: 0.9, problems: [.dirt], author: author)
    }
    let three = labels([dirty(10, "a"), dirty(100, "b"), dirty(200, "c")])
    #expect(
      three.contains(
        LocalizedText(
          fr: "3 avis sur 12 mois signalent de la saleté, dernier le 2025-11-21",
          en: "3 reviews within 12 months report dirt, last on 2025-11-21")))
    #expect(three.contains { $0.fr == "3 auteurs de signalements en douze mois" })
    #expect(labels([dirty(10, "a")]).contains { $0.en.hasPrefix("1 review within 12 months") })
    #expect(labels([dirty(500, "a")]).contains { $0.fr.hasPrefix("des avis anciens") })
    #expect(labels([]).isEmpty)
  }

  @Test(
    "one decimal, comma in French",
    arguments: [
      (0.0, "0.0"), (2.25, "2.3"), (-1.04, "-1.0"), (Double.nan, "0.0"), (99.96, "100.0"),
    ])
  func decimals(value: Double, en: String) {
    #expect(Decimals(value).en == en)
    #expect(!Decimals(value).fr.contains("."))
  }
}
