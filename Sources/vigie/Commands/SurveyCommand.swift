import ArgumentParser
import Foundation
import Review
import Session

/// `vigie survey`: the ten questions of the usability scale.
struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: Tongue.say(
      "Répondre au questionnaire d'utilisabilité (SUS).",
      "Answer the usability questionnaire (SUS)."),
    discussion: Tongue.say(
      "Dix réponses de 1 (pas du tout) à 5 (tout à fait), gardées sans nom, à part des décisions.",
      "Ten answers from 1 (not at all) to 5 (fully), kept without a name, apart from decisions."))

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      Tongue.say(
        "Les dix réponses ; sans elles, elles sont demandées.",
        "The ten answers; without them, they are asked.")))
  var answers: [Int] = []

  func run() throws {
    let context = try Context(options)
    let service = SurveyService(store: context.store)
    let given = answers.isEmpty ? ask() : answers
    let score = try service.keep(given, on: Clock.now.day)
    Console.print(
      Tongue.say("merci ; score \(Int(score)) sur 100", "thank you; score \(Int(score)) of 100"))
  }

  private func ask() -> [Int] {
    SurveyService.statements.enumerated().compactMap { index, statement in
      Console.note("\(index + 1)/10 \(statement[Tongue.language]) (1…5)")
      while let line = readLine() {
        if let answer = Int(line.trimmingCharacters(in: .whitespaces)), (1...5).contains(answer) {
          return answer
        }
        Console.note(Tongue.say("un nombre de 1 à 5", "a number from 1 to 5"))
      }
      return nil
    }
  }
}
