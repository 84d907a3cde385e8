import Review
import ReviewStore

/// Enters into the ledger who read what of a confidential panel.
public struct AccessService {
  private let store: any ReviewStore
  private let panel: Panel

  /// Makes a service for a store and a panel.
  public init(store: any ReviewStore, panel: Panel) {
    self.store = store
    self.panel = panel
  }

  /// Records that a suggestion or a document was read; nothing for panels that are not confidential.
  ///
  /// - Parameters:
  ///   - subject: the identifier of the suggestion or document; empty when it was many.
  ///   - reason: what it was read for (« export fhir »), or `nil` for reading on the screen.
  public func noteReading(
    of subject: String, reason: String? = nil, agent: String, now: Timestamp
  ) throws {
    guard panel.isConfidential else { return }
    let record = AccessRecord(project: panel.project, subject: subject, reason: reason)
    _ = try store.append([LedgerDraft(time: now, agent: agent, payload: .reading(record))])
  }
}
