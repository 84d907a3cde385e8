import Language
import Review
import Testing

@testable import Letters

@Suite struct ThemeTests {
  @Test(arguments: [
    ("La détection incendie et les portes coupe-feu ne sont pas entretenues.", LetterTheme.fire),
    ("Le transport de colis de type A et l’arrimage du colis.", .transport),
    ("Les déchets et les effluents entreposés dans la zone à déchets.", .waste),
  ])
  func theLexiconTellsClearThemes(text: String, theme: LetterTheme) throws {
    let words = TokenizedText(text)
    let answer = ThemeModel.shipped.answer(words, counts: try ThemeFinder().counts(words))
    #expect(answer.theme == theme)
    #expect(answer.margin > 0)
  }

  @Test func whatSaysNothingIsNotAnswered() throws {
    let words = TokenizedText("Monsieur le directeur, veuillez agréer.")
    let counts = try ThemeFinder().counts(words)
    #expect(ThemeModel.shipped.answer(words, counts: counts).abstains)
  }

  /// Two hundred invented sentences of two themes, in forty groups.
  private static let passages: [ThemedPassage] = (0..<200).map { index in
    let isFire = index.isMultiple(of: 2)
    let subjects = ["le local", "la salle", "l’atelier", "le bâtiment", "le hall"]
    let fire = ["la détection", "l’extincteur", "la porte coupe-feu", "la charge calorifique"]
    let dose = ["le dosimètre", "la zone contrôlée", "la dose reçue", "le trisecteur"]
    let word = (isFire ? fire : dose)[index / 2 % 4]
    let theme: LetterTheme = isFire ? .fire : .workers
    return ThemedPassage(
      id: "\(index)", text: "Dans \(subjects[index % 5]) numéro \(index), \(word) manque.",
      group: "\(index / 5)", annotated: [theme], predicted: index % 3 == 0 ? [theme] : [])
  }

  @Test func trainingLearnsAndIsTheSameEachTime() throws {
    let rows = ThemeTraining.rows(Self.passages, finder: try ThemeFinder())
    let model = try ThemeTraining(seed: 3).train(rows)
    let again = try ThemeTraining(seed: 3).train(rows)
    #expect(model.leastMargin == again.leastMargin && model.leastMargin > 0)
    var right = 0
    for row in rows {
      let answer = model.answer(row.text, counts: row.counts)
      #expect(answer == again.answer(row.text, counts: row.counts))
      if row.passage.annotated.contains(answer.theme) { right += 1 }
      #expect(answer.abstains == (answer.margin < model.leastMargin))
      #expect((0...1).contains(answer.score))
    }
    #expect(right >= 196)
  }

  @Test func fewPassagesTeachNothing() throws {
    let rows = ThemeTraining.rows(Array(Self.passages.prefix(50)), finder: try ThemeFinder())
    #expect(try ThemeTraining(seed: 3).train(rows).models.isEmpty)
  }
}
