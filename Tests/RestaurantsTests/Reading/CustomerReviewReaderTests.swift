import Review
import Tables
import Testing

@testable import Restaurants

@Suite struct CustomerReviewReaderTests {
  @Test func readsPreparedTables() throws {
    let outcome = try ReadingFixture.read(
      "avis.tsv",
      "id_avis\tetablissement\tdate_avis\tnote\ttitre\ttexte\tcontexte\t"
        + "auteur_sha1\tcontributions_auteur\r\n"
        + "a1\tChez Essai\t2026-03-11\t4\tBien\t\"Un \"\"vrai\"\" régal\"\t"
        + "couples\tD39A4A39BE\t12\r\n"
        + "a2\tChez Essai\t2026-03-12\t2,5\t\tMoyen\tnone\t\t\r\n")
    #expect(outcome.refusals == [])
    let review = try #require(outcome.sources.reviews.first)
    #expect(review.id == "a1")
    #expect(review.establishment == "Chez Essai")
    #expect(review.date?.iso == "2026-03-11")
    #expect(review.rating == 4)
    #expect(review.title == "Bien")
    #expect(review.text == "Un \"vrai\" régal")
    #expect(review.context == "couples")
    #expect(review.authorHash == "d39a4a39be")
    #expect(review.authorContributions == 12)
    #expect(review.line == 2)
    #expect(outcome.sources.reviews.map(\.rating) == [4, 2.5])
    #expect(outcome.sources.reviews.map(\.context) == ["couples", ""])
  }

  @Test func readsTablesOfOtherSitesAndHashesAuthors() throws {
    let text =
      "restaurant_id,user_name,review_text,date,contributions,rating\n"
      + "7,Mme Essai,\"Bon, mais cher\",14 décembre 2024,3 contributions,3\n"
    let outcome = try ReadingFixture.read("avis.csv", text)
    let review = try #require(outcome.sources.reviews.first)
    #expect(review.establishment == "7")
    #expect(review.date?.iso == "2024-12-14")
    #expect(review.authorContributions == 3)
    #expect(review.authorHash.count == AuthorPseudonym.length)
    #expect(review.authorHash == AuthorPseudonym(salt: "sel").pseudonym("Mme Essai"))
    #expect(!review.id.isEmpty)
    let other = try ReadingFixture.read("avis.csv", text) { $0.pseudonymSalt = "autre" }
    #expect(other.sources.reviews.first?.authorHash != review.authorHash)
  }

  @Test func makesKnownPseudonyms() {
    // SHA-256 of "sel", a zero byte and "nom", computed with sha256sum.
    #expect(AuthorPseudonym(salt: "sel").pseudonym("nom") == "428943176d980352")
    #expect(AuthorPseudonym(salt: "sel").pseudonym("") == "")
  }

  @Test func readsOneRestaurantInADocument() throws {
    let outcome = try ReadingFixture.read(
      "chez-essai.json",
      """
      {"nom": "Chez Essai", "adresse": "12 Rue des Lilas, 99001 Port-Lavande France",
       "latitude": 43.5, "longitude": "3.9", "note_globale": "4,5", "nb_avis": 3,
       "nbExcellent": 1, "avis": [
        {"pseudo": "A", "titre_review": "Parfait", "nb_etoiles": 5, "date": "14 décembre 2024",
         "experience": "décembre 2024", "review": "Tout est bon"},
        {"pseudo": "B", "titre_review": "Non", "nb_etoiles": 9, "date": "1er mai 2024",
         "review": "Rien de bon"},
        {"pseudo": "C", "titre_review": "Non", "nb_etoiles": 1, "date": "2 mai 2024",
         "review": "Rien"}]}
      """)
    let place = try #require(outcome.sources.places.first)
    #expect(place.name == "Chez Essai")
    #expect(place.postcode == "99001")
    #expect(place.location == Coordinate(latitude: 43.5, longitude: 3.9))
    #expect(place.meanRating == 4.5)
    #expect(place.reviewCount == 3)
    #expect(outcome.sources.reviews.map(\.establishment) == ["Chez Essai", "Chez Essai"])
    #expect(outcome.sources.reviews.map(\.title) == ["Parfait", "Non"])
    #expect(outcome.sources.reviews.map(\.line) == [1, 3])
    #expect(outcome.refusals.map(\.line) == [2])
    #expect(outcome.refusals.first?.found == "9")
    #expect(outcome.sources.files.first?.refused == 1)
    #expect(outcome.sources.files.first?.rows == 2)
  }

