import Language
import Learning
import Review
import Testing

@testable import Calls

/// What is made of the words of a caller before any model.
@Suite struct HeardWordsTests {
  // MARK: Sound

  @Test(arguments: [
    ("urssaf", "ursaf"), ("conseiller", "conseillé"),
    ("association", "assossiation"), ("prelevement", "prelevemant"), ("embauche", "enbauche"),
    ("mutuelle", "mutuel"),
    ("phare", "fare"),
  ])
  func soundAlikesShareAKey(left: String, right: String) {
    #expect(FrenchSound.key(left) == FrenchSound.key(right))
  }

  @Test(arguments: [("urssaf", "siret"), ("bulletin", "embauche"), ("salaire", "retraite")])
  func othersDoNot(left: String, right: String) {
    #expect(FrenchSound.key(left) != FrenchSound.key(right))
  }

  @Test(arguments: ["", "a", "e", "eeeeeeeeee", "éàü", "œuvre", "👩‍👩‍👧", "ss", "straße"])
  func everyWordHasAKey(word: String) {
    let key = FrenchSound.key(word)
    #expect(key == FrenchSound.key(word.folded))
    for (left, right) in zip(key, key.dropFirst()) { #expect(left != right, "no sound twice") }
  }

  // MARK: Repairs

  @Test func everyKnownMishearingIsRepaired() {
    for (term, heard) in DomainTerms.mishearings {
      let wanted = Utterance("pour \(term)").line.replacing("pour ", with: "")
      for words in heard {
        for text in ["pour \(words)", "pour \(words) s'il vous plaît", words.uppercased()] {
          let line = Utterance(text).line
          // Letters said one by one are joined first: « de p a e » is « de pae ».
          #expect(line.contains(wanted) || line.contains(term.folded), "\(text): \(line)")
        }
      }
    }
  }

  @Test func termsAreTheirOwnRepair() {
    for term in DomainTerms.soundRepaired {
      #expect(term == term.folded && !term.contains(" "))
      #expect(DomainRepair.shared.repair([term], at: 0) == nil, "\(term)")
    }
    let keys = DomainTerms.soundRepaired.map(FrenchSound.key)
    let twice = Dictionary(grouping: zip(DomainTerms.soundRepaired, keys), by: \.1)
      .filter { $0.value.count > 1 }
    // A singular and its plural sound the same; nothing else may.
    for group in twice.values {
      #expect(Set(group.map { $0.0.hasSuffix("s") ? String($0.0.dropLast()) : $0.0 }).count == 1)
    }
  }

  @Test(arguments: ["bonjour", "maison", "voiture", "dimanche", "musique", "le", "a", "telephone"])
  func commonWordsAreLeftAlone(word: String) {
    #expect(DomainRepair.shared.repair([word], at: 0) == nil)
    #expect(Utterance(word).line == word)
  }

  // MARK: Utterances

  @Test(arguments: [
    ("c e a", "cheque emploi associatif"), ("d p a e", "dpae"), ("c p", "conges payes"),
    ("a b", "a b"), ("r i b", "rib"), ("", ""), ("   ", ""), ("...", ""), ("👩‍👩‍👧", ""),
    ("euh", "euh"), ("euh bonjour", "euh bonjour"), ("euh le bulletin", "le bulletin"),
    ("BULLETIN", "bulletin"), ("bulletin de paye", "bulletin de paie"),
    (
      "mon siren est quatre cent quarante trois zéro soixante et un huit cent quarante et un",
      "mon siren est"
    ),
    ("mon siren est 443 061 841", "mon siren est"), ("rappelez le 06 12 34 56 78", "rappelez le"),
    ("nous sommes 12", "nous sommes 12"), ("443061841", "443061841"),
    ("rappelez le 06.12.34.56.78 svp", "rappelez le"),
    ("le 3.5 et 12.50", "le 3.5 et 12.50"),
  ])
  func wordsAreMadeReady(text: String, line: String) {
    #expect(Utterance(text).line == line)
  }

  @Test func linesAreStableAndSpansLieInTheText() {
    var generator = SplitMix64(seed: 61)
    for _ in 0..<300 {
      let text = generator.hostileText(generator.below(50))
      let utterance = Utterance(text)
      let count = text.unicodeScalars.count
      #expect(utterance.line == Utterance(text).line)
      for word in utterance.words {
        #expect(word.span.end <= count && !word.text.isEmpty, "\(text)")
      }
      for (left, right) in zip(utterance.words, utterance.words.dropFirst()) {
        #expect(left.span.begin <= right.span.begin, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("bonjour le bulletin", ["“bonjour” left out"]), ("le bulletin", []),
    ("d p a e", ["« d p a e » → « dpae »"]), ("rappelez le 06 12 34 56 78", ["a number left out"]),
    ("mon sirette", ["« sirette » → « siret »"]),
    ("rappelez zéro six soixante et un soixante et onze vingt et un", ["a number left out"]),
    ("rappelez le 06.12.34.56.78", ["a number left out"]),
  ])
  func rewritesAreTold(text: String, shown: [String]) {
    #expect(Utterance(text).rewrites.map(\.shown.en) == shown)
  }

  @Test func rewritesAreToldInFrench() {
    #expect(Rewrite(heard: "euh", taken: "").shown.fr == "« euh » ôté")
    #expect(Rewrite(heard: "zero six", taken: "").shown.fr == "un numéro ôté")
    #expect(Rewrite(heard: "a", taken: "b").shown.fr == "« a » → « b »")
  }

  // MARK: Distress

  @Test(arguments: [
    ("un huissier est venu", ["huissier"]), ("mise en demeure", ["mise en demeure"]),
    ("une saisie sur salaire", ["saisie sur salaire"]), ("avis de saisie", ["avis de saisie"]),
    ("nous sommes en liquidation judiciaire", ["liquidation judiciaire"]),
    ("il n'a pas été payé", ["pas ete paye"]), ("notre trésorier est décédé", ["decede"]),
    ("c'est urgent", ["urgent"]), ("HUISSIER", ["huissier"]),
    ("comment faire la saisie du volet social", []), ("saisir les heures", []),
    ("la mortalité", []),
    ("", []), ("plaintes", []),
  ])
  func distressIsHeard(text: String, phrases: [String]) {
    #expect(Distress.found(in: Utterance(text)) == phrases)
  }

  // MARK: Leave and words

  @Test(arguments: [
    ("au revoir", true), ("merci au revoir", true), ("non", true), ("non merci au revoir", true),
    ("merci bonne journée au revoir", true), ("non je voudrais un bulletin", false),
    ("merci", false),
    ("", false), ("revoir mon contrat", false), ("bonne journée", false),
  ])
  func leaveIsTaken(text: String, isGoodbye: Bool) {
    #expect(Prompts.isGoodbye(Utterance(text)) == isGoodbye)
  }

  @Test func promptsAreSayable() {
    for prompt in Prompts.fixed + [
      Prompts.redirect("Pajemploi"), Prompts.which("A", "B"), Prompts.isIt("A"),
    ] {
      #expect(!prompt.isEmpty)
      #expect(FrenchSpeech.spell(prompt).filter(\.isNumber) == "", "\(prompt)")
    }
    #expect(Set(Prompts.fixed).count == Prompts.fixed.count)
    #expect(Prompts.welcome.contains("robot") && Prompts.welcome.contains("0"))
  }

  @Test func listsAreFoldedAndWithoutDoubles() {
    for word in StopWords.fillers.union(StopWords.grammar) { #expect(word == word.folded) }
    #expect(Set(SmallTalk.lines).count == SmallTalk.lines.count)
    #expect(Set(ConceptWords.groups).count == ConceptWords.groups.count)
    for group in ConceptWords.groups {
      let words = group.split(separator: " ")
      #expect(words.count > 1 && group.folded == group, "\(group)")
      #expect(Set(words).count == words.count, "\(group)")
    }
  }
}
