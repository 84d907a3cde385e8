import Testing

@testable import MedicalRecords

@Suite("Qualifiers")
struct QualifierTests {
  /// The letters that hold for the words in brackets.
  static func letters(_ marked: String) -> String {
    let before = marked.prefix { $0 != "[" }
    let word = marked.dropFirst(before.count + 1).prefix { $0 != "]" }
    let text = ClinicalText(marked.filter { $0 != "[" && $0 != "]" })
    let begin = before.unicodeScalars.count
    let tokens = text.tokens(in: .init(begin, begin + word.unicodeScalars.count))
    let finder = QualifierFinder(text, times: TimeFinder.times(text))
    let findings = finder.findings(
      tokens, cues: finder.cues(in: text.sentence(around: tokens.lowerBound)))
    var set: Qualifiers = []
    for qualifier in Qualifier.allCases
    where QualifierScorer.shipped.probability(qualifier, findings[qualifier.rawValue].features)
      >= 0.5
    {
      set.insert(Qualifiers(qualifier))
    }
    return set.letters
  }

  @Test(
    "Negation",
    arguments: [
      ("Pas de [métastase] hépatique.", "n"), ("Aucune [adénopathie] n'est palpable.", "n"),
      ("Absence d'[épanchement].", "n"), ("Foie sans [lésion].", "n"),
      ("L'IRM a permis d'exclure une [embolie].", "n"), ("Ni fièvre ni [frissons].", "n"),
      ("Sans doute une [grippe].", ""), ("À l'exception d'une [induration] du sein.", ""),
      ("Sans antécédents particuliers, il est adressé pour une [masse].", ""),
      ("Avec et sans contraste : il y avait des [adénopathies].", ""),
      ("Il n'a pas de fièvre mais une [toux].", ""),
    ])
  func negation(_ marked: String, _ letters: String) {
    #expect(Self.letters(marked) == letters)
  }

  @Test(
    "Hypothesis",
    arguments: [
      ("Aspect compatible avec une [récidive].", "h"), ("Image évoquant un [abcès].", "h"),
      ("Suspicion de [thrombose] : doppler.", "h"), ("On ne peut exclure un [lymphome].", "h"),
      ("[Métastases] probables du foie.", "h"), ("Sans pouvoir exclure une [métastase].", "h"),
      ("[Nodules] évoquant des métastases.", ""),
    ])
  func hypothesis(_ marked: String, _ letters: String) {
    #expect(Self.letters(marked) == letters)
  }

  @Test(
    "Family",
    arguments: [
      ("Père atteint d'un [cancer] du côlon.", "f"),
      ("Un [cancer] a été diagnostiqué chez sa mère.", "f"),
      ("Antécédents familiaux de [cancer] du sein.", "f"), ("[Tumeur] de la dure-mère.", ""),
    ])
  func family(_ marked: String, _ letters: String) {
    #expect(Self.letters(marked) == letters)
  }

  @Test(
    "Past history",
    arguments: [
      ("Antécédents de [phlébite].", "p"), ("Opéré en 2009 pour un [adénome].", "p"),
      ("Suivie depuis sept ans pour une [hypertension].", "p"),
      ("Aux antécédents de diabète, a présenté une [toux].", ""),
    ])
  func history(_ marked: String, _ letters: String) {
    #expect(Self.letters(marked) == letters)
  }

  @Test("A scorer that learned nothing keeps the expert weights; learning is deterministic")
  func learning() throws {
    #expect(try QualifierScorer.train([]) == .shipped)
    var features = QualifierFeatures()
    features[.before] = 1
    let rows: [(qualifier: Qualifier, features: QualifierFeatures, label: Bool, weight: Double)] =
      (0..<40).map { (.negated, $0 < 30 ? features : QualifierFeatures(), $0 >= 30, 1.0) }
    let first = try QualifierScorer.train(rows)
    #expect(first == (try QualifierScorer.train(rows)))
    #expect(
      first.probability(.negated, features)
        < QualifierScorer.shipped.probability(.negated, features))
  }
}