  @Test func readsLinesAndUnixTimes() throws {
    let outcome = try ReadingFixture.read(
      "Chez Momo.jsonl",
      """
      {"rating": 1, "time": 1531170190000, \
      "text": "(Traduit par Google) C'était sale\\n\\n(Avis d'origine)\\nDirty"}
      {"rating": 5, "time": 1531170190, \
      "text": "(Translated by Google) Good\\n\\n(Original)\\nTrès bon"}
      {"rating": 4, "text": null, "time": "2018-07-09T10:00:00Z"}
      {"rating": null, "text": "", "time": 1531170190}
      pas du JSON
      """)
    #expect(
      outcome.sources.reviews.map(\.establishment) == ["Chez Momo", "Chez Momo", "Chez Momo"])
    #expect(outcome.sources.reviews.map(\.text) == ["C'était sale", "Très bon", ""])
    #expect(outcome.sources.reviews.map(\.isTranslated) == [true, false, false])
    #expect(outcome.sources.reviews.map(\.date?.iso) == ["2018-07-09", "2018-07-09", "2018-07-09"])
    #expect(outcome.refusals.map(\.line) == [4, 5])
  }

  @Test(arguments: [
    ("Très bon", "Très bon", false), ("(bof)", "(bof)", false),
    ("(Traduit par Google) Sale", "Sale", true),
    ("It was dirty\n\n(Traduit par Google)\nC'était sale", "C'était sale", true),
    ("C'était sale\n\n(Translated by Google)\nIt was dirty", "C'était sale", false),
    ("(Translated by Google) It was dirty", "It was dirty", true),
    ("(Original)\nTrès bon\n\n(Translated by Google)\nVery good", "Très bon", false),
    ("(Traduit par Google) Bon (Avis d'origine) Bueno", "Bon", true),
  ])
  func stripsTranslationNotices(_ text: String, _ kept: String, _ isTranslated: Bool) {
    let stripped = TranslationNotice.strip(text)
    #expect(stripped.text == kept)
    #expect(stripped.isTranslated == isTranslated)
  }

  @Test func refusesMarksAndDatesOutOfRange() throws {
    let outcome = try ReadingFixture.read(
      "avis.csv",
      "texte;note;date\nUn;6;2026-01-01\nDeux;0;2026-01-01\nTrois;3;0000-00-00\n"
        + "Quatre;3;31/02/2026\n"
        + "Cinq;8/10;01/02/2026\nSix;;\n;;2026-01-01\n")
    #expect(outcome.refusals.map(\.line) == [2, 3, 4, 5, 8])
    #expect(outcome.sources.reviews.map(\.text) == ["Cinq", "Six"])
    #expect(outcome.sources.reviews.first?.rating == 4)
    #expect(outcome.sources.reviews.first?.date?.iso == "2026-02-01")
  }

  @Test func readsMarksOfTen() throws {
    let outcome = try ReadingFixture.read(
      "avis.csv", "texte;note_sur_10;auteur\nBien;9;A\nMal;1;B\nFaux;11;C\n")
    #expect(outcome.sources.reviews.map(\.rating) == [4.5, 1])
    #expect(outcome.refusals.map(\.line) == [4])
  }

  @Test func readsRelativeDatesWithAReference() throws {
    let text = "texte;note;date\nBien;4;il y a 2 mois\n"
    #expect(try ReadingFixture.read("avis.csv", text).refusals.count == 1)
    let outcome = try ReadingFixture.read("avis.csv", text) {
      $0.reference = CalendarDate(iso: "2026-11-23")
    }
    #expect(outcome.sources.reviews.first?.date?.iso == "2026-09-24")
  }

  @Test func obeysTheUsersMapping() throws {
    let text = "Lieu visité;Ressenti;Jour;Etoiles\nChez Essai;Bien;2026-01-02;4\n"
    let outcome = try ReadingFixture.read("avis.csv", text) {
      $0.mapping = ColumnMapping([
        "place": ["Lieu visité"], "text": ["Ressenti"], "date": ["jour"],
      ])
    }
    let review = try #require(outcome.sources.reviews.first)
    #expect(review.establishment == "Chez Essai")
    #expect(review.text == "Bien")
    #expect(review.rating == 4)
    #expect(review.date?.iso == "2026-01-02")
  }

  @Test func countsRepetitions() throws {
    let long = "Nous avons trouvé un cheveu dans le plat principal."
    let outcome = try ReadingFixture.read(
      "avis.csv",
      "id;lieu;texte;note;date;auteur\n"
        + "1;X;\(long);1;2026-01-01;\n2;X;\(long);1;2026-01-01;\n1;X;\(long);1;2026-01-01;\n"
        + "3;X;Bon;5;2026-01-01;\n4;X;Bon;5;2026-01-01;\n5;Y;\(long);1;2026-01-01;\n"
        + "6;X;Bon;5;2026-01-01;A\n7;X;Bon;5;2026-01-01;A\n1;X;Autre texte;1;2026-01-01;\n")
    #expect(outcome.sources.reviews.map(\.id) == ["1", "3", "4", "5", "6"])
    #expect(outcome.sources.repeatedReviews == 3)
    #expect(outcome.refusals.map(\.line) == [10])
    #expect(outcome.refusals.first?.expected.en.contains("line 2 of avis.csv") == true)
  }
}
