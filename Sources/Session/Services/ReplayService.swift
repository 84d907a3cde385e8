import Review
import ReviewStore

/// Finds what somebody saw when they decided.
public struct ReplayService {
  private let store: any ReviewStore

  /// Makes a service for a store.
  public init(store: any ReviewStore) { self.store = store }

  /// A decision of the ledger with the suggestion as it was on screen.
  ///
  /// - Throws: `EngineError.invalid` when the event is no decision, or what was seen was purged.
  public func replay(_ sequence: Int) throws -> (Suggestion, LedgerEvent) {
    guard let event = try store.events(after: sequence - 1, limit: 1).first,
      event.sequence == sequence, case .decision(let decision) = event.payload
    else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "l'événement \(sequence) n'est pas une décision",
          en: "event \(sequence) is not a decision"))
    }
    guard let hash = decision.seen.content, let suggestion = try store.snapshot(hash) else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "ce qui était à l'écran n'est plus gardé",
          en: "what was on screen is no longer kept"))
    }
    return (suggestion, event)
  }
}
