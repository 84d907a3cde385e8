import Language
import Learning
import Review
import Testing

@testable import Letters

@Suite struct VigilanceTests {
  private func cues(_ text: String) throws -> Set<VigilanceCue> {
    Set(try PassageReader().reading(text).hits.map(\.cue))
  }

  @Test(arguments: [
    ("Toutefois, un écart a été relevé.", [VigilanceCue.contrast, .deviation]),
    ("Je vous demande de corriger.", [.request]),
    ("Vous me transmettrez le bilan.", [.request]),
    ("La périodicité n’est pas respectée.", [.unmet]),
    ("Les inspecteurs ont à nouveau constaté ce point.", [.repetition]),
    ("Aucune étude de poste n’a été effectuée.", [.without]),
    ("La traçabilité devra être renforcée.", [.duty]),
    ("Une fuite est visible.", [.degraded]),
    ("Les inspecteurs ont examiné les comptes rendus.", [.agenda]),
    ("L’organisation est satisfaisante.", [.praise]),
    ("L’article 3 de l’arrêté prévoit un contrôle.", [.rule]),
    ("À faire sans délai.", [.urgency]),
  ])
  func cuesAreFound(text: String, wanted: [VigilanceCue]) throws {
    #expect(try cues(text).isSuperset(of: wanted))
  }

  @Test(arguments: [
    "Aucun écart n’a été relevé.", "Les inspecteurs n’ont pas noté d’écarts notables.",
    "Cette visite n’appelle pas de remarque.",
  ])
  func nothingWrongIsNoDeviation(text: String) throws {
    let found = try cues(text)
    #expect(found.contains(.noProblem))
    #expect(found.isDisjoint(with: [.deviation, .unmet, .without]))
  }

  @Test func shippedModelOrdersClearCases() throws {
    let reader = try PassageReader()
    func score(_ text: String) -> Double {
      let words = TokenizedText(text)
      return VigilanceModel.shipped.assess(reader.reading(words), words).probability
    }
    let high = score("Toutefois, la périodicité des contrôles n’est pas respectée.")
    let low = score("Les inspecteurs se sont rendus en salle de commande.")
    #expect(high > 0.7)
    #expect(low < 0.3)
  }

  private static let judged: [JudgedPassage] = {
    let bad = ["n’est pas respectée", "n’a pas été réalisée", "est en écart", "est absente"]
    let good = ["est satisfaisante", "a été examinée", "est conforme", "est bien tenue"]
    let subjects = ["La procédure", "La formation", "La consigne", "La surveillance", "La note"]
    var rows: [JudgedPassage] = []
    for (index, subject) in subjects.enumerated() {
      for ending in bad {
        rows.append(
          JudgedPassage(
            id: "\(rows.count)", text: "\(subject) \(ending).", level: 1, group: "\(index)"))
      }
      for ending in good {
        rows.append(
          JudgedPassage(
            id: "\(rows.count)", text: "\(subject) \(ending).", level: 0, group: "\(index)"))
      }
    }
    return rows
  }()

  @Test func trainingIsTheSameEachTimeAndExplainsExactly() throws {
    let reader = try PassageReader()
    let rows = VigilanceTraining.rows(Self.judged, reader: reader)
    let first = try VigilanceTraining(seed: 1).train(rows, pool: [])
    let second = try VigilanceTraining(seed: 1).train(rows, pool: [])
    for row in rows {
      let one = first.assess(row.reading, row.text)
      #expect(one.logOdds == second.assess(row.reading, row.text).logOdds)
      let sum = one.cueShares.reduce(one.base + one.wordShare, +)
      #expect(abs(sum - one.logOdds) < 1e-9)
      #expect((one.probability > 0.5) == row.passage.isVigilant)
    }
  }

  @Test func tooFewJudgementsLeaveTheShippedModel() throws {
    let reader = try PassageReader()
    let few = VigilanceTraining.rows(Array(Self.judged.prefix(4)), reader: reader)
    let model = try VigilanceTraining(seed: 1).train(few, pool: [])
    #expect(model.words == nil)
  }

  @Test func itemModelFollowsDecisions() throws {
    func row(_ overdue: Float, _ isToCheck: Bool) throws -> ItemModel.Row {
      var values = [Float](repeating: 0, count: ItemFeatures.Feature.allCases.count)
      values[ItemFeatures.Feature.overdue.rawValue] = overdue
      let frozen = FrozenFeatures(schema: ItemFeatures.schema, values: values)
      return ItemModel.Row(
        features: try #require(ItemFeatures(frozen)), isToCheck: isToCheck, weight: 1)
    }
    let rows = try (0..<30).flatMap { _ in [try row(1, false), try row(0, true)] }
    let model = try ItemModel.train(rows)
    let shipped = ItemModel.shipped
    let late = try row(1, true).features
    #expect(model.logOdds(late) < shipped.logOdds(late))
    let sum = model.contributions(late).reduce(model.logistic.intercept) { $0 + $1.value }
    #expect(abs(sum - model.logOdds(late)) < 1e-9)
  }

  @Test func modelsSurviveTheStore() throws {
    let reader = try PassageReader()
    let rows = VigilanceTraining.rows(Self.judged, reader: reader)
    let model = LettersModel(
      vigilance: try VigilanceTraining(seed: 1).train(rows, pool: []), items: .shipped,
      decisionCount: 3)
    let summary = TrainingSummary(
      exampleCount: 0, decisionCount: 3, lastSequence: 0, figures: [])
    var record = ModelRecord(
      project: .letters, version: 1, state: .active, created: LetterFixture.now,
      content: model.data, sha256: "", summary: summary)
    let back = try LettersModel(record)
    #expect(back.decisionCount == 3)
    let text = rows[0].text
    #expect(
      back.vigilance.assess(rows[0].reading, text).logOdds
        == model.vigilance.assess(rows[0].reading, text).logOdds)
    record.content = record.content.dropLast(9)
    #expect(throws: EngineError.damagedModel(version: 1)) { try LettersModel(record) }
  }
}
