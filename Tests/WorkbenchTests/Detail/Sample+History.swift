import Review

/// Invented histories.
extension Sample {
  static func seen(_ seconds: Double = 11, model: Int? = 7) -> Decision.Seen {
    .init(model: model, score: 0.88, rank: 2, seconds: seconds, language: .french)
  }

  static func decision(
    _ verdict: Verdict, part: String? = nil, reason: String? = nil, note: String? = nil,
    correction: [String: String] = [:], model: Int? = 7
  ) -> LedgerPayload {
    .decision(
      Decision(
        suggestion: "s", part: part, project: .restaurants, verdict: verdict, reason: reason,
        note: note, correction: correction, seen: seen(model: model)))
  }

  /// One event of each kind that a history can hold, oldest first.
  static let history: [LedgerEvent] = [
    event(3, time(2026, 9, 1), decision(.reject, reason: "no-risk", model: nil)),
    event(4, time(2026, 9, 1, 610), .undo(cancels: 3, subject: "s", project: .restaurants)),
    event(
      9, time(2026, 9, 2, 842),
      decision(.accept, part: "p1", note: "le gérant a changé", correction: ["type": "snack"])),
    event(10, time(2026, 9, 2, 843), decision(.accept)),
    event(
      11, time(2026, 9, 2, 844),
      .followUp(
        FollowUp(
          suggestion: "s", project: .restaurants, state: "to-inspect", due: date(2026, 9, 20),
          note: "avec la mairie")), agent: "paul"),
    event(
      12, time(2026, 9, 3),
      .reading(AccessRecord(project: .restaurants, subject: "s", reason: "plainte"))),
  ]
}
