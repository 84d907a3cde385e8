import Foundation
import Oversight
import Review
import ReviewStore

/// The usability questionnaire: ten answers, kept apart from decisions and without a name.
public struct SurveyService {
  private static let kind = "usability"
  private let store: any ReviewStore

  /// Makes a service for a store.
  public init(store: any ReviewStore) { self.store = store }

  /// Keeps the answers of one person; the key is random, so that nobody can be told from it.
  ///
  /// - Throws: `EngineError.invalid` unless there are ten answers of 1…5.
  @discardableResult
  public func keep(_ answers: [Int], on day: CalendarDate) throws -> Double {
    guard let score = UsabilityScale.score(answers) else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "dix réponses de 1 à 5 sont attendues", en: "ten answers of 1 to 5 are expected"))
    }
    let content = try JSONEncoder().encode(Answers(day: day.iso, answers: answers))
    try store.save(records: [
      SourceRecord(
        project: .restaurants, kind: Self.kind, key: UUID().uuidString, content: content)
    ])
    return score
  }

  /// The scores, 0…100.
  public func scores() throws -> [Double] {
    var scores: [Double] = []
    try store.records.forEachRecord(project: .restaurants, kind: Self.kind) { record in
      let answers = try? JSONDecoder().decode(Answers.self, from: record.content).answers
      if let score = answers.flatMap({ UsabilityScale.score($0) }) { scores.append(score) }
      return true
    }
    return scores.sorted()
  }

  private struct Answers: Codable {
    var day: String
    var answers: [Int]
  }

  /// The ten statements.
  public static let statements: [LocalizedText] = [
    LocalizedText(
      fr: "Je voudrais utiliser cet outil souvent.",
      en: "I would like to use this tool frequently."),
    LocalizedText(
      fr: "Je trouve cet outil inutilement compliqué.",
      en: "I find this tool unnecessarily complex."),
    LocalizedText(
      fr: "Je trouve cet outil facile à utiliser.", en: "I find this tool easy to use."),
    LocalizedText(
      fr: "J'aurais besoin de l'aide d'un technicien pour m'en servir.",
      en: "I would need the support of a technical person to use it."),
    LocalizedText(
      fr: "Les fonctions de cet outil sont bien intégrées.",
      en: "The functions of this tool are well integrated."),
    LocalizedText(
      fr: "Il y a trop d'incohérences dans cet outil.",
      en: "There is too much inconsistency in this tool."),
    LocalizedText(
      fr: "La plupart des gens apprendraient vite à s'en servir.",
      en: "Most people would learn to use it very quickly."),
    LocalizedText(
      fr: "Je trouve cet outil très lourd à utiliser.",
      en: "I find this tool very cumbersome to use."),
    LocalizedText(
      fr: "Je me suis senti sûr de moi en l'utilisant.", en: "I felt very confident using it."),
    LocalizedText(
      fr: "J'ai dû apprendre beaucoup de choses avant de pouvoir m'en servir.",
      en: "I needed to learn a lot before I could use it."),
  ]
}
