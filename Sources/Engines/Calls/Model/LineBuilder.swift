import Language
import Review

/// Makes training lines of what people wrote: utterances, the answer base, services, corrections.
///
/// The answer base is training material: an agent who adds a keyword teaches the model.
enum LineBuilder {
  /// Weights chosen by cross-validation on hand-written calls.
  enum Weight {
    static let title = 1.0
    static let text = 0.7
    static let keywords = 1.0
    static let keyword = 0.6
    static let service = 1.0
    static let serviceKeyword = 0.4
    static let smallTalk = 0.5
    static let intentName = 0.5
    static let correction = 2.0
  }

  /// The lines of utterances, out-of-scope labels brought under one name.
  static func lines(_ utterances: [LabelledUtterance]) -> [TrainingLine] {
    utterances.filter { !$0.text.isEmpty }.map { utterance in
      let isOutside = TrainingLine.isOutOfScope(utterance.intent)
      return TrainingLine(
        text: utterance.text, label: isOutside ? TrainingLine.none : utterance.intent)
    }
  }

  /// The lines of the answer base.
  static func lines(_ answers: [Answer]) -> [TrainingLine] {
    answers.flatMap { answer in
      var lines = [knowledge(answer.title.fr, answer.intent, Weight.title)]
      lines.append(knowledge(answer.text, answer.intent, Weight.text))
      lines.append(
        knowledge(answer.keywords.joined(separator: " "), answer.intent, Weight.keywords))
      lines += answer.keywords.map { knowledge($0, answer.intent, Weight.keyword) }
      return lines.filter { !$0.text.isEmpty }
    }
  }

  /// The lines of other services, and of talk that is no question: what is out of scope.
  static func lines(_ services: [RedirectService]) -> [TrainingLine] {
    guard !services.isEmpty else { return [] }
    let words = services.flatMap { service in
      [
        knowledge(service.name, TrainingLine.none, Weight.service),
        knowledge(
          service.keywords.joined(separator: " "), TrainingLine.none, Weight.service),
      ] + service.keywords.map { knowledge($0, TrainingLine.none, Weight.serviceKeyword) }
    }
    return (words + SmallTalk.lines.map { knowledge($0, TrainingLine.none, Weight.smallTalk) })
      .filter { !$0.text.isEmpty }
  }

  /// The names of intents as lines, where they are words that people wrote.
  static func names(of intents: some Sequence<String>) -> [TrainingLine] {
    Set(intents).filter { !TrainingLine.isOutOfScope($0) }.sorted().map { intent in
      let words = String(intent.map { $0.isLetter || $0.isNumber ? $0 : " " })
      return knowledge(words, intent, Weight.intentName)
    }
  }

  /// The intents whose answers are never spoken by the bot alone.
  static func unanswered(_ answers: [Answer]) -> Set<String> {
    Set(answers.filter { $0.kind != .answer }.map(\.intent))
      .subtracting(answers.filter { $0.kind == .answer }.map(\.intent))
  }

  private static func knowledge(_ text: String, _ label: String, _ weight: Double) -> TrainingLine {
    TrainingLine(text: text, label: label, weight: weight, origin: .knowledge)
  }
}
