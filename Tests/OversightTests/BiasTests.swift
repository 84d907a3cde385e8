import Oversight
import Review
import Testing

@Suite struct BiasTests {
  @Test(arguments: MadeJudgements.Manner.allCases)
  func simulatedAgentsAreToldApart(manner: MadeJudgements.Manner) {
    for seed in 1...5 as ClosedRange<UInt64> {
      let signs = BiasSign.signs(
        AutomationBias(MadeJudgements.run(manner, count: 5000, seed: seed)))
      switch manner {
      case .careful: #expect(signs.isEmpty)
      case .rubberStamping: #expect(signs == [.rubberStamping])
      case .contrarian: #expect(signs == [.contrarian])
      case .tired: #expect(signs == [.tiring])
      }
    }
  }

  /// Twenty thousand decisions of a panel, a quarter by each kind of agent: the figures by agent tell
  /// them apart, and all together look worse than careful work.
  @Test(arguments: Project.allCases)
  func twentyThousandDecisionsOfAPanelTellItsAgentsApart(project: Project) {
    let seed = UInt64(Project.allCases.firstIndex(of: project) ?? 0) + 11
    let all = MadeJudgements.Manner.allCases.flatMap {
      MadeJudgements.run($0, count: 5_000, agent: $0.rawValue, seed: seed, project: project)
    }
    #expect(all.count == 20_000)
    #expect(all.allSatisfy { $0.decision.project == project })
    let signs = Dictionary(grouping: all, by: \.agent).mapValues {
      BiasSign.signs(AutomationBias($0))
    }
    #expect(
      signs == [
        "careful": [], "rubberStamping": [.rubberStamping], "contrarian": [.contrarian],
        "tired": [.tiring],
      ])
  }

  @Test func fewDecisionsShowNoSign() {
    let few = MadeJudgements.run(.rubberStamping, count: AutomationBias.fewest - 1)
    #expect(BiasSign.signs(AutomationBias(few)).isEmpty)
    #expect(AutomationBias([]).acceptance == nil && AutomationBias([]).seconds == nil)
  }

  @Test func acceptanceIsCountedByTheScoreShown() {
    let bias = AutomationBias([
      MadeJudgements.judgement(1, accepts: true, score: 0.95),
      MadeJudgements.judgement(2, accepts: false, score: 1),
      MadeJudgements.judgement(3, accepts: true, score: 0),
      MadeJudgements.judgement(4, accepts: true, score: 0.99, purpose: .second),
    ])
    #expect(bias.bins[9] == .init(decided: 2, accepted: 1))
    #expect(bias.bins[0] == .init(decided: 1, accepted: 1))
    #expect(bias.count == 3 && bias.sureAcceptance?.value == 0.5)
  }

  @Test func aPauseEndsARun() {
    // Acceptances follow acceptances, but only across a pause: no order effect is to be seen.
    let hour: Int64 = 3_600_000
    let judgements = (0..<100).map { index in
      MadeJudgements.judgement(
        index + 1, time: MadeJudgements.start + Int64(index) * hour, accepts: index % 4 < 2)
    }
    #expect(AutomationBias(judgements).orderEffect == nil)
    let close = (0..<100).map { index in
      MadeJudgements.judgement(
        index + 1, time: MadeJudgements.start + Int64(index) * 1000, accepts: index / 10 % 2 == 0)
    }
    #expect((AutomationBias(close).orderEffect ?? 0) > 0.7)
  }

  @Test func everySignHasASentenceInBothLanguages() {
    for sign in BiasSign.allCases {
      #expect(!sign.sentence.fr.isEmpty && !sign.sentence.en.isEmpty)
    }
  }
}
