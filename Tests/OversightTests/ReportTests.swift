import Oversight
import Review
import Testing

@Suite struct ReportTests {
  /// `count` subjects read by a and again by b, who differ on each `differing`th.
  static func doublyRead(_ count: Int, differing: Int) -> [Judgement] {
    (0..<count).flatMap { index -> [Judgement] in
      let accepts = index % 3 == 0
      return [
        MadeJudgements.judgement(2 * index + 1, agent: "a", subject: "s\(index)", accepts: accepts),
        MadeJudgements.judgement(
          2 * index + 2, agent: "b", subject: "s\(index)",
          accepts: index % differing == 0 ? !accepts : accepts, purpose: .second),
      ]
    }
  }

  @Test func secondReadingsGiveKappaAlphaAndDisagreements() throws {
    let judgements = Self.doublyRead(60, differing: 10)
    let report = AgreementReport(judgements)
    #expect(report.pairCount == 60 && report.openDisagreements == 6)
    let kappa = try #require(report.kappa)
    #expect(kappa.value > 0.7 && kappa.value < 0.9)
    #expect(abs(try #require(report.alpha).value - kappa.value) < 0.02)
  }

  @Test func aSettlementClosesADisagreement() throws {
    var judgements = Self.doublyRead(30, differing: 15)
    #expect(AgreementReport(judgements).openDisagreements == 2)
    judgements.append(
      MadeJudgements.judgement(
        900, agent: "c", subject: "s15", accepts: true, purpose: .adjudication))
    let all = Disagreement.all(in: judgements)
    #expect(all.map(\.subject.suggestion) == ["s0", "s15"])
    #expect(all[0].settlement == nil && all[1].settlement?.agent == "c")
    #expect(all[1].first.agent == "a" && all[1].second.agent == "b")
  }

  @Test func anAgentDoesNotDisagreeWithThemself() {
    let judgements = [
      MadeJudgements.judgement(1, agent: "a", subject: "s", accepts: true),
      MadeJudgements.judgement(2, agent: "a", subject: "s", accepts: false, purpose: .second),
    ]
    #expect(Disagreement.all(in: judgements).isEmpty)
    #expect(AgreementReport(judgements).pairCount == 0)
  }

  @Test func hiddenRepeatsMeasureSelfAgreement() throws {
    let judgements = (0..<25).flatMap { index -> [Judgement] in
      [
        MadeJudgements.judgement(index + 1, subject: "s\(index)", accepts: true),
        MadeJudgements.judgement(
          index + 100, subject: "s\(index)", accepts: index >= 5, purpose: .repeat),
      ]
    }
    let report = AgreementReport(judgements)
    #expect(report.repeatCount == 25)
    let repeats = try #require(report.repeats)
    #expect(repeats.value == 0.8 && repeats.low < 0.8 && repeats.high < 0.95)
  }

  @Test func littleDataGivesNoFigure() {
    let report = AgreementReport(Self.doublyRead(AgreementReport.fewest - 1, differing: 4))
    #expect(report.kappa == nil && report.alpha == nil && report.repeats == nil)
  }

  @Test func judgementsLeaveOutWhatWasTakenBackAndWhatJudgesNothing() {
    func event(_ sequence: Int, _ payload: LedgerPayload) -> LedgerEvent {
      LedgerEvent(
        sequence: sequence, time: Timestamp(milliseconds: 0), agent: "a", payload: payload,
        previous: .zero, hash: .zero)
    }
    func decision(_ verdict: Verdict, _ project: Project = .letters) -> LedgerPayload {
      .decision(
        Decision(
          suggestion: "s", project: project, verdict: verdict,
          seen: .init(model: nil, score: 0, rank: 1, seconds: 0, language: .french)))
    }
    let events = [
      event(1, decision(.accept)), event(2, decision(.reject)), event(3, decision(.later)),
      event(4, decision(.annotate)), event(5, decision(.accept, .calls)),
      event(6, .undo(cancels: 1, subject: "s", project: .letters)),
    ]
    #expect(Judgement.all(in: events, project: .letters).map(\.sequence) == [2])
    #expect(Judgement.all(in: events).map(\.sequence) == [2, 5])
  }
}
