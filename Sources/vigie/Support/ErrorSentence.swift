import Learning
import Review
import ReviewStore

/// The sentence of an error that Vigie itself makes.
enum ErrorSentence {
  /// The sentence, or `nil` for errors of other origin.
  static func of(_ error: any Error) -> String? {
    switch error {
    case let failure as Failure: failure.sentence
    case let error as EngineError: error.message[Tongue.language]
    case let error as StoreError: error.message[Tongue.language]
    case let error as KnowledgeError: error.message[Tongue.language]
    case let error as LearningError: error.sentence[Tongue.language]
    case is CancellationError: Tongue.say("interrompu", "interrupted")
    default: nil
    }
  }
}
