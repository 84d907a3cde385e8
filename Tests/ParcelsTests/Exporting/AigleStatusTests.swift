import Foundation
import Review
import Testing

@testable import Parcels

@Suite("What was decided here, in Aigle's words")
struct AigleStatusTests {
  private static let now = Timestamp(milliseconds: 1_795_651_200_000)

  private func decision(
    _ verdict: Verdict, reason: String? = nil, correction: [String: String] = [:]
  ) -> LedgerPayload {
    .decision(
      Decision(
        suggestion: "s", project: .parcels, verdict: verdict, reason: reason,
        correction: correction,
        seen: .init(model: nil, score: 0.5, rank: 1, seconds: 1, language: .french)))
  }

  private func step(_ code: String) -> LedgerPayload {
    .followUp(FollowUp(suggestion: "s", project: .parcels, state: code))
  }

  private func statuses(_ payloads: [LedgerPayload]) throws -> AigleStatuses {
    let store = try Story()
    return try store.statuses(payloads)
  }

  @Test("nobody decided")
  func open() {
    let statuses = AigleStatuses(nil)
    #expect(statuses.validation == "Non vérifié" && statuses.control == "Non contrôlé")
    #expect(statuses.type == nil && !statuses.isReported)
  }

  @Test(
    "a verdict and its reason make a validation status",
    arguments: [
      (Verdict.accept, nil, "Suspect"), (.reject, "nothing-new", "Invalidé"),
      (.reject, "vegetation", "Invalidé"), (.reject, "legal", "Légal"),
      (.reject, "already-handled", "Suspect"), (.later, nil, "Non vérifié"),
    ] as [(Verdict, String?, String)])
  func verdicts(_ verdict: Verdict, _ reason: String?, _ expected: String) throws {
    #expect(try statuses([decision(verdict, reason: reason)]).validation == expected)
  }

  @Test("the last decision counts; the type that an agent gave goes along")
  func last() throws {
    let statuses = try statuses([
      decision(.reject, reason: "shadow"), decision(.accept, correction: ["type": "caravan"]),
    ])
    #expect(statuses.validation == "Suspect" && statuses.type == "caravane")
  }

  @Test("steps are control statuses; a report makes it an offence and stops the clock")
  func steps() throws {
    let accepted = decision(.accept)
    #expect(
      try statuses([accepted, step("courrier-prealable")]).control == "Courrier préalable envoyé")
    let reported = try statuses([accepted, step("controle-terrain"), step("pv-dresse")])
    #expect(reported.control == "PV dressé" && reported.validation == "Illégal")
    #expect(reported.isReported)
    // Touching the control status of what nobody verified makes it suspect.
    #expect(try statuses([step("a-controler")]).validation == "Suspect")
    #expect(try statuses([step("no-such-state")]).control == "Non contrôlé")
  }

  /// Events without a ledger: only their order and payload matter here.
  private struct Story {
    func statuses(_ payloads: [LedgerPayload]) throws -> AigleStatuses {
      var statuses = AigleStatuses(nil)
      for payload in payloads { statuses.take(payload) }
      return statuses
    }
  }
}
